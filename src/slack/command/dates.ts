import { en } from 'chrono-node'
import { isLocalDate, type LocalDate } from '../../domain/local-time.js'
import { type Direction, settleDay } from './day-direction.js'
import { type NamedDay, namedDay, namesNoDay } from './day-forms.js'
import { colonDelimits, dropDelimiter } from './delimiters.js'
import type { Refusal } from './refusal.js'
import { type Marked, plainText } from './words.js'

/** A day, and the text behind it. Null from a reader: no day stands there, all of it is text. */
type DayReading = { readonly kind: 'day'; readonly on: LocalDate; readonly rest: Marked }

/** The day at the front of a tail: the latest such day up to today. */
export const readPastDay = (tail: Marked, today: LocalDate): DayReading | Refusal | null =>
  readDay(tail, today, 'past')
/** The day at the front of a tail: the next such day, today included. */
export const readFutureDay = (tail: Marked, today: LocalDate): DayReading | Refusal | null =>
  readDay(tail, today, 'future')

/** `rest` is what stands before it: for `role ... since DAY` and `left WHO COMPANY on DAY`, up to the end. */
export const readPastDayAtEnd = (
  tail: Marked,
  today: LocalDate,
  words: readonly string[],
): DayReading | Refusal | null => {
  const text = tail.trim()
  const word = new RegExp(`(?<=^|\\s)(?:${words.join('|')})\\s+(?=\\S)`, 'giu')
  const found = [...text.matchAll(word)].at(-1)
  if (found === undefined) return null
  const typed = text.slice(found.index + found[0].length)
  const named = dayOf(typed, today)
  const rest = text.slice(0, found.index).trim()
  const why = { typed: plainText(typed), text: plainText(text) }
  if (named === null) return namesNoDay(normal(typed)) ? { kind: 'refusal', reason: 'no-day', ...why } : null
  return settled(named, today, 'past', {
    ...why,
    rest,
    tailWith: (on) => `${rest} ${found[0].trim()} ${on}`.trim(),
  })
}

const readDay = (tail: Marked, today: LocalDate, direction: Direction): DayReading | Refusal | null => {
  const { text, by } = dropDelimiter(tail)
  // Behind `WHO:` everything is text, unless a day is all there is or has a `:` of its own.
  const free = by === '' || by === ','
  const preposition = /^(?:by|on|in)\s+/i.exec(text)?.[0].length ?? 0
  // Of "in 3 days" the "in" is part, of "in march" it is not.
  for (const from of preposition === 0 ? [0] : [preposition, 0]) {
    const body = text.slice(from)
    const found = (free ? dayAtOnce(body, today) : null) ?? dayWithEnd(body, today, free)
    if (found === null) continue
    const rest = dropDelimiter(body.slice(found.to)).text
    const typed = plainText(body.slice(0, found.to).trim())
    const tailWith = (on: LocalDate): Marked => (rest === '' ? on : `${on}: ${rest}`)
    return settled(found.named, today, direction, { typed, text: plainText(text), rest, tailWith })
  }
  return null
}

/** A day found at the front of a text; `to` is where it ends. */
type Found = { readonly named: NamedDay; readonly to: number }

const counted = 'an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+'
const atOnce = new RegExp(
  `^(?:today|yesterday|\\d{4}-\\d{2}-\\d{2}|(?:${counted})\\s+(?:day|week|month)s?\\s+ago)(?=$|\\s|,|[.;!?…:](?=\\s|$))`,
  'iu',
)

/** The forms that count whatever stands behind them. */
const dayAtOnce = (body: Marked, today: LocalDate): Found | null => {
  const found = atOnce.exec(body.slice(0, longestPiece))?.[0]
  const named = found === undefined ? null : namedDay(normal(found), today)
  return found === undefined || named === null ? null : { named, to: found.length }
}

/** No day is written longer, and chrono, which is slow on long text, never sees more. */
const longestPiece = 48

/** Every other form counts when it is all that stands before `:`, `,` or the end; the longest wins. */
const dayWithEnd = (body: Marked, today: LocalDate, commaEnds: boolean): Found | null => {
  const ends = body.length <= longestPiece ? [body.length] : []
  for (let at = Math.min(body.length, longestPiece) - 1; at > 0; at--) {
    const ended =
      colonDelimits(body, at) ||
      body[at] === '\n' ||
      /^\s[-–—]\s/u.test(body.slice(at, at + 3)) ||
      // In "march 3, 2026 in Berlin" the year has no end: "march 3" alone would be another day.
      (commaEnds && body[at] === ',' && !/^,\s*\d{4}\b/.test(body.slice(at, at + 12)))
    if (ended) ends.push(at)
  }
  for (const to of ends) {
    const named = dayOf(body.slice(0, to), today)
    if (named !== null) return { named, to }
    // "friday at 3pm: ...": a contact has a day alone, so the hour stays in the text.
    const day = hourBehind.exec(body.slice(0, to))?.[1]
    const before = day === undefined ? null : dayOf(day, today)
    if (day !== undefined && before !== null) return { named: before, to: day.length }
  }
  return null
}

const hourBehind =
  /^(.*?\S)\s+(?:(?:at\s+)?(?:\d{1,2}(?::\d{2})?\s*(?:am|pm)|\d{1,2}:\d{2}|noon|midnight)|(?:in the\s+|at\s+)?(?:morning|afternoon|evening|night|lunch))$/iu

const normal = (piece: string): string =>
  piece.trim().toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/gu, ' ')

const dayOf = (typed: string, today: LocalDate): NamedDay | null => {
  const piece = normal(typed)
  if (piece === '' || piece.length > longestPiece) return null
  const bare = piece.replace(/[.;!?]$/, '')
  return namedDay(piece, today) ?? namedDay(bare, today) ?? dayByChrono(bare, today)
}

/** What chrono is asked about: days counted from today in words. The rest it would guess at. */
const relative = /\b(?:ago|before|after|from|later|earlier|hence|in)\b/
const vague = /\b(?:half|few|some|several|quarter|hours?|minutes?|seconds?)\b/

const dayByChrono = (piece: string, today: LocalDate): NamedDay | null => {
  if (!relative.test(piece) || vague.test(piece)) return null
  const asked = piece.replace(/^(?=day (?:before|after) )/, 'the ')
  const noon = { instant: new Date(`${today}T12:00:00.000Z`), timezone: 0 }
  const [found, ...more] = en.casual.parse(asked, noon)
  if (found === undefined || more.length > 0 || found.text.length !== asked.length || found.end) return null
  const day = found.start
  if (!day.isCertain('day') || !day.isCertain('month') || day.isCertain('hour')) return null
  const on = day.date().toISOString().slice(0, 10)
  return isLocalDate(on) ? { kind: 'on', on } : { kind: 'impossible' }
}

type Around = {
  readonly typed: string
  readonly text: string
  readonly rest: Marked
  readonly tailWith: (on: LocalDate) => Marked
}

const settled = (
  named: NamedDay,
  today: LocalDate,
  direction: Direction,
  { typed, text, rest, tailWith }: Around,
): DayReading | Refusal => {
  const day = settleDay(named, today, direction)
  if (day.kind === 'day') return { kind: 'day', on: day.on, rest }
  if (day.kind === 'impossible') return { kind: 'refusal', reason: 'impossible-date', typed, text }
  if (day.kind === 'beyond')
    return { kind: 'refusal', reason: direction === 'past' ? 'future-date' : 'past-date', on: day.on, text }
  const [first, second] = day.options
  const tails = [tailWith(first), tailWith(second)] as const
  return { kind: 'refusal', reason: 'ambiguous-date', typed, options: day.options, tails, text }
}
