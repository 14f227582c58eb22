import type { Instant } from '../../domain/local-time.js'

/**
 * Of what Slack said that it changed: what was known of it holds no more. `settings`, with the id of the workspace: how some
 * place is set.
 */
export type HeardOf = { readonly kind: 'channel' | 'user' | 'settings'; readonly id: string }
export type HeardThere = HeardOf & {
  readonly workspaceId: string
  readonly nth: string
  readonly at: Instant
}

/**
 * What Slack tells one process of several, for all of them. Instants are the database's own. Rows are Slack's ids alone, and
 * are erased after minutes.
 */
export interface Heard {
  /** Resolves when every process will hear it, the one that tells too. Does nothing where there is but one. */
  tell(workspaceId: string, changed: readonly HeardOf[]): Promise<void>
  /** What was told after an instant, and what time it is; null for the time alone. */
  since(after: Instant | null): Promise<News>
  sweep(): Promise<void>
}
/** `isAll`: false when there is more of it than is looked at. */
export type News = {
  readonly now: Instant
  readonly told: readonly HeardThere[]
  readonly isAll: boolean
}
