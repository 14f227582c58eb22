import type { KeyDate } from '../key-date.js'
import { type LocalDate, plusDays } from '../local-time.js'
import { type WorkingTime, workingDayFrom, workingDayUpTo } from '../working-time.js'
import { toldForDays } from './occurrences.js'
import { leadsOf } from './trigger.js'

/**
 * The days on which a day to remember or a trigger is brought up for the time that it comes on `on`, the first day
 * first. `first` is the next working day with a digest: what should have been told before waits for it. Empty when it
 * has been told, or never is.
 */
export const raisedDays = (
  each: KeyDate,
  on: LocalDate,
  first: LocalDate,
  time: WorkingTime,
): LocalDate[] => {
  const days = leadsAhead(each, on, time)
    .filter((lead) => !wasTold(each, lead, first, time))
    .map((lead) => workingDayFrom(later(lead, first), time))
    .filter((day) => day <= plusDays(on, toldForDays))
  // Once the second notice of a trigger is to be given, the first is past.
  return days.filter((day, n) => days.indexOf(day) === n)
}

const leadsAhead = (each: KeyDate, on: LocalDate, time: WorkingTime): LocalDate[] => {
  if (each.kind === 'date') return [workingDayUpTo(on, time)]
  if (each.on >= on) return []
  const { far, near } = leadsOf(each, on, time)
  return far === null ? [near] : [far, near]
}

/** Written down on one day, it is told of on the next working day at the latest. */
const wasTold = (each: KeyDate, lead: LocalDate, first: LocalDate, time: WorkingTime): boolean =>
  workingDayFrom(later(lead, plusDays(each.on, 1)), time) < first

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)
