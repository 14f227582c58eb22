import type { Home } from './audience.js'
import { type Instant, isLocalDate, type LocalDate } from './local-time.js'

/** A day to remember (birthday, renewal), or a trigger: the dated thing that forces a move away from the status quo. */
export type KeyDate = {
  readonly id: string
  readonly personId: string
  readonly home: Home
  readonly by: string
  readonly at: Instant
  /** The day it was written down, on the writer's calendar. */
  readonly on: LocalDate
  readonly kind: 'date' | 'trigger'
  readonly text: string
  /** `MM-DD`. */
  readonly monthDay: string
  /** The year of the first occurrence; null where nobody said one, as for a birthday. What is not yearly has one. */
  readonly year: number | null
  readonly yearly: boolean
}

type Day = Pick<KeyDate, 'monthDay' | 'year' | 'yearly'>

/** The day on which it falls in a year: 29 February is 28 February where there is none. Null outside its time. */
export const occurrenceIn = ({ monthDay, year, yearly }: Day, wanted: number): LocalDate | null => {
  if (year !== null && (yearly ? wanted < year : wanted !== year)) return null
  const on = `${String(wanted).padStart(4, '0')}-${monthDay}`
  return isLocalDate(on) ? on : on.replace(/-29$/, '-28')
}

/** The first occurrence at or after a day; null when there is none any more. */
export const nextOccurrence = (date: Day, from: LocalDate): LocalDate | null => {
  const year = Number(from.slice(0, 4))
  const years = [year, year + 1, ...(date.year === null || date.year < year ? [] : [date.year])]
  const found = years.map((each) => occurrenceIn(date, each)).filter((on) => on !== null && on >= from)
  return found.sort()[0] ?? null
}
