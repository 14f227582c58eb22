import { type KeyDate, nextOccurrence } from './key-date.js'
import type { LocalDate } from './local-time.js'
import { compare } from './order.js'

/** A day to remember or a trigger, and when it comes next. */
export type Ahead = { readonly date: KeyDate; readonly on: LocalDate }

/** Those that still come, the soonest first; today counts. */
export const aheadOf = (dates: readonly KeyDate[], today: LocalDate): Ahead[] =>
  dates
    .flatMap((date) => {
      const on = nextOccurrence(date, today)
      return on === null ? [] : [{ date, on }]
    })
    .sort((a, b) => compare(a.on, b.on) || compare(a.date.id, b.date.id))
