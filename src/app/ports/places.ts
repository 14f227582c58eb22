import type { Home } from '../../domain/audience.js'
import type { Instant, LocalDate, Zone } from '../../domain/local-time.js'
import type { Notice } from '../../domain/nudge.js'
import { type Settings, standardSettings } from '../../domain/settings.js'

/** What a place is set to. */
export type PlaceSettings = Settings & {
  readonly home: Home
  /** A teammate set it: whoever introduces somebody there does not bring their own zone along any more. */
  readonly zoneSet: boolean
  /** Slack gave no zone, UTC stands in, and nobody has been told. */
  readonly zoneUntold: boolean
  /** Whether nudges can be posted there; as last seen. Where not, the owners are reached by DM. */
  readonly postable: boolean
}

/** A place that nothing was ever typed in, with the zone of whoever asks. */
export const newPlace = (home: Home, zone: Zone | null): PlaceSettings => ({
  ...standardSettings(zone ?? 'UTC'),
  home,
  zoneSet: false,
  zoneUntold: zone === null,
  postable: true,
})

export interface Places {
  get(home: Home): Promise<PlaceSettings | null>
  /** Every home that anything was ever typed in. */
  all(): Promise<readonly PlaceSettings[]>
  /** All of them, by name alone: looked at whenever somebody asks anything. */
  homes(): Promise<readonly Home[]>
  /**
   * The channels that the bot speaks in, as last seen, where somebody was introduced or a post stands: the first so many,
   * or those that follow one.
   */
  spokenIn(after: Home | null, limit: number): Promise<readonly Home[]>
  /** Those that mind how people are spoken of. */
  mindful(): Promise<readonly Home[]>
  /** Who was in these private places when Slack last said so, as far as it ever did. */
  lastMembers(homes: readonly Home[]): Promise<ReadonlyMap<Home, ReadonlySet<string>>>
}
export interface KeepingPlaces extends Places {
  /** Makes a place known at its first use, with the standard settings; keeps those of a known one. */
  know(home: Home, zone: Zone | null): Promise<PlaceSettings>
  change(home: Home, patch: Partial<Omit<PlaceSettings, 'home'>>): Promise<void>
  /** Slack says who is in a private place now. */
  membersAre(home: Home, members: ReadonlySet<string>): Promise<void>
  /** Slack gave a channel another id: all that lives there lives under the new one. */
  moved(from: Home, to: Home): Promise<void>
}

export interface ActingPlaces extends KeepingPlaces {
  /** The same as `change`, journalled: what a teammate sets can be taken back. */
  set(home: Home, patch: Partial<Omit<PlaceSettings, 'home'>>): Promise<void>
}

/** What is told once to a place or a teammate, written with the act that it tells of: both happen, or neither. */
export interface Notices {
  /** `on`: the day that it is there. The place must be known. */
  give(place: Home, notice: Notice, at: Instant, on: LocalDate): Promise<void>
  /** Takes back those that nobody has begun to send; answers them, the oldest first. */
  recall(place: Home, which: (notice: Notice) => boolean): Promise<readonly Notice[]>
  /** Whether one of a kind was sent there, or is about to be; one that could not be sent was not. */
  wasTold(place: Home, kind: Notice['kind'], which: (notice: Notice) => boolean): Promise<boolean>
  /** Marks the hand-overs of a person told since an instant to be put right: one was taken back. */
  lookAgain(personId: string, since: Instant): Promise<void>
}

/** What lies on the desk: text that waits for a press, and how reactions stand. Both expire. */
export interface Desk {
  /** A draft of this teammate; null when it is another's, expired or unknown. */
  draft(id: string, userId: string, now: Instant): Promise<string | null>
  /** Drafts whose ids begin so, whoever's they are; for the bot's own. */
  draftsNamed(
    beginning: string,
    now: Instant,
  ): Promise<readonly { readonly id: string; readonly text: string }[]>
  /** Whether a reaction is still on (or off) since that turn: not taken off, nor taken off and put on again. */
  reactionStands(key: string, eventTs: string, on?: boolean): Promise<boolean>
}
export interface KeepingDesk extends Desk {
  /** The same id again takes the place of the one before, of the same teammate. */
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
