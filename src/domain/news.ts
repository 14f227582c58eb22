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
  /** What they did before a new role. It has a home of its own: not all who hear the news may see it. */
  readonly beforeRoleId: string | null
  /**
   * A role that ended for those alone who may see this news, since the news was told in a narrower place than the
   * role; null where the role itself says that it ended.
   */
  readonly endsRoleId: string | null
}
