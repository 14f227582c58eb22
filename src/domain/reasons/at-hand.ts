import type { Commitment } from '../commitment.js'
import type { KeyDate } from '../key-date.js'
import { type LocalDate, plusDays } from '../local-time.js'
import { occurrencesIn, type Span, toldForDays } from './occurrences.js'
import { farLead } from './trigger.js'

/**
 * The days of a kind that may have to be told of on a day, with so many days off after it (`restAfter`): what falls on
 * those is told of before them.
 */
export const daysAtHand = (kind: KeyDate['kind'], on: LocalDate, rest: number): Span => ({
  from: plusDays(on, -toldForDays),
  to: plusDays(on, kind === 'trigger' ? rest + farLead : rest),
})

/** Whether a day to remember or a trigger may have to be told of on a day, as `daysAtHand` says. */
export const isDayAtHand = (date: KeyDate, on: LocalDate, rest: number): boolean =>
  occurrencesIn(date, daysAtHand(date.kind, on, rest)).length > 0

/** Whether a promise or step may have to be told of on a day: until it is closed it is never too late. */
export const isDueAtHand = ({ dueOn, closed }: Commitment, on: LocalDate, rest: number): boolean =>
  closed === null && dueOn !== null && dueOn <= plusDays(on, rest)
