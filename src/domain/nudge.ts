import type { Home } from './audience.js'
import type { Instant, LocalDate } from './local-time.js'
import type { SettingChange } from './settings.js'

/** Why somebody is brought up, in the order in which entries stand in a digest. */
export const reasonKinds = [
  'trigger',
  'promise',
  'date',
  'new-role',
  'left',
  'role-question',
  'step',
  'quiet',
] as const
export type ReasonKind = (typeof reasonKinds)[number]

/** One reason, and which occasion of it: the same occasion is raised once, returns when unanswered, and ends. */
export type Reason = {
  readonly kind: ReasonKind
  /** Names the occasion: the day somebody fell due, the piece of news, or the change of role that is asked about. */
  readonly occasion: string
}

/** What a teammate said to a nudge by pressing, or did that answers it. */
export type Answer =
  | { readonly kind: 'reached-out'; readonly by: string }
  | { readonly kind: 'later'; readonly by: string; readonly until: LocalDate }
  /** What was not needed and is open still comes up again on that day; unknown in answers of long ago. */
  | { readonly kind: 'not-needed'; readonly by: string; readonly until?: LocalDate }
  | { readonly kind: 'handed-over'; readonly by: string; readonly to: string }
  /** They live elsewhere since: what is still open comes up there from that day on. */
  | { readonly kind: 'moved'; readonly by: string; readonly until: LocalDate }

/** A prompt to the team about one person, as one entry of one post. */
export type Nudge = {
  readonly id: string
  readonly personId: string
  readonly postId: string
  /** The day of the post, where it is read. */
  readonly on: LocalDate
  readonly reasons: readonly Reason[]
  /** How often this occasion has been raised, this time included: 1 to 4. */
  readonly times: number
  readonly questionId: string | null
  /** The journal's length when this was planned: what is journalled later happened since. */
  readonly plannedSeq: number
  readonly answer: Answer | null
  /** No longer wanted: somebody was in touch, or the reason is gone. */
  readonly moot: boolean
}

/** Unanswered, an entry returns after this many working days ... */
export const returnsAfterWorkingDays = 7
/** ... until it has been raised this often; the last time it asks whether to let the person be. */
export const raisedAtMost = 4
/** Something told once to a place or a teammate, beside the nudges: it goes through the same outbox. */
export type Notice =
  /** Somebody looks after a person from now on: their card, what was promised, what not to ask again. */
  | { readonly kind: 'hand-over'; readonly personId: string; readonly from: string; readonly to: string }
  /** Others come to read in a place: what comes up about those who live there reaches their owners by DM. */
  | { readonly kind: 'fell-silent'; readonly home: Home }
  /** Nudges cannot be delivered in these places since then; `why`: Slack's code, or a word of our own. */
  | {
      readonly kind: 'undelivered'
      readonly places: readonly Home[]
      readonly since: Instant
      readonly why: string
    }
  /** The bot did not run for long, or could not reach Slack. */
  | {
      readonly kind: 'outage'
      readonly from: Instant
      readonly to: Instant
      readonly why: 'stopped' | 'slack'
    }
  /** Somebody installed the bot; `isBack`: people were known there already. */
  | { readonly kind: 'installed'; readonly isBack: boolean }
  /** The bot has to be installed once more, at `url`: after `until` it cannot speak. */
  | { readonly kind: 'install-again'; readonly until: Instant; readonly url: string }
  /** Half of what was found speaks against a claim of a sketch that was written there, worded so. */
  | { readonly kind: 'contradicted'; readonly claimId: string; readonly wording: string }
  /** A place was set differently. `said` names each thing that changed. */
  | { readonly kind: 'settings'; readonly by: string; readonly said: readonly SettingChange[] }
  | WeekNotice

/**
 * What was heard in a week of a place: what was journalled after one act and up to another, of these people, by id. What
 * happened later than that belongs to the next week.
 */
export type WeekNotice = {
  readonly kind: 'week'
  /** The week's first day, and the working day on which it closed. */
  readonly beginsOn: LocalDate
  readonly closesOn: LocalDate
  readonly after: number
  readonly upTo: number
  readonly people: readonly string[]
}

/** What a teammate did just now is told at once; nudges, and what is wrong with the bot, wait for working time. */
export const waitsForWorkingTime = (notice: Pick<Notice, 'kind'> | null): boolean =>
  notice === null || noticesThatWait.includes(notice.kind)
export const noticesThatWait: readonly Notice['kind'][] = ['undelivered', 'outage', 'contradicted', 'week']

/** Where a post goes, and how far it has come. */
export type Post = {
  readonly id: string
  /** The place it is for: `channel:C1` or `teammate:U1`. */
  readonly place: Home
  readonly on: LocalDate
  readonly plannedAt: Instant
  readonly state: PostState
} & (Nudging | Noticing)
/** A post that brings people up. */
export type Nudging = { readonly kind: 'digest' | 'role-news'; readonly notice: null }
/** A post that tells of one thing that was done. */
export type Noticing = { readonly kind: Notice['kind']; readonly notice: Notice }

/**
 * planned -> claimed -> sent, or after an answer that never came: claimed -> uncertain -> claimed -> ...
 * `failed` is for good: the place is gone, or the bot may not speak there.
 */
export type PostState = 'planned' | 'claimed' | 'uncertain' | 'sent' | 'failed'

/** The last turn asks "longer rhythm, or let them be?". */
export const isLastTurn = (nudge: Nudge): boolean => nudge.times >= raisedAtMost
