import type { Commitment } from '../commitment.js'
import { type KeyDate, nextOccurrence } from '../key-date.js'
import type { LocalDate } from '../local-time.js'
import { type WorkingTime, workingDayFrom, workingDayUpTo } from '../working-time.js'
import { leadsOf } from './trigger.js'

/** Something written down for a day, the day itself, and the next one on which its person comes up for it. */
export type Raised = {
  readonly kind: Commitment['kind'] | KeyDate['kind']
  readonly text: string
  readonly on: LocalDate
  readonly raisedOn: LocalDate
}

/** An open promise or step: its day, or the last working day before; in the past, it has been asked about since then. */
export const nextOfCommitment = (
  { kind, text, dueOn, closed }: Commitment,
  time: WorkingTime,
): Raised | null =>
  dueOn === null || closed !== null ? null : { kind, text, on: dueOn, raisedOn: workingDayUpTo(dueOn, time) }

/** A day to remember or a trigger; null when it comes no more, or has been told of for the last time. */
export const nextOfDate = (each: KeyDate, today: LocalDate, time: WorkingTime): Raised | null => {
  const on = nextOccurrence(each, today)
  if (on === null) return null
  const { kind, text } = each
  if (kind === 'date') return { kind, text, on, raisedOn: workingDayUpTo(on, time) }
  const { far, near } = leadsOf(each, on, time)
  // Written down on days off, it is told of after them.
  const leads = [far, near].map((lead) => (lead === null ? null : workingDayFrom(later(lead, each.on), time)))
  const raisedOn = leads.find((lead) => lead !== null && lead >= today && lead <= on)
  return raisedOn === undefined || raisedOn === null ? null : { kind, text, on, raisedOn }
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)
