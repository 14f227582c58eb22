import type { LocalDate } from '../../../domain/local-time.js'
import { settleDay } from '../../command/day-direction.js'
import { dayOf } from '../../command/day-piece.js'

type HolidaysReading =
  | { readonly kind: 'holidays'; readonly holidays: readonly LocalDate[] }
  | { readonly kind: 'complaint'; readonly complaint: string }

const complain = (complaint: string): HolidaysReading => ({ kind: 'complaint', complaint })

/** One day a line: `2026-12-25`, `25 december 2026`, or without a year the next such day. */
export const readHolidays = (text: string, today: LocalDate): HolidaysReading => {
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
    // A day that is over does no harm, and stands there from the year before.
    holidays.add(day.on)
  }
  return { kind: 'holidays', holidays: [...holidays].sort() }
}
