import type { LocalDate } from '../../../domain/local-time.js'
import { settleDay } from '../../command/day-direction.js'
import { dayOf } from '../../command/day-piece.js'

type HolidaysReading =
  | { readonly kind: 'holidays'; readonly holidays: readonly LocalDate[] }
  | { readonly kind: 'complaint'; readonly complaint: string }

const complain = (complaint: string): HolidaysReading => ({ kind: 'complaint', complaint })

/**
 * One day a line: `2026-12-25`, `25 december 2026`, or without a year the next such day. A day that is over is left out
 * where it stood there `before`, and else is a slip; null: it is not known any more what stood there.
 */
export const readHolidays = (
  text: string,
  today: LocalDate,
  before: readonly LocalDate[] | null,
): HolidaysReading => {
  const holidays = new Set<LocalDate>()
  for (const [nth, raw] of text.split('\n').entries()) {
    const line = raw.trim().replace(/,$/, '')
    if (line === '') continue
    const where = `Line ${nth + 1}, "${line.slice(0, 40)}"`
    const named = dayOf(line, today)
    if (named === null)
      return complain(`${where}: which day is that? Say it as "2026-12-25" or "25 December 2026".`)
    const day = settleDay(named, today, 'future')
    if (day.kind === 'impossible') return complain(`${where}: there is no such day.`)
    if (day.kind === 'either') return complain(`${where}: is that ${day.options.join(' or ')}?`)
    if (day.kind === 'day') holidays.add(day.on)
    else if (before !== null && !before.includes(day.on))
      return complain(`${where}: that day is over. Say one that is still to come.`)
  }
  return { kind: 'holidays', holidays: [...holidays].sort() }
}
