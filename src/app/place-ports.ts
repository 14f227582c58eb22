import type { Home } from '../domain/audience.js'
import type { Rhythm } from '../domain/cadence.js'
import type { Instant, LocalDate, Zone } from '../domain/local-time.js'
import type { ReactionMeaning } from '../domain/reaction-meaning.js'

/** What a place is set to. */
export type PlaceSettings = {
  readonly home: Home
  readonly zone: Zone
  readonly digestHour: number
  readonly days: readonly number[]
  readonly fromHour: number
  readonly toHour: number
  readonly cap: number
  readonly rhythm: Rhythm
  /** Days on which nobody works there. */
  readonly holidays: readonly LocalDate[]
  /** What reactions mean there, by the emoji's name, where that differs from everywhere; null: nothing. */
  readonly reactions: Readonly<Record<string, ReactionMeaning | null>>
  /** Slack gave no zone, UTC stands in, and nobody has been told. */
  readonly zoneUntold: boolean
  /** Whether nudges can be posted there; as last seen. Where not, the owners are reached by DM. */
  readonly postable: boolean
}
export interface Places {
  get(home: Home): Promise<PlaceSettings | null>
  /** Every home that anything was ever typed in. */
  all(): Promise<readonly PlaceSettings[]>
}
export interface KeepingPlaces extends Places {
  /** Makes a place known at its first use, with the standard settings; keeps those of a known one. */
  know(home: Home, zone: Zone | null): Promise<PlaceSettings>
  change(home: Home, patch: Partial<Omit<PlaceSettings, 'home'>>): Promise<void>
  /** Slack gave a channel another id: all that lives there lives under the new one. */
  moved(from: Home, to: Home): Promise<void>
}

export interface ActingPlaces extends KeepingPlaces {
  /** The same as `change`, journalled: what a teammate sets can be taken back. */
  set(home: Home, patch: Partial<Omit<PlaceSettings, 'home'>>): Promise<void>
}

/** What lies on the desk: text that waits for a press, and how reactions stand. Both expire. */
export interface Desk {
  /** A draft of this teammate; null when it is another's, expired or unknown. */
  draft(id: string, userId: string, now: Instant): Promise<string | null>
  /** Whether a reaction is still on since that turn: not taken off, nor taken off and put on again. */
  reactionStands(key: string, eventTs: string): Promise<boolean>
}
export interface KeepingDesk extends Desk {
  putDraft(draft: {
    readonly id: string
    readonly userId: string
    readonly text: string
    readonly expiresAt: Instant
  }): Promise<void>
  /** The newest known state of one reaction. True when this event is newer than what was known, and then kept. */
  reactionTurned(reaction: {
    readonly key: string
    readonly eventTs: string
    readonly on: boolean
  }): Promise<boolean>
  sweep(now: Instant): Promise<void>
}
