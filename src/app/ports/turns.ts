import type { Home } from '../../domain/audience.js'
import type { Instant } from '../../domain/local-time.js'
import type { Post } from '../../domain/nudge.js'
import type { WorkingTime } from '../../domain/working-time.js'

/** A workspace whose turn it is, and whose it is: until its claim lapses nobody else works there. */
export type Turn = {
  readonly workspaceId: string
  /** How often it had been woken by then. */
  readonly wakes: number
  readonly by: string
}

/** Claims are measured by real time, turns by what the bot takes for now. */
export type Now = { readonly now: Instant; readonly realNow: Instant }

export type Taking = Now & {
  /** Names this claim, among those of all processes. */
  readonly by: string
  /** In real time. */
  readonly until: Instant
  /** Whatever happens in them, they are not taken again before, unless their turn is given back with more to do. */
  readonly restUntil: Instant
  readonly limit: number
}

/**
 * Which of all workspaces have anything to do. Every act, and every keeping that changed something, wakes its workspace in
 * its own transaction (see `createUnitOfWork`). Each method is a short transaction of its own.
 */
export interface Turns {
  /**
   * Makes workspaces known whose turn is now; those that are known stay as they are. A turn that was put off further than
   * an hour, by a clock that was set back since, comes now.
   */
  admit(workspaceIds: readonly string[], now: Instant): Promise<void>
  /** Its turn is now, known or not: it was installed again, or its token works again. */
  wake(workspaceId: string, now: Instant): Promise<void>
  /** Claims those whose turn has come, whoever waits longest first. Writes nothing when there is none. */
  take(taking: Taking): Promise<readonly Turn[]>
  /** False when the claim has lapsed, and somebody else works there. */
  renew(turn: Turn, until: Instant): Promise<boolean>
  /** Its turn comes again then, or sooner when it was woken since it was taken. */
  giveBack(turn: Turn, next: Instant, now: Instant): Promise<void>
  /** The bot is not there any more: it has no turns, unless it was woken since. */
  dismiss(turn: Turn): Promise<void>
  /** What waits in a workspace. Reads alone. */
  waits(workspaceId: string, now: Now): Promise<Waits>
}

/**
 * Posts of a kind that are not sent, in one place: when the first was planned, and before when none may be sent, in real time;
 * null for now. `time` is null where the place is gone.
 */
export type WaitingPost = {
  readonly kind: Post['kind']
  readonly plannedAt: Instant
  readonly notBefore: Instant | null
  readonly time: WorkingTime | null
}
/** Places that keep the same hours; `isOpen`: the digest of today can be fixed in one of them now, and is not. */
export type Hours = { readonly time: WorkingTime; readonly isOpen: boolean }
/**
 * A place with news, or a question of a role, that no post has carried; when the last news was planned there. `time` is null
 * where the place is gone, and where the bot may not speak: somebody hears of it by DM, in hours of their own.
 */
export type NewsWaiting = {
  readonly home: Home
  readonly time: WorkingTime | null
  readonly lastPlanned: Instant | null
}

/** What waits in a workspace, and what of it is to come by itself. */
export type Waits = {
  /** When a beat last came; null before the first. In real time. */
  readonly beatAt: Instant | null
  readonly hours: readonly Hours[]
  readonly posts: readonly WaitingPost[]
  /** A post in Slack says what is not right any more. */
  readonly isStale: boolean
  /** An import that is carried out, or taken back. */
  readonly hasImports: boolean
  /** A file is being read, or was just now, by somebody who may die over it. */
  readonly isReading: boolean
  /** From when on something told in Slack may be taken away, in real time; null when nothing is to be. */
  readonly retractFrom: Instant | null
  /** When what sources said in full is ready; null when nothing waits. */
  readonly sourcesFrom: Instant | null
  /** What was held is of people who are known since. */
  readonly isHeldKnown: boolean
  readonly news: readonly NewsWaiting[]
  /** When the next week closes in a channel that wants to hear of it; now when one waits to be told. */
  readonly weekFrom: Instant | null
}
