import type { Home } from './audience.js'
import type { Instant, LocalDate } from './local-time.js'

/** A change of role that the team has yet to hear of. */
export type News = {
  readonly id: string
  readonly personId: string
  readonly home: Home
  readonly by: string
  readonly at: Instant
  readonly on: LocalDate
  readonly kind: 'new-role' | 'left'
  /** The role that began, or the one that ended. */
  readonly roleId: string
  /** What they did before; empty when nothing was known. */
  readonly before: string
}
