import type { Rhythm } from '../../domain/cadence.js'
import { rhythmText } from '../../domain/cadence.js'
import { daysBetween, type LocalDate, weekdayOf } from '../../domain/local-time.js'

const weekdaysInFull = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const weekdays = weekdaysInFull.map((name) => name.slice(0, 3))
const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** Further away than this, the year is said and the weekday means nothing. */
const sameSeason = 180

/** "on Tue 24 Nov" near by, "on 3 March 2025" further away. */
const onDay = (on: LocalDate, today: LocalDate): string =>
  Math.abs(daysBetween(today, on)) < sameSeason ? `on ${shortDay(on)}` : `on ${longDay(on)}`

/** "Tue 24 Nov". */
const shortDay = (on: LocalDate): string => {
  const [, month = '', date = ''] = on.split('-')
  return `${weekdays[weekdayOf(on) - 1] ?? ''} ${Number(date)} ${(months[Number(month) - 1] ?? '').slice(0, 3)}`
}

/** A day in a career: "today", "yesterday", "1 November", "3 March 2025". */
export const plainDay = (on: LocalDate, today: LocalDate): string => {
  if (on === today || daysBetween(on, today) === 1) return day(on, today)
  return on.slice(0, 4) === today.slice(0, 4) ? longDay(on).replace(/ \d+$/, '') : longDay(on)
}

/** "Friday 27 November", and the year where it is another one. */
export const fullDay = (on: LocalDate, today: LocalDate): string => {
  const date = on.slice(0, 4) === today.slice(0, 4) ? longDay(on).replace(/ \d+$/, '') : longDay(on)
  return `${weekdaysInFull[weekdayOf(on) - 1] ?? ''} ${date}`
}

/** "14 March", of a `MM-DD`. */
export const dayOfYear = (monthDay: string): string => longDay(`2000-${monthDay}`).replace(/ \d+$/, '')

/** "3 March 2025". */
export const longDay = (on: LocalDate): string => {
  const [year = '', month = '', date = ''] = on.split('-')
  return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${Number(year)}`
}

/** "November 2026", of a `YYYY-MM`. */
export const monthAndYear = (month: string): string => longDay(`${month}-01`).slice(2)

/** "today", "yesterday", "tomorrow", "on Tue 24 Nov", "on 3 March 2025". */
export const day = (on: LocalDate, today: LocalDate): string => {
  const ahead = daysBetween(today, on)
  if (ahead === 0) return 'today'
  if (ahead === -1) return 'yesterday'
  return ahead === 1 ? 'tomorrow' : onDay(on, today)
}

/** "today", "yesterday", "60 days ago", "8 weeks ago", "7 months ago", "3 years ago". */
export const ago = (on: LocalDate, today: LocalDate): string => {
  const days = daysBetween(on, today)
  if (days < 2) return day(on, today)
  if (days >= 14 && days <= 140 && days % 7 === 0) return `${days / 7} weeks ago`
  if (days <= 100) return `${days} days ago`
  if (days < 730) return `${Math.round(days / 30.44)} months ago`
  return `${Math.floor(days / 365.25)} years ago`
}

/** Of a day that comes: "today", "tomorrow", "in 97 days", "in 7 months", "in 3 years". */
export const ahead = (on: LocalDate, today: LocalDate): string => {
  const days = daysBetween(today, on)
  if (days < 2) return day(on, today)
  if (days <= 100) return `in ${days} days`
  return days < 730 ? `in ${Math.round(days / 30.44)} months` : `in ${Math.floor(days / 365.25)} years`
}

/** "March". */
export const monthName = (on: LocalDate): string => months[Number(on.slice(5, 7)) - 1] ?? ''

/** "every 3 weeks", "every day"; null for never. */
export const rhythm = (every: Rhythm): string | null =>
  every === 'never' ? null : `every ${rhythmText(every)}`
