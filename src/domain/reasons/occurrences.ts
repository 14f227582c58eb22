import { type KeyDate, occurrenceIn } from '../key-date.js'
import type { LocalDate } from '../local-time.js'

/** For so many days after it, a day is still told of that could not be told before. */
export const toldForDays = 30

/** From one day to another, both with it. */
export type Span = { readonly from: LocalDate; readonly to: LocalDate }

/** When a day falls within a span of at most two years, the first time first. */
export const occurrencesIn = (date: KeyDate, { from, to }: Span): LocalDate[] => {
  const year = Number(from.slice(0, 4))
  return [year, year + 1, year + 2]
    .map((each) => occurrenceIn(date, each))
    .filter((day) => day !== null)
    .filter((day) => from <= day && day <= to)
}
