import type { Instant } from '../../domain/local-time.js'

/** Whether the database is a backup that somebody put back. */
export interface Copies {
  /** For two days after a pass first saw it: when the copy was made. What was posted since is in Slack alone. Null else. */
  putBackFrom(now: Instant): Promise<Instant | null>
}
