import { type Needle, needle } from './mentions.js'
import { fold, nameKeys } from './names.js'
import { unnamed } from './person.js'

/** Names that are words too: written like a name, in the middle of a sentence, they are one. */
const words = new Set(
  `abel amber angel art basil baker ball bank bay beau bell berg bill bird bishop black blue bond bonnie brook brooks
  brown buck bush butler cade carol carter cash castle chance chase chip christian church clay cliff cole cook cooper
  coral cox cross daisy dale dan dash dawn day dean dell deva dick dot drew dune duke earl east eden eve faith fern field
  finn fish fisher flora flower forest foster fox frank franco fry gay gene gift glen grace grand grant gray green grey
  groom hale hall happy hardy harmony harper hazel heath heather herb hill hook hope house hunt hunter iris ivy jack jade
  jay jewel john joker joy judge june justice kay keen king kit knight lake lamb lance lane lark law leaf lee lily little
  long love luck lucky major marcel marina mark marsh mason mat matt max may mercy merry mike mild miles mill miller mills
  mint mister moon moore moss myrtle nick noble north nova oak olive opal page park parks pat patience peace pearl penny
  perry pepper pike pine piper pitt pool poole pope porter post potter power price prince queen rain ray read reed reeve
  rice rich rivers rob robin rock rocky rod root rose rosemary rowan ruby rue rush rusty ruth sage sally salt sand sandy
  savage scarlet sharp shepherd short silver singer sky small smart smith snow south sparks spring star stark stay stern
  stone storm strange street strong sue summer sunny swan sweet tanner taylor temple thorn tiger tony trip troy tucker
  turner van vale victor violet wade walker wall walls ward ware wave way webb weaver weber wells west wheeler white
  will wise wolf wood woods worth wren wright young art don gill joy lance ron hank norm guy mo jo ed al bo cy di ty`
    .trim()
    .split(/\s+/u),
)
/** Names that are days, months or places too, which are written like one. */
const calledSo = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december christmas easter paris london berlin vienna florence sydney austin boston chelsea charlotte
  dallas houston jackson jordan israel india china chad georgia virginia carolina victoria madison lincoln washington
  savannah brooklyn milan verona siena geneva cologne essen bonn hamburg frankfurt york kent devon chester lancaster
  america asia africa europe england france germany italy spain holland ireland kenya cuba peru mexico canada dakota`
    .trim()
    .split(/\s+/u),
)
const shortest = 3

/** The names of somebody, each by itself. */
export type NamesAlone = {
  /** That tell whom a text means, as long as nobody else is called so. */
  readonly telling: readonly Needle[]
  /** That may be somebody or something else. */
  readonly vague: readonly Needle[]
}

/** First and last names as others write them who leave the rest out: "lunch with Ortiz". */
export const namesAlone = (names: readonly string[]): NamesAlone => {
  const keys = names.filter((name) => name !== unnamed).flatMap(alone)
  const each = [...new Set(keys)].filter((key) => [...key].length >= shortest)
  const vague = each.filter((key) => calledSo.has(key)).map((key) => needle('alone', key))
  const telling = each
    .filter((key) => !calledSo.has(key))
    .map((key) => needle(words.has(key) ? 'word' : 'alone', key))
  return { telling, vague }
}

const alone = (name: string): string[] =>
  fold(name).includes(' ')
    ? nameKeys(name).flatMap(({ kind, key }) => (kind === 'given' || kind === 'family' ? [key] : []))
    : [fold(name)]
