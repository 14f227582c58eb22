import { type LocalDate, plusMonths } from './local-time.js'

/** Twelve months, the present one the last. */
const months = 12

/** The first day of the twelve months. */
export const contactYearBegins = (today: LocalDate): LocalDate => plusMonths(firstOfMonth(today), 1 - months)

/** How many contacts there were in each of the twelve months, the oldest month first. */
export const contactYear = (days: ReadonlyMap<LocalDate, number>, today: LocalDate): number[] => {
  const begins = contactYearBegins(today)
  return Array.from({ length: months }, (_, n) => {
    const month = plusMonths(begins, n).slice(0, 7)
    return [...days].reduce((sum, [on, times]) => (on.startsWith(month) ? sum + times : sum), 0)
  })
}

const firstOfMonth = (on: LocalDate): LocalDate => `${on.slice(0, 7)}-01`
