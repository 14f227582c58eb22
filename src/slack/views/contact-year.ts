import { contactYearBegins } from '../../domain/contact-year.js'
import { type LocalDate, plusMonths } from '../../domain/local-time.js'
import { ours, picture, type Words } from './copy.js'
import { ago, monthName } from './days.js'

/** None, and from the fewest to the most in a month. */
const signs = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
/** A month with so many stands tall, also where no month had more: one contact a month is no skyline. */
const tall = 3

/** Twelve months of contact as twelve signs, the oldest first; nothing where there was none. */
export const yearPicture = (year: readonly number[], lastOn: LocalDate, today: LocalDate): Words | null => {
  const total = year.reduce((sum, n) => sum + n, 0)
  if (total === 0) return null
  const most = Math.max(...year)
  const shown = year.map((n) => signs[heightOf(n, Math.max(most, tall))] ?? '').join('')
  return picture(
    `a year: ${shown}`,
    ours(inWords(total, busiestMonth(year, most, today), ago(lastOn, today))),
  )
}

const heightOf = (n: number, most: number): number =>
  n === 0 ? 0 : Math.max(1, Math.round((n / most) * (signs.length - 1)))

const inWords = (total: number, busiest: string | null, last: string): string => {
  if (total === 1) return `1 contact in the last year, ${last}`
  const most = busiest === null ? '' : `, most in ${busiest}`
  return `${total} contacts in the last year${most}, the last ${last}`
}

/** The month with the most contacts; null when another had as many. */
const busiestMonth = (year: readonly number[], most: number, today: LocalDate): string | null =>
  year.filter((n) => n === most).length > 1
    ? null
    : monthName(plusMonths(contactYearBegins(today), year.indexOf(most)))
