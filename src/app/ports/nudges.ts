import type { Audience, Home } from '../../domain/audience.js'
import type { Commitment } from '../../domain/commitment.js'
import type { KeyDate } from '../../domain/key-date.js'
import type { Instant, LocalDate } from '../../domain/local-time.js'
import type { Answer, Nudge } from '../../domain/nudge.js'

/** `loggedAt` is when it was written down. */
export type ContactSince = {
  readonly interactionId: string
  readonly on: LocalDate
  readonly loggedAt: Instant
  readonly seq: number
}

export interface Nudges {
  get(id: string): Promise<Nudge | null>
  /** The same, where it stands in a place that the asker reads: whoever presses elsewhere was not shown it. */
  standingIn(place: Home, id: string): Promise<Nudge | null>
  /**
   * Those about a person that were posted where the asker reads, newest first: one in a DM tells the others nothing.
   * `readers`: where these read, for what the bot decides over everything.
   */
  of(personId: string, limit: number, readers?: Audience): Promise<readonly Nudge[]>
  /** The people brought up in the post that stands at this place in Slack, where the asker reads. */
  postedAt(channelId: string, ts: string): Promise<readonly string[]>
}
export interface AnsweringNudges extends Nudges {
  /** Journalled, so that `undo` opens it again. */
  answer(id: string, answer: Answer): Promise<void>
  /** Derived from everything else, so not journalled. Marks the post to be put right. */
  settle(id: string, moot: boolean): Promise<void>
  /** Not journalled. Marks the posts with an open nudge about a person to be put right: who may see them has changed. */
  lookAgain(personId: string): Promise<void>
  /** The unanswered nudges of a person and what decides about them; unbound, since a private contact silences too. */
  unanswered(personId: string): Promise<Unanswered>
  /** Of those, the ones that stand in a place and are still wanted, by id. */
  openIn(place: Home, personId: string): Promise<readonly string[]>
}
export type Unanswered = {
  readonly nudges: readonly Nudge[]
  readonly dueOn: LocalDate | null
  /** Every piece of news about the person that still stands. */
  readonly newsIds: readonly string[]
  /** Every change of role about the person that nobody has decided about. */
  readonly roleQuestionIds: readonly string[]
  /** Of the promises and steps that the nudges raised, those still open. */
  readonly commitments: readonly Commitment[]
  /** Of the days and triggers that the nudges raised, those still written down. */
  readonly dates: readonly KeyDate[]
  /** Contacts journalled after the oldest of the nudges was planned. */
  readonly contacts: readonly ContactSince[]
}
