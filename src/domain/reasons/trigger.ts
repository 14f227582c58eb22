import { type KeyDate, nextOccurrence } from '../key-date.js'
import { type LocalDate, plusDays } from '../local-time.js'
import { type WorkingTime, workingDayUpTo } from '../working-time.js'
import { leadOccasionOf } from './occasion.js'
import { occurrencesIn, toldForDays } from './occurrences.js'
import type { Detector } from './reason.js'

/** A trigger is told of so many days ahead, and once more. */
export const farLead = 30
const nearLead = 7

/**
 * The dated thing that forces a move comes near. Once the second notice is to be given, the first is past; nobody may
 * have had the second when the day comes, since the bot was down, and it is given for a while after.
 */
export const trigger: Detector = ({ dates }, on, time) =>
  dates
    .filter((each) => each.kind === 'trigger')
    .flatMap((each) =>
      daysAround(each, on).flatMap((day) => {
        const lead = leadOn(each, day, on, time)
        return lead === null ? [] : [{ kind: 'trigger', occasion: leadOccasionOf(each.id, day, lead) }]
      }),
    )

/** Those that have just passed, and the next one. */
const daysAround = (each: KeyDate, on: LocalDate): LocalDate[] => {
  const past = occurrencesIn(each, { from: plusDays(on, -toldForDays), to: plusDays(on, -1) })
  const next = nextOccurrence(each, on)
  return next === null ? past : [...past, next]
}

const leadOn = (each: KeyDate, day: LocalDate, on: LocalDate, time: WorkingTime): number | null => {
  // Whoever wrote it down on its day, or later, knows of it.
  if (each.on >= day) return null
  const { far, near } = leadsOf(each, day, time)
  if (on >= near) return nearLead
  return far !== null && on >= far ? farLead : null
}

/** From which days on a trigger is told of, and told of once more; `far` is null when it was written down later. */
export const leadsOf = (
  each: KeyDate,
  day: LocalDate,
  time: WorkingTime,
): { readonly far: LocalDate | null; readonly near: LocalDate } => {
  const [far, near] = [plusDays(day, -farLead), plusDays(day, -nearLead)]
  return {
    far: each.on <= far ? workingDayUpTo(far, time) : null,
    // Whoever wrote it down in its last week knows of it on that day.
    near: each.on > near ? plusDays(each.on, 1) : workingDayUpTo(near, time),
  }
}
