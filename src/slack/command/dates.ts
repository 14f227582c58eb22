import type { LocalDate } from '../../domain/local-time.js'
import { type Direction, settleDay } from './day-direction.js'
import { namesNoDay } from './day-forms.js'
import { dayOf, normalPiece } from './day-piece.js'
import { dayAtFront, type SpottedDay } from './day-spots.js'
import type { Refusal } from './refusal.js'
import { type Marked, plainText } from './words.js'

/** A day, and the text behind it. Null from a reader: no day stands there, all of it is text. */
type DayReading = { readonly kind: 'day'; readonly on: LocalDate; readonly rest: Marked }

/** The day at the front of a tail: the latest such day up to today, or the next one, today included. */
export const readDay = (
  tail: Marked,
  today: LocalDate,
  direction: Direction,
): DayReading | Refusal | null => {
  const spotted = dayAtFront(tail, today, direction)
  return spotted === null ? null : settled(spotted, today, direction)
}

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
  if (named === null)
    return namesNoDay(normalPiece(typed)) ? { kind: 'refusal', reason: 'no-day', ...why } : null
  const tailWith = (on: string): Marked => `${rest} ${found[0].trim()} ${on}`.trim()
  return settled({ named, ...why, rest, tailWith }, today, 'past')
}

/** A spotted day once its direction is known; refused where there is none such, or two. */
export const settled = (
  { named, typed, text, rest, tailWith }: SpottedDay,
  today: LocalDate,
  direction: Direction,
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
