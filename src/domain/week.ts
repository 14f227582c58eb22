import { type Rhythm, rhythmDays } from './cadence.js'
import {
  daysBetween,
  type Instant,
  instantAt,
  type LocalDate,
  localDateOf,
  plusDays,
  weekdayOf,
} from './local-time.js'
import { isWorkingDay, isWorkingTime, type WorkingTime, workingDaysSince } from './working-time.js'

/**
 * A place's week begins after its longest rest: on Monday for Monday to Friday, on Sunday for Sunday to Thursday. It
 * closes on the last of its working days that is no day off, towards the end of that day.
 */
export type Closing = {
  /** The first day of the week. */
  readonly beginsOn: LocalDate
  readonly closesOn: LocalDate
  readonly closesAt: Instant
}

/** A week of a place that was told, or had nothing to tell. What was journalled up to there belongs to it. */
export type ToldWeek = { readonly beginsOn: LocalDate; readonly upToSeq: number }

/** So long before the end of work there is time to read it, and little is still to happen. */
const hoursBeforeEnd = 2
const daysInWeek = 7
/** Weeks that begin nearer to each other are one, reckoned otherwise: somebody set the working days anew in between. */
const apartDays = 4
/** After longer silence a week begins anew: nobody wants to hear of a month. */
const longestGapDays = 17

/** The weekday on which a place's week begins; of several rests as long, the first after Sunday's counts. */
const firstWeekday = ({ days }: WorkingTime): number => {
  const restBefore = (day: number): number => {
    for (let n = 1; n <= daysInWeek; n++) if (days.includes(((day - n + 13) % daysInWeek) + 1)) return n
    return daysInWeek
  }
  return [...days]
    .sort()
    .reduce((first, day) => (restBefore(day) > restBefore(first) ? day : first), days[0] ?? 1)
}

const beginningOf = (on: LocalDate, time: WorkingTime): LocalDate =>
  plusDays(on, -((weekdayOf(on) - firstWeekday(time) + daysInWeek) % daysInWeek))

/** Null: all of that week is off. */
const closingOf = (beginsOn: LocalDate, time: WorkingTime): Closing | null => {
  for (let n = daysInWeek - 1; n >= 0; n--) {
    const closesOn = plusDays(beginsOn, n)
    if (!isWorkingDay(closesOn, time)) continue
    const hour = Math.max(time.fromHour, time.toHour - hoursBeforeEnd)
    return { beginsOn, closesOn, closesAt: instantAt(closesOn, hour * 60, time.zone) }
  }
  return null
}

const closingsAround = (now: Instant, time: WorkingTime): Closing[] => {
  const beginsOn = beginningOf(localDateOf(now, time.zone), time)
  return [-1, 0, 1, 2].flatMap((n) => closingOf(plusDays(beginsOn, n * daysInWeek), time) ?? [])
}

/** When the next week closes; null when all that is near is off. */
export const nextClosing = (now: Instant, time: WorkingTime): Closing | null =>
  closingsAround(now, time).find(({ closesAt }) => closesAt > now) ?? null

/** The week before, as far as it was told. */
export const toldBefore = (beginsOn: LocalDate, told: readonly ToldWeek[]): ToldWeek | null =>
  told
    .filter((week) => {
      const days = daysBetween(week.beginsOn, beginsOn)
      return days >= apartDays && days <= longestGapDays
    })
    .sort((a, b) => (a.beginsOn < b.beginsOn ? 1 : -1))[0] ?? null

/**
 * The week that is to be told now. It is told once, on the day on which it closes; where that did not come to pass, on the
 * working day after it, unless the place hears of its week for the first time.
 */
export const weekToTell = (now: Instant, time: WorkingTime, told: readonly ToldWeek[]): Closing | null => {
  if (!isWorkingTime(now, time)) return null
  const closing = closingsAround(now, time).findLast(({ closesAt }) => closesAt <= now)
  if (closing === undefined) return null
  const { beginsOn, closesOn } = closing
  if (told.some((week) => Math.abs(daysBetween(week.beginsOn, beginsOn)) < apartDays)) return null
  const late = workingDaysSince(closesOn, localDateOf(now, time.zone), time)
  return late === 0 || (late === 1 && toldBefore(beginsOn, told) !== null) ? closing : null
}

/** Whether a day lies in the week that begins so. */
export const isSameWeek = (beginsOn: LocalDate, on: LocalDate, time: WorkingTime): boolean =>
  Math.abs(daysBetween(beginsOn, beginningOf(on, time))) < apartDays

/** No week further back decides anything. */
export const weeksFrom = (today: LocalDate): LocalDate => plusDays(today, -(longestGapDays + 2 * daysInWeek))

/** A week nobody heard of before begins so long before it closes. */
export const weekMs = daysInWeek * 24 * 60 * 60_000

const silenceDays = 60

/**
 * Whether somebody came back after silence: two months or more, and longer than twice the time after which we meant to be
 * in touch. Without a rhythm two months are silence.
 */
export const cameBack = (lastOn: LocalDate, on: LocalDate, rhythm: Rhythm): boolean => {
  const usual = rhythm === 'never' ? 0 : rhythmDays(rhythm)
  return daysBetween(lastOn, on) >= Math.max(silenceDays, 2 * usual)
}

/** What happened by that day was written down in the week, perhaps, and did not happen in it. */
export const longBefore = (closesOn: LocalDate): LocalDate => plusDays(closesOn, -longestGapDays)
