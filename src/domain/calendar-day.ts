import type { KeyDate } from './key-date.js'
import { isLocalDate, type LocalDate } from './local-time.js'

type Day = Pick<KeyDate, 'monthDay' | 'year'>

/**
 * The one day that stands for it where a calendar wants a year: its first day, or the next one where nobody knows the
 * year. 29 February is shown in a leap year if it may be, so that it is not taken for the 28th.
 */
export const calendarDay = ({ monthDay, year }: Day, today: LocalDate): LocalDate => {
  const inYear = (each: number): LocalDate => `${String(each).padStart(4, '0')}-${monthDay}`
  if (year !== null) return isLocalDate(inYear(year)) ? inYear(year) : inYear(year).replace(/-29$/, '-28')
  const thisYear = Number(today.slice(0, 4))
  // Around 1900 and 2100 eight years have no 29 February.
  const days = Array.from({ length: 9 }, (_, n) => inYear(thisYear + n))
  return days.find((on) => isLocalDate(on) && on >= today) ?? inYear(thisYear)
}
