import { type KeyDate, nextOccurrence } from './key-date.js'
import type { LocalDate } from './local-time.js'

/** A day to remember or a trigger, and when it comes next. */
export type Ahead = { readonly date: KeyDate; readonly on: LocalDate }

/** Those that still come, the soonest first; today counts. */
export const aheadOf = (dates: readonly KeyDate[], today: LocalDate): Ahead[] =>
  dates
    .flatMap((date) => {
      const on = nextOccurrence(date, today)
      return on === null ? [] : [{ date, on }]
    })
    .sort((a, b) => (a.on === b.on ? (a.date.id < b.date.id ? -1 : 1) : a.on < b.on ? -1 : 1))
