import { type Instant, type LocalDate, plusDays, wallClock, weekdayOf, type Zone } from './local-time.js'

/** When a place may be spoken to. Hours are wall-clock hours in `zone`; days are 1 (Monday) to 7 (Sunday). */
export type WorkingTime = {
  readonly zone: Zone
  readonly days: readonly number[]
  readonly fromHour: number
  readonly toHour: number
  /** The hour from which the morning's digest may come. */
  readonly digestHour: number
  /** Days off. */
  readonly holidays: readonly LocalDate[]
}

export const standardWorkingTime = (zone: Zone): WorkingTime => ({
  zone,
  days: [1, 2, 3, 4, 5],
  fromHour: 9,
  toHour: 17,
  digestHour: 9,
  holidays: [],
})

export const isWorkingDay = (on: LocalDate, time: WorkingTime): boolean =>
  time.days.includes(weekdayOf(on)) && !time.holidays.includes(on)

/** A longer stretch without a working day is no working time at all. */
export const longestRest = 366

/** The first working day at or after a date. A place without working days never has one: the date itself. */
export const workingDayFrom = (on: LocalDate, time: WorkingTime): LocalDate => {
  for (let n = 0; n < longestRest; n++) {
    const candidate = plusDays(on, n)
    if (isWorkingDay(candidate, time)) return candidate
  }
  return on
}

/** The last working day at or before a date; the date itself where there is none. */
export const workingDayUpTo = (on: LocalDate, time: WorkingTime): LocalDate => {
  for (let n = 0; n < longestRest; n++) {
    const candidate = plusDays(on, -n)
    if (isWorkingDay(candidate, time)) return candidate
  }
  return on
}

/** How many days off follow a day: all that falls on them is told of on the last working day before. */
export const restAfter = (on: LocalDate, time: WorkingTime): number => {
  for (let n = 1; n <= longestRest; n++) if (isWorkingDay(plusDays(on, n), time)) return n - 1
  return longestRest
}

/** How many working days come after `from`, up to and with `to`. */
export const workingDaysSince = (from: LocalDate, to: LocalDate, time: WorkingTime): number => {
  let count = 0
  for (let on = plusDays(from, 1); on <= to; on = plusDays(on, 1)) if (isWorkingDay(on, time)) count++
  return count
}

/** Whether an instant lies in working time, from the first hour up to but not with the last. */
export const isWorkingTime = (at: Instant, time: WorkingTime): boolean =>
  isOpen(wallClock(at, time.zone), time)
const isOpen = ({ on, minutes }: ReturnType<typeof wallClock>, time: WorkingTime): boolean =>
  minutes >= time.fromHour * 60 && minutes < time.toHour * 60 && isWorkingDay(on, time)

/** Whether the day's digest may be fixed at an instant: working time, and the digest's hour has come. */
export const isDigestTime = (at: Instant, time: WorkingTime): boolean => {
  const there = wallClock(at, time.zone)
  return there.minutes >= time.digestHour * 60 && isOpen(there, time)
}
