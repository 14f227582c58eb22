import type { Instant } from '../../domain/local-time.js'

/** Somebody's Home tab. */
export type HomeOf = { readonly workspaceId: string; readonly userId: string }
/** `asked`: how often it had been asked for by then; what is shown after it is as new as that. */
export type HomeToMake = HomeOf & { readonly asked: number }

/**
 * Whose Home was opened, in whatever process, and whether Slack shows what is so. Whoever asks makes it; whoever comes does,
 * when they did not for half a minute. Each method is a short transaction of its own.
 */
export interface OpenHomes {
  /** Somebody looks at theirs. */
  opened(home: HomeOf, now: Instant): Promise<number>
  /** It has to be made anew; null when it was never opened. */
  ask(home: HomeOf, now: Instant): Promise<number | null>
  /** The same for every one in a workspace; whoever comes makes them. */
  askAll(workspaceId: string): Promise<void>
  /** Slack has taken it: null, or how often it has been asked for since. */
  shown(home: HomeToMake): Promise<number | null>
  /** Slack has not: whoever comes makes it, from then on or at once. */
  notShown(home: HomeOf, from?: Instant): Promise<void>
  /** Some that are to be made by whoever comes, and are the asker's now; of one workspace, or of all. */
  take(now: Instant, limit: number, workspaceId?: string): Promise<readonly HomeToMake[]>
  /** The bot is not there any more. */
  forget(home: HomeOf): Promise<void>
  /** Those that nobody looked at for months. */
  sweep(now: Instant): Promise<void>
}
