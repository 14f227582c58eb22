import { notBefore, rhythmDays } from './cadence.js'
import type { Commitment } from './commitment.js'
import { type KeyDate, occurrenceIn } from './key-date.js'
import { daysBetween, type Instant, type LocalDate, localDateOf, plusDays, type Zone } from './local-time.js'
import {
  type Answer,
  type Nudge,
  type Reason,
  type ReasonKind,
  raisedAtMost,
  reasonKinds,
  returnsAfterWorkingDays,
} from './nudge.js'
import { compare } from './order.js'
import type { Person } from './person.js'
import { detectors } from './reasons/index.js'
import { readOccasion } from './reasons/occasion.js'
import type { PersonFacts } from './reasons/reason.js'
import { type WorkingTime, workingDaysSince } from './working-time.js'

/** Somebody to bring up: why, and for the how-manieth time. */
export type Entry = {
  readonly facts: PersonFacts
  /** The weightiest first. */
  readonly reasons: readonly [Reason, ...Reason[]]
  readonly times: number
}

/** Whether to bring somebody up on a day, and why. Null: there is no reason, or its turn has not come. */
export const decide = (facts: PersonFacts, on: LocalDate, time: WorkingTime): Entry | null => {
  const today = facts.nudges.filter((nudge) => nudge.on === on).flatMap((nudge) => nudge.reasons)
  const raised = detectors
    .flatMap((detect) => detect(facts, on, time))
    .filter((reason) => !today.some((raised) => isSameForTheDay(raised, reason)))
    .flatMap((reason) => {
      const times = turnOf(reason, facts, on, time)
      return times === null ? [] : [{ reason, times }]
    })
    .sort((a, b) => rankOf(a.reason) - rankOf(b.reason) || compare(dayOf(a.reason), dayOf(b.reason)))
  const [first, ...others] = raised
  if (first === undefined) return null
  return {
    facts,
    reasons: [first.reason, ...others.map((raise) => raise.reason)],
    times: timesIn(raised),
  }
}

/** The how-manieth time an occasion would be raised on a day; null while it is not its turn. */
const turnOf = (
  reason: Reason,
  { nudges, person }: Pick<PersonFacts, 'person' | 'nudges'>,
  on: LocalDate,
  time: WorkingTime,
): number | null => {
  const raised = nudges.filter((nudge) => nudge.reasons.some((known) => isSameOccasion(known, reason)))
  const [last, ...earlier] = raised
  if (last === undefined) return 1
  // Also when it was told somewhere else since: whoever puts it off means it wherever it is told.
  if (raised.some((nudge) => on < (restsUntil(nudge, person) ?? on))) return null
  if (last.answer?.kind === 'later' || last.answer?.kind === 'moved') return 1
  if (last.answer?.kind === 'not-needed') return isOpenStill(reason) ? 1 : null
  if (toldOnce.includes(reason.kind)) return null
  // To be in touch is not to keep a promise, nor to say what they do now: it stays until somebody closes it.
  if (last.answer?.kind === 'reached-out' && !untilClosed.includes(reason.kind)) return null
  const times = timesOf(last, earlier)
  const mayReturn = times < raisedAtMost && workingDaysSince(last.on, on, time) >= returnsAfterWorkingDays
  return mayReturn ? times + 1 : null
}

/** The day until which an answer lets what was raised rest; null for an answer that says nothing of it. */
const restsUntil = ({ answer, on }: Nudge, { rhythm }: Pick<Person, 'rhythm'>): LocalDate | null => {
  if (answer?.kind === 'later' || answer?.kind === 'moved') return answer.until
  return answer?.kind === 'not-needed' ? (answer.until ?? notBefore(on, rhythm)) : null
}

/** A reason, and the how-manieth time it is raised. */
export type Turn = { readonly reason: Reason; readonly times: number }

/** Those reasons of a nudge whose turn it still is, by what was answered to the nudges before it. */
export const turnsOf = (
  nudge: Nudge,
  { person, nudges }: Pick<PersonFacts, 'person' | 'nudges'>,
  time: WorkingTime,
): readonly Turn[] => {
  const before = { person, nudges: nudges.filter(({ id }) => id < nudge.id) }
  return nudge.reasons.flatMap((reason) => {
    const times = turnOf(reason, before, nudge.on, time)
    return times === null ? [] : [{ reason, times }]
  })
}

/** An entry counts the reason that was raised most often. */
export const timesIn = (turns: readonly Turn[]): number => Math.max(1, ...turns.map(({ times }) => times))

/**
 * How often an occasion has been raised in a row. An entry with several reasons counts the one that was raised most
 * often, so that the others are counted here.
 */
const timesOf = (last: Nudge, earlier: readonly Nudge[]): number => {
  if (last.reasons.length === 1) return last.times
  const anew = earlier.findIndex(({ answer }) => answer !== null && beginsAnew.includes(answer.kind))
  return Math.min(last.times, 1 + (anew === -1 ? earlier.length : anew))
}

/** After these answers it is counted from the beginning. */
const beginsAnew: readonly Answer['kind'][] = ['later', 'moved', 'not-needed']

/** A day that comes is told of once, and does not return by itself. */
const toldOnce: readonly ReasonKind[] = ['trigger', 'date']
const untilClosed: readonly ReasonKind[] = ['promise', 'step', 'role-question']
/** What is not over because it was not needed on one day: an open promise or question, and a silence. */
const isOpenStill = ({ kind }: Reason): boolean => untilClosed.includes(kind) || kind === 'quiet'

/**
 * Never twice for one reason and day, even when a late contact gives it another occasion. Of promises and days there
 * may be several, and not all are told of in the same place.
 */
const isSameForTheDay = (raised: Reason, reason: Reason): boolean =>
  raised.kind === reason.kind && (!isApart(reason) || raised.occasion === reason.occasion)

/** Whether the occasion is a thing with a day of its own. */
const hasADay = ({ kind }: Reason): boolean =>
  toldOnce.includes(kind) || kind === 'promise' || kind === 'step'
/** Whether there may be several of a kind about one person on one day. */
export const isApart = (reason: Reason): boolean => hasADay(reason) || reason.kind === 'role-question'

export const isSameOccasion = (a: Reason, b: Reason): boolean =>
  a.kind === b.kind && a.occasion === b.occasion
const rankOf = (reason: Reason): number => reasonKinds.indexOf(reason.kind)
/** Of one kind the nearest day comes first. */
const dayOf = (reason: Reason): LocalDate => (hasADay(reason) && readOccasion(reason.occasion)?.on) || ''

/** The order in a digest: by the weightiest reason; the quiet ones by how many rhythms have passed. */
export const inOrder = (entries: readonly Entry[], on: LocalDate): Entry[] =>
  entries
    .map((entry) => ({ entry, rank: rankOf(entry.reasons[0]), passed: rhythmsPassed(entry.facts, on) }))
    .sort((a, b) => a.rank - b.rank || b.passed - a.passed || compareIds(a.entry, b.entry))
    .map(({ entry }) => entry)

const compareIds = (a: Entry, b: Entry): number => (a.facts.person.id < b.facts.person.id ? -1 : 1)

/** How many rhythms have passed since the last contact, or since the introduction. */
export const rhythmsPassed = ({ person, lastContactOn }: PersonFacts, on: LocalDate): number =>
  daysBetween(lastContactOn ?? person.introducedOn, on) / rhythmDays(person.rhythm)

/** News beyond this many people at once is no longer a message of its own: it waits for the digest. */
export const newsInBulk = 3

export const isNews = (reason: Reason): boolean => reason.kind === 'new-role' || reason.kind === 'left'
/** What is said of somebody's role is a message of its own: news, and whether it is so. */
export const isOfRoles = (reason: Reason): boolean => isNews(reason) || reason.kind === 'role-question'

/** What has happened around an open nudge, in the journal's order and not by clocks. */
export type Since = {
  readonly dueOn: LocalDate | null
  /** The pieces of news that still stand. */
  readonly newsIds: readonly string[]
  /** The changes of role about which nobody has decided. */
  readonly roleQuestionIds: readonly string[]
  /** Of the promises and steps that the nudge raised, those still open. */
  readonly commitments: readonly Pick<Commitment, 'id' | 'kind' | 'dueOn'>[]
  /** Of the days and triggers that the nudge raised, those still written down. */
  readonly dates: readonly Pick<KeyDate, 'id' | 'kind' | 'monthDay' | 'year' | 'yearly'>[]
  /** Contacts journalled after the nudge was planned. `loggedAt` is when they were written down. */
  readonly contacts: readonly { readonly on: LocalDate; readonly loggedAt: Instant }[]
}

/**
 * Whether nobody needs this nudge any more: somebody was in touch after it was planned, or no reason is left. A
 * contact counts when it was written down on its day or the day after; an older one counts by its date alone. Whether
 * a change of role is so is asked of the team, and not of the person: no contact answers it.
 */
export const isMoot = (nudge: Nudge, since: Since, zone: Zone): boolean =>
  (nudge.reasons.some(({ kind }) => kind !== 'role-question') && isSettledByContact(since, zone)) ||
  nudge.reasons.every((reason) => isGone(reason, nudge, since))

const isSettledByContact = (since: Since, zone: Zone): boolean =>
  since.contacts.some((contact) => contact.on >= plusDays(localDateOf(contact.loggedAt, zone), -1))

const isGone = (reason: Reason, nudge: Nudge, since: Since): boolean => {
  if (isNews(reason)) return !since.newsIds.includes(reason.occasion)
  if (reason.kind === 'role-question') return !since.roleQuestionIds.includes(reason.occasion)
  if (hasADay(reason)) return !stands(reason, since)
  return since.dueOn === null || since.dueOn > nudge.on
}

/** Whether what a reason raised is still open and still on that day. */
export const stands = (
  reason: Reason,
  { commitments, dates }: Pick<Since, 'commitments' | 'dates'>,
): boolean => {
  const raised = readOccasion(reason.occasion)
  if (raised === null) return false
  const { id, on } = raised
  return (
    commitments.some((each) => each.id === id && each.kind === reason.kind && each.dueOn === on) ||
    dates.some(
      (each) =>
        each.id === id && each.kind === reason.kind && occurrenceIn(each, Number(on.slice(0, 4))) === on,
    )
  )
}
