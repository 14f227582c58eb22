import { isLocalDate, type LocalDate, plusDays, weekdayOf } from '../../domain/local-time.js'
import type { NamedDay } from './day-forms.js'

/** `past`: the latest such day up to today. `future`: the next, today included. */
export type Direction = 'past' | 'future'

/** A named day once the direction is known. `beyond` lies on the wrong side of today. */
type SettledDay =
  | { readonly kind: 'day'; readonly on: LocalDate }
  | { readonly kind: 'beyond'; readonly on: LocalDate }
  | { readonly kind: 'either'; readonly options: readonly [LocalDate, LocalDate] }
  | { readonly kind: 'impossible' }

export const settleDay = (named: NamedDay, today: LocalDate, direction: Direction): SettledDay => {
  if (named.kind === 'impossible') return named
  if (named.kind === 'either') return settleEither(named.readings, today, direction)
  if (named.kind === 'on') {
    const fits = direction === 'past' ? named.on <= today : named.on >= today
    return { kind: fits ? 'day' : 'beyond', on: named.on }
  }
  if (named.kind === 'weekday') {
    const ahead = (named.weekday - weekdayOf(today) + 7) % 7
    const back = ahead === 0 ? 0 : ahead - 7
    return { kind: 'day', on: plusDays(today, direction === 'past' ? back : ahead) }
  }
  const on = nearest(
    named.kind === 'yearly' ? yearly(named, today, direction) : monthly(named.day, today, direction),
    today,
    direction,
  )
  return on === undefined ? { kind: 'impossible' } : { kind: 'day', on }
}

const settleEither = (readings: readonly NamedDay[], today: LocalDate, direction: Direction): SettledDay => {
  const [first, second] = readings.map((reading) => settleDay(reading, today, direction))
  if (first?.kind === 'day' && second?.kind === 'day')
    return { kind: 'either', options: [first.on, second.on] }
  return (first?.kind === 'day' ? first : (second ?? first)) ?? { kind: 'impossible' }
}

const nearest = (days: readonly LocalDate[], today: LocalDate, direction: Direction): LocalDate | undefined =>
  days.find((on) => isLocalDate(on) && (direction === 'past' ? on <= today : on >= today))

const two = (n: number): string => String(n).padStart(2, '0')

/** The day in this year and the years beside it; around 1900 and 2100 eight years have no 29 February. */
const yearly = (
  day: { readonly month: number; readonly day: number },
  today: LocalDate,
  direction: Direction,
): LocalDate[] =>
  Array.from({ length: 9 }, (_, n) => {
    const year = Number(today.slice(0, 4)) + (direction === 'past' ? -n : n)
    return `${year}-${two(day.month)}-${two(day.day)}`
  })

/** The day in this month and the months beside it; at least every second month has a 31st. */
const monthly = (day: number, today: LocalDate, direction: Direction): LocalDate[] =>
  Array.from({ length: 4 }, (_, n) => {
    const months =
      Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + (direction === 'past' ? -n : n)
    return `${Math.floor(months / 12)}-${two((months % 12) + 1)}-${two(day)}`
  })
