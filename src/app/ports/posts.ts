import type { Home, Homed } from '../../domain/audience.js'
import type { Instant, LocalDate, Zone } from '../../domain/local-time.js'
import type { Nudge, Nudging, Post } from '../../domain/nudge.js'
import type { Person } from '../../domain/person.js'
import type { PersonFacts } from '../../domain/reasons/reason.js'

/**
 * A person who may have to be brought up, with all that the decision needs: of the earlier nudges the last twelve,
 * and those that raised a promise or a day that is still at hand.
 */
export type Candidate = PersonFacts

export type NudgeDraft = Pick<Nudge, 'id' | 'personId' | 'reasons' | 'times' | 'questionId' | 'plannedSeq'>

/** A post that is being sent: the bookkeeping of the outbox. */
export type SendingPost = Post & {
  /** Slack's channel and time stamp, once sent. */
  readonly channelId: string | null
  readonly ts: string | null
  /** How often a send was begun. More than none: look before sending. */
  readonly attempts: number
  /** How many looks since the last attempt found nothing. */
  readonly looks: number
  readonly notBefore: Instant | null
  readonly firstAttemptAt: Instant | null
  /** In Slack it may name somebody who is forgotten: when it cannot be put right, it is taken away. */
  readonly namesForgotten: boolean
  /** How often something happened to what it tells. */
  readonly version: number
}

/** A day of the calendar of a place. */
export type DayThere = { readonly place: Home; readonly on: LocalDate; readonly zone: Zone }

/** Posts, digests and the nudges in them. Used by the scheduler, in the scope `everything`, and by `nextDigest`. */
export interface Posts {
  /**
   * Fixes the digest of a place for a day, even an empty one: false when it was fixed before, by whichever process. A
   * day is one of the calendar there now: one that was fixed in it, in whatever zone, has had its digest.
   */
  fixDigest(place: Home, on: LocalDate, at: Instant): Promise<boolean>
  digestFixed(place: Home, on: LocalDate): Promise<boolean>
  /** In which of these places the digest of that day is fixed, by the zone that is named: one look at them all. */
  digestsFixed(days: readonly DayThere[]): Promise<ReadonlySet<Home>>
  /** Everything with a day that may have to be told of in a pass, whoever lives where: read once in a pass. */
  nearDays(query: NearDaysQuery): Promise<readonly NearDay[]>
  /**
   * Those introduced in these homes (with `ownerId` or `people`, only these) who are due by a day, have
   * open news, or are among `near.people`; with all that is near and written down about them.
   */
  candidates(query: CandidateQuery): Promise<readonly Candidate[]>
  /**
   * Those of `near.people` who live elsewhere and about whom something near was typed in these homes, or is a
   * teammate's to hear. That alone is told of them: they are in no rhythm there, and have no news.
   */
  visitors(query: VisitorQuery): Promise<readonly Candidate[]>
  /** Those who live elsewhere and of whom a source has said something in this home: with that alone. */
  heardIn(place: Home): Promise<readonly Candidate[]>
  /** Homes with news, or a question about a role, that no post has carried yet. */
  homesWithNews(): Promise<readonly Home[]>
  /**
   * One post with its nudges. Answers the nudges that were planned: a reason raised about somebody in that place on
   * that day already, by whichever process, is left out, and a post with nobody left is not made.
   */
  plan(
    post: Pick<Post, 'id' | 'place' | 'on' | 'plannedAt'> & Pick<Nudging, 'kind'>,
    nudges: readonly NudgeDraft[],
  ): Promise<readonly string[]>
  /** How many people were brought up in a place on a day of its calendar now. */
  raisedOn(place: Home, on: LocalDate): Promise<number>
  /** When the last post of a kind was planned for a place. */
  lastPlanned(place: Home, kind: Post['kind']): Promise<Instant | null>
  nudgesOf(postId: string): Promise<readonly Nudge[]>
  get(postId: string): Promise<SendingPost | null>
  /**
   * Posts still to be sent, oldest first: planned, uncertain, or claimed by somebody whose claim has lapsed. All of
   * them, or the notices alone. Where it is no working time (`closed`), notices that wait for it are left out, so that they
   * hide nothing that can be sent.
   */
  waiting(
    realNow: Instant,
    limit: number,
    which?: 'all' | 'notices',
    closed?: readonly Home[],
  ): Promise<readonly SendingPost[]>
  /** Posts that are not sent, failed or empty: what a pass run by hand waits for. */
  unfinished(): Promise<readonly SendingPost[]>
  /** Takes the right to send until `until` (real time). Null when another has it. */
  claim(
    postId: string,
    claim: { readonly by: string; readonly until: Instant; readonly now: Instant },
  ): Promise<SendingPost | null>
  /**
   * Just before the network call, under the claim. False when the claim has lapsed and `by` holds it no more, or when the
   * post is not at that version any more: something happened to whom it tells of since it was claimed.
   */
  attempting(postId: string, now: Instant, by?: string, version?: number): Promise<boolean>
  /**
   * Takes out of a post what it goes out without: nudges that nobody answered, or some of their reasons. Nothing was said
   * of it, so that it may come up another day.
   */
  leaveOut(unsaid: readonly Unsaid[]): Promise<void>
  /** It stands there, whoever holds it by now: the first message that is known of is the post. */
  sent(postId: string, where: { readonly channelId: string; readonly ts: string }): Promise<void>
  /**
   * Nothing was found, or no answer came: again, not before then. This and the two that follow do nothing, and answer
   * false, when `by` is given and holds the claim no more: another goes on with the post by now.
   */
  again(
    postId: string,
    next: {
      readonly state: 'planned' | 'uncertain'
      readonly notBefore: Instant
      readonly looks: number
      readonly attempts: number
    },
    by?: string,
  ): Promise<boolean>
  failed(postId: string, why: string, by?: string): Promise<boolean>
  /** Every entry became moot before it was sent, or it is taken away again. */
  withdraw(postId: string, by?: string): Promise<boolean>
  /** Everybody ever brought up in a place, or told of in a week, is looked at again, and what a sketch claims; other notices stay as they are. */
  reconsider(place: Home): Promise<void>
  /** Sent posts whose text is no longer right. */
  stale(limit: number): Promise<readonly SendingPost[]>
  /**
   * Put right up to the version that was rendered; a later change leaves it stale. What another put right meanwhile may
   * have been overwritten by what was rendered before: it is stale again.
   */
  freshened(postId: string, version: number): Promise<void>
  version(postId: string): Promise<number>
}
/** A nudge of which a post says these reasons alone, so often raised by now; none: nothing of it. */
export type Unsaid = Pick<Nudge, 'reasons' | 'times'> & { readonly nudgeId: string }
export type CandidateQuery = {
  readonly homes: readonly Home[]
  readonly ownerId?: string
  /** These alone, by id. */
  readonly people?: readonly string[]
  readonly dueBy: LocalDate
  readonly near: NearPeople
}
export type VisitorQuery = {
  readonly homes: readonly Home[]
  readonly on: LocalDate
  readonly near: NearPeople
  /** Homes that tell nothing themselves: whoever lives there lives elsewhere, also for what was typed there. */
  readonly silent?: readonly Home[]
  /** Wherever it was typed: what this teammate typed, and what is about people whom they look after. */
  readonly userId?: string
}

/** About whom something near was found, and how many days off follow the day there (`restAfter`). */
export type NearPeople = { readonly people: readonly string[]; readonly rest: number }

/** The first and the last day that it is in any place just now, and the most days off that follow it in one. */
export type NearDaysQuery = { readonly from: LocalDate; readonly to: LocalDate; readonly rest: number }

/** A promise, step, date or trigger that may have to be told of: where it was typed, by whom, and about whom. */
export type NearDay = Homed & { readonly person: Pick<Person, 'id' | 'home' | 'by' | 'ownerId'> }
