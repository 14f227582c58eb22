import { companyWords, everydayWords, functionWords } from './everyday-words.js'
import { fold } from './names.js'
import { isWritten, longerSpots, type Spot, spotsIn } from './naming-words.js'
import { unnamed } from './person.js'

/** What stands where a name, an address or a number stood. */
const takenOut = '…'

/** Names that are known, folded. */
export type KnownNames = {
  /** Of people and companies: whole names, first and last names. */
  readonly names: ReadonlySet<string>
  /** The first words of longer names, of whomever. */
  readonly beginnings: ReadonlySet<string>
  /** Those of companies among them. */
  readonly companyBeginnings: ReadonlySet<string>
  /** The words in the name of whoever is quoted, and in those of where they work: however they are written, it is them. */
  readonly own: ReadonlySet<string>
}

/** What tells where somebody can be reached, or counts something of theirs, whoever is known: never said of anybody. */
const always: readonly RegExp[] = [
  // Mentions and links as Slack writes them, addresses, and whatever has an @ in it.
  /<(?:[@#!]|https?:|mailto:|tel:)[^<>]+>/gu,
  /(?<!\S)\S*@\S+/gu,
  /\b(?:https?|ftp|tel|mailto):\S+/giu,
  /\bwww\.\S+/giu,
  /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{Ll}{2,}(?:\/\S*)?(?![\p{L}\p{N}])/gu,
  // A house in a street.
  /\p{N}+[\p{L}]?(?:\s+[\p{L}.'’-]+){1,3}\s+(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|square)\b\.?/giu,
  /[\p{L}-]+(?:straße|strasse|weg|platz|gasse)\s+\p{N}+\p{L}?/giu,
]
/** Numbers of five digits and more, however they are parted, and of four that are no year. */
const numbers = /\+?\(?\p{N}(?:[\s().,/-]{0,2}\p{N}){3,}/gu
const isAYear = (digits: string): boolean => /^(?:19|20)\p{N}{2}$/u.test(digits)

/** The text without names, addresses and numbers. What is not known as a name stays: see `withoutLikelyNames`. */
export const anonymous = (text: string, known: KnownNames): string => {
  const named = [...spotsIn(text), ...longerSpots(text, (key) => known.beginnings.has(key))].filter((spot) =>
    names(text, spot, known),
  )
  return without(text, [...always.flatMap((each) => spansOf(text, each)), ...numbersIn(text), ...named])
}

const names = (text: string, spot: Spot, { names: all, companyBeginnings, own }: KnownNames): boolean =>
  spot.keys.some((key) => {
    if (key === fold(unnamed)) return false
    const isNamed = all.has(key) || own.has(key)
    if (key.length < 2 || functionWords.has(key)) return isNamed && isWritten(text, spot, 'within')
    if (isNamed) return own.has(key) || !everydayWords.has(key) || isWritten(text, spot, 'anywhere')
    if (!companyBeginnings.has(key)) return false
    return !(everydayWords.has(key) || companyWords.has(key)) || isWritten(text, spot, 'within')
  })

/** German writes every noun with a great letter, and who shouts writes nothing else: there letters say nothing of names. */
const isGerman =
  /(?<!\p{L})(?:und|ist|nicht|der|das|wir|ich|ein|eine|für|mit|zu)(?!\p{L}).*(?<!\p{L})(?:und|ist|nicht|der|die|das|wir|ich|ein|eine|für|mit|zu)(?!\p{L})/isu
const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text)
/** Written with a great letter by everybody. */
const great = new Set(
  `i i'm i'd i'll i've monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december christmas easter ok`.split(/\s+/u),
)

/**
 * What is proposed before anybody read it: words that look like names go as well, known or not, since whom a text names
 * is often somebody whom nobody introduced.
 */
export const withoutLikelyNames = (text: string): string => {
  if (isGerman.test(text) || isShouted(text)) return text
  const likely = spotsIn(text).filter(
    (spot) =>
      spot.isWord && isWritten(text, spot, 'within') && !great.has(fold(text.slice(spot.from, spot.to))),
  )
  return without(text, likely)
}

/** Whether anything is left of a text. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

type Span = Pick<Spot, 'from' | 'to'>

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))

const numbersIn = (text: string): Span[] =>
  spansOf(text, numbers).filter(({ from, to }) => !isAYear(text.slice(from, to)))

const without = (text: string, spans: readonly Span[]): string => {
  let left = ''
  let at = 0
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from >= at) left += text.slice(at, from) + takenOut
    at = Math.max(at, to)
  }
  return `${left}${text.slice(at)}`.replace(severalMarks, takenOut).trim()
}
const severalMarks = /…(?:[\s\p{P}]{0,3}…)+/gu
