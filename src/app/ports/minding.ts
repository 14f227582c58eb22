import type { Instant } from '../../domain/local-time.js'

/** Who was told in private how they speak of people, and who wants to be told no more: for them alone, and for nobody's eyes. */
export interface Minding {
  isStopped(userId: string): Promise<boolean>
  /** Whether they may be told: not since this instant, and they do not mind it. */
  mayBeTold(userId: string, since: Instant): Promise<boolean>
}

export interface KeepingMinding extends Minding {
  /** True for one of all processes that ask, once: they may be told, and count as told from now on. */
  claim(userId: string, now: Instant, since: Instant): Promise<boolean>
}

export interface ActingMinding extends Minding {
  /** Journalled. */
  setStopped(userId: string, stopped: boolean): Promise<void>
}
