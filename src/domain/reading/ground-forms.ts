import type { Ground } from '../common-ground.js'
import { fold } from '../names.js'
import { pastimes } from '../pastimes.js'

/** What one clause says, apart from the sentence around it; `end` is where in its words it has been said. */
export type Read = Omit<Ground, 'said'> & { readonly end: number }
type Form = (words: string) => Read | null

/** Clauses are read from their verb on, which has to come first: "does not live in", "wants to move to" begin otherwise, and are not understood. */
const town = (verbs: string, { sure, now }: Pick<Ground, 'sure' | 'now'>): Form => {
  const verb = new RegExp(`^(?:${verbs}) `, 'iu')
  return (words) => {
    const [begins] = verb.exec(words) ?? []
    const place = begins === undefined ? null : placeIn(words.slice(begins.length))
    if (begins === undefined || place === null) return null
    const { name, region, written, length } = place
    const key = fold(name)
    return { kind: 'town', key, region, name, sure: sure && written, now, end: begins.length + length }
  }
}

const word = "\\p{Lu}[\\p{L}\\p{M}'’-]*"
const smallWords = '(?:(?:upon|on|am|an der|de|de la|la|le|les|del|do|sur|of) )'
const capitals = new RegExp(`^${word}(?: ${smallWords}?${word}){0,3}`, 'u')
/** Typed in a hurry, without capitals: one word, and nothing behind it that could make it something else. */
const hurried = /^\p{Ll}{4,20}(?=\s*(?:$|[,.;!)])|\s(?:now|since|with|and|too|again)\b)/u
const regionBehind = new RegExp(`^, ?(${word}(?: ${word}){0,2})(?=\\s*(?:[,.;!)]|$))`, 'u')
/** What makes of a name something else: Susan's flat, Building 7, the Leeds office. */
const otherThing =
  /^(?:['’]s?\b|\s*\d|\.\p{L}| (?:team|office|plant|building|department|division|site|project|branch|church|line|region|store|floor|board|group)\b)/iu

const placeIn = (text: string) => {
  const name = capitals.exec(text)?.[0] ?? hurried.exec(text)?.[0] ?? ''
  const behind = text.slice(name.length)
  if ([...name].length < 3 || notATown.test(fold(name)) || otherThing.test(behind)) return null
  if (/['’]s\b/u.test(name)) return null
  const [whole = '', region = ''] = regionBehind.exec(behind) ?? []
  const written = /^\p{Lu}/u.test(name)
  return { name, region: fold(region), written, length: name.length + whole.length }
}

/** Days, parts of a firm and of the world, and what is as large as a country: nobody meets there. */
const notATown =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(?:the )?(?:north|south|east|west)(?:ern)?(?: .*)?|sales|finance|marketing|operations|engineering|procurement|purchasing|legal|research|hr|it|usa?|uk|america|north america|south america|united states|united kingdom|britain|great britain|england|scotland|wales|ireland|germany|france|spain|italy|portugal|austria|switzerland|belgium|netherlands|holland|denmark|sweden|norway|finland|poland|canada|mexico|brazil|argentina|chile|india|china|japan|australia|europe|asia|africa|hope|fear|peace|style|town|there|here|home|house|flat|luxury|exile|harmony|limbo|constant|summer|winter|spring|autumn|work|school|scratch)$/u

/** What tells that a place of learning is one. */
const isASchool =
  /\b(?:University|College|School|State|Academy|Institute|Polytechnic|Uni|Conservatory|Tech|MIT)\b/u
const school = (clause: string, from: number, isSaid: boolean): Read | null => {
  const name = capitals.exec(clause.slice(from).replace(/^the /iu, ''))?.[0] ?? ''
  const end = clause.indexOf(name, from) + name.length
  if ([...name].length < 3 || notATown.test(fold(name)) || otherThing.test(clause.slice(end))) return null
  const sure = isSaid || isASchool.test(name)
  return { kind: 'school', key: fold(name), region: '', name, sure, now: false, end }
}
const few = '(?:[\\p{Ll}-]+ ){0,3}?'
const studying = new RegExp(
  `^(?:stud(?:y|ies|ied)|graduated|(?:an )?alum(?:na|nus|ni)) ${few}(?:at|from|of) `,
  'iu',
)
const studied: Form = (words) => {
  const [begins] = studying.exec(words) ?? []
  return begins === undefined ? null : school(words, begins.length, true)
}
const child =
  '(?:(?:eldest|oldest|youngest|older|younger|elder|other|little|only) )?(?:daughters?|sons?|kids?|child(?:ren)?|twins|girls?|boys?)'
const sending = new RegExp(
  `^${child} (?:(?:just|now|also|has|have|is|are) )*(?<verb>starts?|started|starting|stud(?:y|ies|ied|ying)|goes|go|going|went) ${few}(?:at|to) `,
  'iu',
)
/** Of a child of theirs: "daughter starts at Ohio State". */
const sent: Form = (words) => {
  const begins = sending.exec(words)
  return begins && school(words, begins[0].length, /^stud/iu.test(begins.groups?.verb ?? ''))
}

const named = pastimes.map((name) => name.replaceAll(' ', '[ -]')).join('|')
const verbs =
  'loves?|likes?|enjoys?|adores?|plays?|collects?|does|do|practi[sc]es?|into|fond of|(?:an? )?(?:(?:big|great|huge|real|old|lifelong) )?fan of|keen on|crazy about|mad about|passionate about|hooked on|goes|runs?|keeps?|grows?|bakes?|restores?'
/** Behind it nothing that makes of it something else: "golf days", "running the plant". */
const over = `(?=\\s*(?:$|[,.;!)])| (?:and|but|with|on|in|at|every|each|since|too|as|when|after|before|again|now|most|a lot|very much|more than)\\b)`
const doing = new RegExp(
  `^(?:(?:${verbs}) (?:the |playing |going |doing )?(?<what>${named})${over}|an? (?:keen|avid|passionate|good|serious) (?<kind>${named}) (?:player|fan|lover|enthusiast)\\b)`,
  'iu',
)
/** By name: see `pastimes`. */
const pastime: Form = (words) => {
  const found = doing.exec(words)
  const name = found?.groups?.what ?? found?.groups?.kind ?? ''
  if (found === null || name === '') return null
  const key = fold(name).replaceAll('-', ' ')
  return { kind: 'pastime', key, region: '', name, sure: true, now: false, end: found[0].length }
}

const forms: readonly Form[] = [
  town('lives? in|living in|resides? in|settled in|at home in', { sure: true, now: true }),
  town('moved (?:back )?to|based in', { sure: false, now: true }),
  town('grew up in|born in|raised in|lived in|used to live in', { sure: true, now: false }),
  town('from|comes? from|came from|hails? from|(?:a )?native of', { sure: false, now: false }),
  studied,
  pastime,
]

const little =
  /^(?:(?:is|are|am|was|were|has|have|been|also|now|still|really|just|recently|originally|currently|once|secretly) )*/iu

/** What follows whom it is about, as far as it is understood: of themselves, or of a child of theirs. */
export const readClause = (words: string, of: 'them' | 'child'): Read | null => {
  if (of === 'child') return sent(words)
  const [before = ''] = little.exec(words) ?? []
  for (const form of forms) {
    const read = form(words.slice(before.length))
    if (read !== null) return { ...read, end: before.length + read.end }
  }
  return null
}

/** Texts without any of these words say nothing of the kind; they are most. */
export const maySay = (text: string): boolean => anyVerb.test(text)
const anyVerb =
  /\b(?:liv|resid|settled|home in|moved|based|grew up|born|raised|from|native|stud|graduated|alum|starts?|starting|started|goes|going|went|lov|lik|enjoy|ador|play|collect|do|does|practi|into|fond|fan|keen|crazy|mad about|passionate|hooked|run|keep|grow|bak|restor|avid|good|serious)/iu
