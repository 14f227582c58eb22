import { rhythmDays } from './cadence.js'
import { daysBetween, type Instant, type LocalDate, localDateOf, plusDays, type Zone } from './local-time.js'
import { type Nudge, type Reason, raisedAtMost, reasonKinds, returnsAfterWorkingDays } from './nudge.js'
import { detectors } from './reasons/index.js'
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
    .flatMap((detect) => detect(facts, on))
    // Never twice for one reason and day, even when a late contact gives it another occasion.
    .filter((reason) => !today.some((raised) => raised.kind === reason.kind))
    .flatMap((reason) => {
      const times = turnOf(reason, facts.nudges, on, time)
      return times === null ? [] : [{ reason, times }]
    })
    .sort((a, b) => rankOf(a.reason) - rankOf(b.reason))
  const [first, ...others] = raised
  if (first === undefined) return null
  return {
    facts,
    reasons: [first.reason, ...others.map((raise) => raise.reason)],
    times: Math.max(...raised.map((raise) => raise.times)),
  }
}

/** The how-manieth time an occasion would be raised on a day; null while it is not its turn. */
const turnOf = (
  reason: Reason,
  nudges: readonly Nudge[],
  on: LocalDate,
  time: WorkingTime,
): number | null => {
  const last = nudges.find((nudge) => nudge.reasons.some((known) => isSameOccasion(known, reason)))
  if (last === undefined) return 1
  if (last.answer?.kind === 'later') return on >= last.answer.until ? 1 : null
  if (last.answer?.kind === 'reached-out' || last.answer?.kind === 'not-needed') return null
  const mayReturn =
    last.times < raisedAtMost && workingDaysSince(last.on, on, time) >= returnsAfterWorkingDays
  return mayReturn ? last.times + 1 : null
}

const isSameOccasion = (a: Reason, b: Reason): boolean => a.kind === b.kind && a.occasion === b.occasion
const rankOf = (reason: Reason): number => reasonKinds.indexOf(reason.kind)

/** The order in a digest: by the weightiest reason; the quiet ones by how many rhythms have passed. */
export const inOrder = (entries: readonly Entry[], on: LocalDate): Entry[] =>
  [...entries].sort((a, b) => {
    const byReason = rankOf(a.reasons[0]) - rankOf(b.reasons[0])
    return byReason || rhythmsPassed(b.facts, on) - rhythmsPassed(a.facts, on) || compareIds(a, b)
  })

const compareIds = (a: Entry, b: Entry): number => (a.facts.person.id < b.facts.person.id ? -1 : 1)

/** How many rhythms have passed since the last contact, or since the introduction. */
export const rhythmsPassed = ({ person, lastContactOn }: PersonFacts, on: LocalDate): number =>
  daysBetween(lastContactOn ?? person.introducedOn, on) / rhythmDays(person.rhythm)

/** News beyond this many people at once is no longer a message of its own: it waits for the digest. */
export const newsInBulk = 3

export const isNews = (reason: Reason): boolean => reason.kind === 'new-role' || reason.kind === 'left'

/** What has happened around an open nudge, in the journal's order and not by clocks. */
export type Since = {
  readonly dueOn: LocalDate | null
  /** The pieces of news that still stand. */
  readonly newsIds: readonly string[]
  /** Contacts journalled after the nudge was planned. `loggedAt` is when they were written down. */
  readonly contacts: readonly { readonly on: LocalDate; readonly loggedAt: Instant }[]
}

/**
 * Whether nobody needs this nudge any more: somebody was in touch after it was planned, or no reason is left. A
 * contact counts when it was written down on its day or the day after; an older one counts by its date alone.
 */
export const isMoot = (nudge: Nudge, since: Since, zone: Zone): boolean =>
  since.contacts.some((contact) => contact.on >= plusDays(localDateOf(contact.loggedAt, zone), -1)) ||
  nudge.reasons.every((reason) => isGone(reason, nudge, since))

const isGone = (reason: Reason, nudge: Nudge, since: Since): boolean => {
  if (isNews(reason)) return !since.newsIds.includes(reason.occasion)
  return since.dueOn === null || since.dueOn > nudge.on
}
