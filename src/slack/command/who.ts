import { fold } from '../../domain/names.js'
import { colonDelimits, withoutOuterQuotes } from './delimiters.js'
import { type Marked, mentionFrom, plainText, userMentions } from './words.js'

/** One reading of who is meant. `key` is a folded name, an address in small letters, or a Slack user id. */
export type WhoCandidate = {
  readonly text: string
  readonly key: string
  readonly kind: 'name' | 'address' | 'mention'
  /** What is left behind it, the delimiter still in front: for `readDetails`. */
  readonly tail: Marked
  /** Nothing stands between it and the first `:` or the end: only then do beginnings and initials count. */
  readonly fills: boolean
}

/** More words than anybody's name has. */
const mostWords = 12
/** No word of a name is longer; the name itself has at most 200 signs. */
const longestRun = 1000

/** Every run of whole words at the front of a text that may name somebody, the longest first. */
export const whoCandidates = (rest: Marked): WhoCandidate[] => {
  const from = rest.search(/\S/u)
  if (from < 0) return []
  const [mentioned] = userMentions(rest.slice(from, from + longestRun))
  if (mentioned?.from === 0) {
    const tail = rest.slice(from + mentioned.to)
    const text = plainText(rest.slice(from, from + mentioned.to))
    return [{ text, key: mentioned.id, kind: 'mention', tail, fills: fillsBefore(tail) }]
  }
  const address = addressAt(rest, from)
  if (address !== null) return [address]
  return runsOf(rest, from)
    .toReversed()
    .flatMap((to) => readingsOf(rest, from, to))
}

/** Where each run of whole words ends, the shortest first. */
const runsOf = (rest: Marked, from: number): number[] => {
  const ends: number[] = []
  const word = /\S+/guy
  const space = /\s*/guy
  for (let at = from; ends.length < mostWords; ) {
    word.lastIndex = at
    const found = word.exec(rest)?.[0] ?? ''
    const mentioned = mentionFrom(found)
    let end = at + mentioned
    const delimited = colonDelimits(rest, end - 1)
    if (delimited) while (end > at && rest[end - 1] === ':') end--
    if (end > at && (ends.length === 0 || end - from <= longestRun)) ends.push(end)
    if (found === '' || delimited || mentioned < found.length || end - from > longestRun) return ends
    space.lastIndex = end
    at = end + (space.exec(rest)?.[0].length ?? 0)
  }
  return ends
}

/** A run as typed; then without its quotes, and without the comma or stop behind it. */
const readingsOf = (rest: Marked, from: number, to: number): WhoCandidate[] => {
  const fills = fillsBefore(rest.slice(to))
  const typed = rest.slice(from, to)
  const bare = typed.replace(/[,.;!?…]+$/u, '')
  const readings: WhoCandidate[] = []
  for (const written of [typed, bare]) {
    for (const text of [written, withoutOuterQuotes(written)]) {
      const key = fold(text)
      if (key === '' || readings.some((known) => known.key === key)) continue
      readings.push({ text, key, kind: 'name', tail: rest.slice(from + written.length), fills })
    }
  }
  return readings
}

const fillsBefore = (tail: Marked): boolean => {
  const next = tail.search(/\S/u)
  return next < 0 || colonDelimits(tail, next)
}

const address =
  /^([<("']*)([^\s@<>()",;:\uFDD0\uFDD1]+@[^\s@<>()",;:\uFDD0\uFDD1]+\.[^\s@<>()",;:\uFDD0\uFDD1]*[\p{L}\p{N}])([>)"']*)[.,;:!?…]*(?=\s|$)/u

const addressAt = (rest: Marked, from: number): WhoCandidate | null => {
  const found = address.exec(rest.slice(from, from + 300))
  if (found === null) return null
  const [, before = '', text = '', behind = ''] = found
  const tail = rest.slice(from + before.length + text.length + behind.length)
  return {
    text,
    key: text.toLowerCase(),
    kind: 'address',
    tail,
    fills: fillsBefore(tail.replace(/^[.,;!?…]+/u, '')),
  }
}

/** A name that is all that stands there: words left behind it are part of no name. */
export const wholeReadings = (who: Marked): WhoCandidate[] =>
  whoCandidates(who).filter(({ tail }) => /^[\s\p{P}]*$/u.test(plainText(tail)))

/**
 * Who was probably meant when nobody fits, for *Add* and for nearest names. The words with capitals, if there are
 * any; else all up to the first `:`, or up to the end where no text needs to follow, when that is short; else the first word.
 * Null when nothing was typed.
 */
export const likelyWho = (rest: Marked, needsText: boolean): WhoCandidate | null => {
  const candidates = whoCandidates(rest)
  const words = (each: WhoCandidate): string[] => each.text.split(/\s+/u)
  const clean = candidates.filter((each) => words(each).length <= 4 && !/[,.;!?…]$/u.test(each.text))
  const capitals = clean.find((each) => words(each).every((word) => /^\p{Lu}[^,;]*$/u.test(word)))
  const filling = clean.find((each) => each.fills && !(needsText && each.tail.trim() === ''))
  return capitals ?? filling ?? candidates.at(-1) ?? null
}
