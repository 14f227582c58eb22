import type { Instant } from '../../domain/local-time.js'

/** Something that Slack delivered, by its id there. */
export type Delivery = { readonly workspaceId: string; readonly id: string }

/** `theirs`: somebody is answering just now, or died over it a moment ago. */
export type Claimed = 'mine' | 'theirs' | 'answered'

/** Which events are answered, in whatever process, so that each is answered once however often it is delivered. */
export interface Answers {
  /** Before something is answered. Whoever has claimed it and did not answer for half a minute has died. */
  claim(delivery: Delivery, now: Instant): Promise<Claimed>
  /** It was answered, once and for all. */
  done(delivery: Delivery): Promise<void>
  /** As a process starts: where there is but one, nobody answers any more what was claimed and not answered. */
  release(): Promise<void>
  /** What Slack does not repeat any more. */
  sweep(now: Instant): Promise<void>
}

/** What was acknowledged without an answer. `payload`: what Slack said, as far as it is needed to do it again; sealed at rest. */
export type OwedDraft = Delivery & { readonly kind: 'command' | 'press'; readonly payload: string }
/** `tries`: how often it was begun. */
export type OwedAnswer = OwedDraft & { readonly owedAt: Instant; readonly tries: number; readonly by: string }

/** Answers that somebody waits for, and that outlive the process which owes them. */
export interface Owed {
  /** To be done before it is acknowledged. False when it is owed already. */
  owe(draft: OwedDraft, by: string, now: Instant): Promise<boolean>
  /** False when it is not this one's any more: somebody took it over, or it is gone. */
  renew(delivery: Delivery, by: string, now: Instant): Promise<boolean>
  paid(delivery: Delivery, by: string): Promise<void>
  isOwed(delivery: Delivery): Promise<boolean>
  /** Those whose process has not been heard of for a while; they are the taker's now. Writes nothing when there are none. */
  take(by: string, now: Instant, limit: number): Promise<readonly OwedAnswer[]>
}
