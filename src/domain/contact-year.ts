import type { LocalDate } from './local-time.js'

/** Twelve months, the present one the last. */
const months = 12

/** The first day of the twelve months. */
export const contactYearBegins = (today: LocalDate): LocalDate => {
  const first = monthOf(today) - months
  const [year, month] = [Math.floor(first / 12), (first % 12) + 1]
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
}

/** How many contacts there were in each of the twelve months, the oldest month first. */
export const contactYear = (days: ReadonlyMap<LocalDate, number>, today: LocalDate): number[] => {
  const begins = monthOf(today) + 1 - months
  const year = Array.from({ length: months }, () => 0)
  for (const [on, times] of days) {
    const nth = monthOf(on) - begins
    if (nth in year) year[nth] = (year[nth] ?? 0) + times
  }
  return year
}

/** Counted from the first month of the first year on. */
const monthOf = (on: LocalDate): number => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7))
