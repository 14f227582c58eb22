import type { Home } from '../../domain/audience.js'
import type { Instant } from '../../domain/local-time.js'

/** `silent`: the bot may not speak there at all; `refused`: what it posted there was refused. */
export type TroubleKind = 'silent' | 'refused'

/** Why nudges cannot be delivered in a place. `why`: Slack's code, or a word of our own. */
export type Trouble = {
  readonly place: Home
  readonly kind: TroubleKind
  readonly why: string
  /** From its first sign, and up to its last so far. */
  readonly since: Instant
  readonly until: Instant
  /** Somebody who can mend it has been told. */
  readonly told: boolean
}

/** When a beat last came, and when Slack last was at hand; in real time. */
export type Pulse = { readonly beatAt: Instant; readonly wellAt: Instant }

/** The bot's watch over itself. Bookkeeping, in the scope `everything`. */
export interface Troubles {
  standing(): Promise<readonly Trouble[]>
  /** A sign of trouble, the first or another: since when is kept. */
  note(place: Home, kind: TroubleKind, why: string, at: Instant): Promise<void>
  mended(place: Home, kind: TroubleKind): Promise<void>
  /** Somebody was told of it; false: what they were told could not be brought. */
  told(place: Home, kind: TroubleKind, isTold: boolean): Promise<void>
  pulse(): Promise<Pulse | null>
  beat(pulse: Pulse): Promise<void>
  /** Whether anything was ever posted to a place. */
  everPosted(place: Home): Promise<boolean>
  /** Those who did something with the bot, whoever began first. */
  firstTeammates(limit: number): Promise<readonly string[]>
  /** Posts that are still to be sent, and when the oldest of them was planned. */
  waiting(): Promise<{ readonly posts: number; readonly oldestAt: Instant | null }>
}
