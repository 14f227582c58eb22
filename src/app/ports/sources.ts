import type { GatheredWord, LiveSource, SourceWord } from '../../domain/live-source.js'
import type { Instant } from '../../domain/local-time.js'

export type SourceState = {
  readonly source: LiveSource
  readonly isOff: boolean
  readonly lastSpokeAt: Instant | null
  /** Of how many people its words wait: for a quiet moment, or for somebody to introduce them. */
  readonly waiting: number
  readonly held: number
}

/** What waits in the inbox about one person of one source. `turn` grows with every word. */
export type InboxEntry = GatheredWord & { readonly id: string; readonly turn: number }

/** Live sources as they are now: the bot's own bookkeeping, not journalled. */
export interface Sources {
  all(): Promise<readonly SourceState[]>
  isOff(source: LiveSource): Promise<boolean>
  /** What a source has said in full by now, the longest waiting first. */
  ready(now: Instant, limit: number): Promise<readonly InboxEntry[]>
  /** What is held of people who may be known by now, after one id. */
  heldAndKnown(after: string, limit: number): Promise<readonly InboxEntry[]>
}
export interface KeepingSources extends Sources {
  /** What waits of a source that is switched off goes. */
  turn(source: LiveSource, isOff: boolean): Promise<void>
  spoke(source: LiveSource, at: Instant): Promise<void>
  /** False where this mark was seen before and is remembered still. Marks are hashes that say nothing by themselves. */
  isNew(mark: string, now: Instant, until: Instant): Promise<boolean>
  /** Puts a word to what waits about the same person from the same source. */
  take(word: SourceWord, now: Instant, newId: string): Promise<void>
  /** Keeps it until somebody is known by that key, unless more was said since. */
  hold(entry: InboxEntry): Promise<void>
  /** It is carried out, unless more was said since. It is remembered for what arrives late. */
  done(entry: InboxEntry): Promise<void>
  /** What nobody claimed, and marks that are too old to matter, go. */
  sweep(now: Instant, realNow: Instant): Promise<void>
}
