import type { Account, Ground } from '../common-ground.js'
import { maySay, readClause } from './ground-forms.js'

/** More than this nobody writes of such things, and patterns take their time. */
const most = { text: 4_000, sentence: 400 }

/**
 * What a text about somebody tells of towns, schools and pastimes of theirs; English alone. It is careful rather than
 * clever: a clause counts where it says at its beginning who does what, and as soon as somebody else is spoken of, only
 * with the name again. `name` is what the person is called.
 */
export const groundsIn = ({ text, kind }: Pick<Account, 'text' | 'kind'>, name: string): Ground[] => {
  if (!maySay(text)) return []
  const isHeard = kind === 'heard'
  const speaker = isHeard ? inTheirWords : inOurWords(name)
  const own = isHeard
    ? text
    : // What stands in quotation marks is somebody's own, and kept by itself.
      text.replace(/["“”„«»][^"“”„«»]*["“”„«»]/gu, ' … ')
  const grounds: Ground[] = []
  let isAlone = true
  for (const written of sentencesOf(own.slice(0, most.text))) {
    const said = written.replace(/^["“„«]|["”“»]$/gu, '').trim()
    if (said.length > most.sentence || doubts.test(said)) {
      isAlone &&= !speaksOfOthers(said, speaker)
      continue
    }
    let goesOn = false
    let readTo = 0
    for (const clause of clausesOf(said)) {
      if (clause.from < readTo) continue
      const subject = subjectOf(clause, speaker, { isAlone, goesOn })
      const read = subject && readClause(clause.whole.slice(subject.length), subject.of)
      const end = (subject?.length ?? 0) + (read?.end ?? 0)
      goesOn = read !== null && subject?.of === 'them'
      if (read !== null) {
        const { end: _, ...ground } = read
        grounds.push({ ...ground, said })
        readTo = clause.from + end
      }
      const rest = clause.own.slice(goesOn ? end : 0)
      isAlone &&= !speaksOfOthers(rest, speaker)
    }
  }
  return grounds
}

type Speaker = {
  /** Before a verb of theirs: by name, or as everybody may be called; and before a child of theirs. */
  readonly named: RegExp
  readonly pronoun: RegExp
  readonly possessive: RegExp
  /** Whether a clause may begin with its verb before anybody was named. */
  readonly maybeBare: boolean
  /** The words of their name; null where they speak themselves. */
  readonly names: ReadonlySet<string> | null
}

const before = (who: string): RegExp => new RegExp(`^(?:${who})(?:['’](?:s|m|re|ve))? `, 'iu')
const inTheirWords: Speaker = {
  named: before('i|we'),
  pronoun: before('i|we'),
  possessive: before('my|our'),
  maybeBare: false,
  names: null,
}
const anybody = { pronoun: before('he|she|they'), possessive: before('his|her|their'), maybeBare: true }
const inOurWords = (name: string): Speaker => {
  const words = name.split(/\s+/u).filter((word) => word !== '')
  const called = [name.trim(), words[0] ?? ''].filter((each) => [...each].length > 1)
  // Nothing begins so.
  const named = called.length === 0 ? /$^/u : before(called.map(escaped).join('|'))
  return { ...anybody, named, names: new Set(words) }
}
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Whom a clause is about, and how much of it says so; null where nobody can be meant beyond doubt. */
const subjectOf = (
  { whole }: Clause,
  { named, pronoun, possessive, maybeBare }: Speaker,
  { isAlone, goesOn }: { readonly isAlone: boolean; readonly goesOn: boolean },
): { readonly of: 'them' | 'child'; readonly length: number } | null => {
  const [subject] = named.exec(whole) ?? (isAlone ? pronoun.exec(whole) : null) ?? []
  if (subject !== undefined) return { of: 'them', length: subject.length }
  const [owner] = possessive.exec(whole) ?? []
  if (owner !== undefined) return isAlone ? { of: 'child', length: owner.length } : null
  return goesOn || (isAlone && maybeBare) ? { of: 'them', length: 0 } : null
}

/** A guess, a question, a wish, or one of two: nothing to build on. */
const doubts =
  /\?|\b(?:maybe|perhaps|possibly|probably|apparently|supposedly|allegedly|rumou?rs?|guess|think|not sure|unless|whether|if|or|until|no longer|any ?more|former(?:ly)?|ex)\b/iu

const sentencesOf = (text: string): string[] =>
  text.replace(/(?<![\p{L}\p{N}&])#[\p{L}\p{N}_]+/gu, '').split(/(?<=[.!?;])\s+|\n+/u)

/** `whole` goes on to the end of the sentence, since a town may have its region behind a comma; `own` ends with it. */
type Clause = { readonly from: number; readonly whole: string; readonly own: string }
const clausesOf = (sentence: string): Clause[] => {
  const clauses: Clause[] = []
  let from = 0
  for (const { 0: mark, index } of sentence.matchAll(between)) {
    const own = sentence.slice(from, index)
    if (own !== '') clauses.push({ from, whole: sentence.slice(from), own })
    from = index + mark.length
  }
  return clauses
}
const between = /\s*,\s*(?:and |but )?|\s*[:()]\s*|\s+(?:and|but|&|[-–—])\s+|$/gu

const others =
  /\b(?:wife|husband|partner|spouse|fianc[eé]e?|girlfriend|boyfriend|daughters?|sons?|kids?|child(?:ren)?|twins|brothers?|sisters?|mother|father|mum|mom|dad|parents|uncle|aunt|cousin|nephew|niece|boss|manager|assistant|colleagues?|friends?|neighbou?rs?|team|crew|staff|family|some(?:one|body)|every(?:one|body)|people|guys?|whose?|another|i|we|our|my)\b/iu
/** At the beginning of a note a word is written large without being a name. */
const noName =
  /^(?:\p{L}+ed|Met|Had|Has|Is|Was|The|An?|It|At|In|On|By|For|With|This|That|He|She|They|His|Her|Their|Lunch|Coffee|Call|Very|Good|Great|New|Still|Also|Now|Originally|And|But|Lives|Loves|Plays|Likes|Enjoys|From)$/u

const speaksOfOthers = (text: string, { names }: Speaker): boolean => {
  // Whoever speaks of themselves says so each time.
  if (names === null) return false
  const large = text.match(/\p{Lu}[\p{L}\p{M}'’-]*/gu) ?? []
  const isSomebody = (word: string) => !names.has(word.replace(/['’]s?$/u, '')) && !noName.test(word)
  return others.test(text) || large.some(isSomebody)
}
