import type { Home } from './audience.js'
import type { Rhythm } from './cadence.js'
import type { Instant, LocalDate } from './local-time.js'

/** An individual customer, or someone who may become one. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly home: Home
  /** The teammate who introduced them. */
  readonly by: string
  readonly introducedAt: Instant
  /** The day of introduction on the introducer's calendar. */
  readonly introducedOn: LocalDate
  /** The teammate who owns the relationship. */
  readonly ownerId: string
  readonly rhythm: Rhythm
  /** The day on which the rhythm was last said; null while it is the standard one. */
  readonly rhythmSetOn: LocalDate | null
  /** See `ContactFacts`. */
  readonly firstDueOn: LocalDate | null
  readonly letBeOn: LocalDate | null
  readonly laterUntil: LocalDate | null
  /** The Slack user that this customer is, where they share a channel with us. */
  readonly slackUserId: string | null
  /** How they like to be reached, in words. */
  readonly prefers: string | null
  /** Somebody who matters and whom nobody has met yet. */
  readonly offstage: boolean
  readonly addresses: readonly string[]
  /** Who says so (see `Sighting.source`), while no teammate has confirmed it; absent or null for what was typed. */
  readonly source?: string | null
}

/** A person without a name yet: "someone, CFO at Acme". */
export const unnamed = 'Someone'

/** Longest name kept. Slack shows a header of 150 characters; a longer name is cut there, not here. */
export const longestName = 200
/** Counted as a reader counts: an emoji is one sign. */
export const isTooLongAName = (name: string): boolean => [...name].length > longestName
