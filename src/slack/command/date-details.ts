import type { LocalDate } from '../../domain/local-time.js'
import { settled } from './dates.js'
import { settleDay } from './day-direction.js'
import { monthNames } from './day-forms.js'
import { dayAtEnd, dayAtFront, type SpottedDay } from './day-spots.js'
import type { Refusal } from './refusal.js'
import { noneOrTooLong } from './text-details.js'
import { withoutDay } from './trigger-details.js'
import { type Marked, plainText } from './words.js'
import { comesEachYear, eachYear, saysYear } from './yearly.js'

/**
 * `monthDay`: `MM-DD`. `year`: of what comes once, the year of its day, today or later; of what comes each year, that
 * of the first time where it was typed (a birthday's lies in the past), else null.
 */
export type DateDetails = {
  readonly kind: 'date'
  readonly monthDay: string
  readonly year: number | null
  readonly yearly: boolean
  readonly text: string
}

/** `date WHO DAY: TEXT`; also `date WHO TEXT [on] DAY`. */
export const readDate = (tail: Marked, today: LocalDate): DateDetails | Refusal => {
  const spotted = dayAtFront(tail, today, 'future') ?? dayAtEnd(tail, today)
  if (spotted === null) return withoutDay(tail, today, readDate)
  const text = plainText(spotted.rest)
  const refused = noneOrTooLong(text, spotted.text)
  if (refused !== null) return refused
  if (comesEachYear(text, saysYear(spotted.typed))) return readYearly(spotted, text, today)
  const day = settled(spotted, today, 'future')
  if (day.kind === 'refusal') return day
  return { kind: 'date', ...monthDayAndYear(day.on), yearly: false, text }
}

const readYearly = (spotted: SpottedDay, text: string, today: LocalDate): DateDetails | Refusal => {
  const { named, typed } = spotted
  const readings = (named.kind === 'either' ? named.readings : [named])
    .map((reading) => eachYear(reading, { typed, text, today }))
    .filter((day) => day !== null)
  const [first, second] = readings
  if (first === undefined) return { kind: 'refusal', reason: 'impossible-date', typed, text: spotted.text }
  if (second === undefined) return { kind: 'date', ...first, yearly: true, text }
  // The year shown is that of the next such day; the tail that goes on has none, if none was typed.
  const shown = ({ monthDay, year }: typeof first): LocalDate => {
    if (year !== null) return `${year}-${monthDay}`
    const [month = 0, day = 0] = monthDay.split('-').map(Number)
    const next = settleDay({ kind: 'yearly', month, day }, today, 'future')
    return next.kind === 'day' ? next.on : today
  }
  const words = ({ monthDay, year }: typeof first): string =>
    year === null ? inWords(monthDay) : `${year}-${monthDay}`
  return {
    kind: 'refusal',
    reason: 'ambiguous-date',
    typed,
    options: [shown(first), shown(second)],
    tails: [spotted.tailWith(words(first)), spotted.tailWith(words(second))],
    text: spotted.text,
  }
}

const monthDayAndYear = (on: LocalDate): { monthDay: string; year: number } => ({
  monthDay: on.slice(5),
  year: Number(on.slice(0, 4)),
})

/** A day that names no year and has one reading. */
const inWords = (monthDay: string): string =>
  `${Number(monthDay.slice(3))} ${monthNames[Number(monthDay.slice(0, 2)) - 1] ?? ''}`
