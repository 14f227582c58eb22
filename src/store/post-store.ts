import { type ExpressionBuilder, sql } from 'kysely'
import type {
  Candidate,
  CandidateQuery,
  DayThere,
  NearDay,
  NearDaysQuery,
  NudgeDraft,
  Posts,
  SendingPost,
  Unsaid,
  VisitorQuery,
} from '../app/ports/posts.js'
import type { Home } from '../domain/audience.js'
import type { Instant, LocalDate } from '../domain/local-time.js'
import { type Nudge, noticesThatWait, type Post } from '../domain/nudge.js'
import type { Books } from './books.js'
import type { Bound } from './bound.js'
import { candidates, heardIn, visitors } from './candidates.js'
import { nudgeCodec } from './codec.js'
import { dayThere, digestFixed, digestsFixed, fixDigest } from './digests.js'
import { homesWithNews } from './heard-news.js'
import { everyNearDay } from './near-days.js'
import { type PostDraft, planPost } from './post-planning.js'
import { type PostRow, postKinds } from './post-tables.js'
import { postOf } from './sending-post.js'
import { sortedBy } from './sorted-by.js'
import type { Database } from './tables.js'
import { leaveOut, unraise } from './unraising.js'
import { isOver } from './waits-until.js'

/** The outbox. Handed out for the bot's own bookkeeping alone. */
export class PostStore implements Posts {
  readonly #books: Books
  readonly #bound: Bound
  constructor(bound: Bound, books: Books) {
    this.#bound = bound
    this.#books = books
  }

  fixDigest(place: Home, on: LocalDate, at: Instant): Promise<boolean> {
    return fixDigest(this.#books, place, on, at)
  }
  digestFixed(place: Home, on: LocalDate): Promise<boolean> {
    return digestFixed(this.#books, place, on)
  }

  digestsFixed(days: readonly DayThere[]): Promise<ReadonlySet<Home>> {
    return digestsFixed(this.#books, days)
  }
  nearDays(query: NearDaysQuery): Promise<readonly NearDay[]> {
    return everyNearDay(this.#bound, query)
  }
  candidates(query: CandidateQuery): Promise<readonly Candidate[]> {
    return candidates(this.#bound, this.#books, query)
  }
  visitors(query: VisitorQuery): Promise<readonly Candidate[]> {
    return visitors(this.#bound, this.#books, query)
  }
  heardIn(place: Home): Promise<readonly Candidate[]> {
    return heardIn(this.#bound, this.#books, place)
  }
  homesWithNews(): Promise<readonly Home[]> {
    return homesWithNews(this.#bound)
  }

  plan(post: PostDraft, nudges: readonly NudgeDraft[]): Promise<readonly string[]> {
    return planPost(this.#books, post, nudges)
  }

  async raisedOn(place: Home, on: LocalDate): Promise<number> {
    const { from, to } = await dayThere(this.#books, place, on)
    const posts = this.#books.posts().select('id').where('place', '=', place)
    const raised = await this.#books
      .nudges()
      // The posts first, and counted here: SQLite would else walk all the nudges there ever were.
      .select('n.person_id')
      .where('n.post_id', 'in', posts.where('planned_at', '>=', from).where('planned_at', '<', to))
      .where('t.state', '<>', 'failed')
      .execute()
    return new Set(raised.map(({ person_id: personId }) => personId)).size
  }

  async lastPlanned(place: Home, kind: Post['kind']): Promise<Instant | null> {
    const row = await this.#books
      .posts()
      .select((eb) => eb.fn.max('planned_at').as('last'))
      .where('place', '=', place)
      .where('kind', '=', kind)
      .executeTakeFirst()
    return row?.last ?? null
  }

  async nudgesOf(postId: string): Promise<readonly Nudge[]> {
    const query = this.#books.nudges().selectAll('n').where('n.post_id', '=', postId)
    return (await query.orderBy(sortedBy('n.id')).execute()).map(nudgeCodec.decode)
  }

  async get(postId: string): Promise<SendingPost | null> {
    const row = await this.#books.posts().selectAll().where('id', '=', postId).executeTakeFirst()
    return row === undefined ? null : postOf(row)
  }

  async waiting(
    realNow: Instant,
    limit: number,
    which: 'all' | 'notices' = 'all',
    closed: readonly Home[] = [],
  ): Promise<readonly SendingPost[]> {
    const { among } = this.#books.dialect
    const all = this.#books
      .posts()
      .selectAll()
      .where((eb) => mayBeClaimed(eb, realNow))
      .where(({ eb, and, not }) => not(and([eb('kind', 'in', noticesThatWait), among('place', closed)])))
    const query = which === 'all' ? all : all.where('about', 'is not', null)
    const rows = await query.orderBy('planned_at').orderBy('id').limit(limit).execute()
    return rows.map(postOf)
  }

  async unfinished(): Promise<readonly SendingPost[]> {
    const query = this.#books.posts().selectAll().where(isUnfinished)
    return (await query.orderBy('planned_at').orderBy('id').execute()).map(postOf)
  }

  async claim(
    postId: string,
    { by, until, now }: { by: string; until: Instant; now: Instant },
  ): Promise<SendingPost | null> {
    const [row] = await this.#books
      .changePosts()
      .set({ state: 'claimed', claimed_by: by, claimed_until: until })
      .where('id', '=', postId)
      .where((eb) => mayBeClaimed(eb, now))
      .returningAll()
      .execute()
    return row === undefined ? null : postOf(row)
  }

  async attempting(postId: string, now: Instant, by?: string, version?: number): Promise<boolean> {
    const post = this.#books.changePosts().where('id', '=', postId).where('state', '=', 'claimed')
    const query = version === undefined ? post : post.where('version', '=', version)
    const [row] = await (by === undefined ? query : query.where('claimed_by', '=', by))
      .set((eb) => ({
        attempts: eb('attempts', '+', 1),
        looks: 0,
        first_attempt_at: eb.fn.coalesce('first_attempt_at', sql<string>`${now}`),
      }))
      .returning('id')
      .execute()
    return row !== undefined
  }

  leaveOut(unsaid: readonly Unsaid[]): Promise<void> {
    return leaveOut(this.#books, unsaid)
  }

  async sent(postId: string, { channelId, ts }: { channelId: string; ts: string }): Promise<void> {
    const values = { ...released, state: 'sent', channel_id: channelId, message_ts: ts } as const
    const post = this.#books.changePosts().set(values).where('id', '=', postId)
    await post.where('state', '<>', 'sent').execute()
  }

  async again(
    postId: string,
    next: { state: 'planned' | 'uncertain'; notBefore: Instant; looks: number; attempts: number },
    by?: string,
  ): Promise<boolean> {
    const { state, looks, attempts } = next
    return this.#finish(postId, { state, looks, attempts, not_before: next.notBefore }, by)
  }

  async failed(postId: string, why: string, by?: string): Promise<boolean> {
    return this.#finish(postId, { state: 'failed', failed_why: why }, by)
  }

  async withdraw(postId: string, by?: string): Promise<boolean> {
    if (by !== undefined && !(await this.#finish(postId, {}, by))) return false
    // Nothing was posted, so the same reasons may come up again today.
    await unraise(
      this.#books,
      (await this.nudgesOf(postId)).map(({ id }) => id),
    )
    await this.#books.removePosts().where('id', '=', postId).execute()
    return true
  }

  async reconsider(place: Home): Promise<void> {
    const posts = this.#books.changePosts().set((eb) => ({ version: eb('version', '+', 1) }))
    const people = posts
      .where('place', '=', place)
      .where((eb) => eb.or([eb('about', 'is', null), eb('kind', 'in', ['week', 'contradicted'])]))
    await people.where('state', '=', 'sent').execute()
  }

  async stale(limit: number): Promise<readonly SendingPost[]> {
    const query = this.#books.posts().selectAll().where('state', '=', 'sent')
    const rows = await query
      .whereRef('version', '>', 'shown_version')
      .orderBy('planned_at')
      .limit(limit)
      .execute()
    return rows.map(postOf)
  }

  async freshened(postId: string, version: number): Promise<void> {
    const one = () => this.#books.changePosts().where('id', '=', postId)
    await one()
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('shown_version', '>', version)
      .execute()
    await one().set({ shown_version: version }).where('shown_version', '<', version).execute()
    await one().set({ names_forgotten: 0 }).whereRef('shown_version', '=', 'version').execute()
  }

  async version(postId: string): Promise<number> {
    const row = await this.#books.posts().select('version').where('id', '=', postId).executeTakeFirst()
    return row?.version ?? 0
  }

  /** Whether it was done: with `by`, only what is claimed by that sender still. */
  async #finish(postId: string, values: Partial<PostRow>, by?: string): Promise<boolean> {
    const post = this.#books
      .changePosts()
      .set({ ...released, ...values })
      .where('id', '=', postId)
    const held = by === undefined ? post : post.where('state', '=', 'claimed').where('claimed_by', '=', by)
    return (await held.returning('id').execute()).length > 0
  }
}

const released = { claimed_by: null, claimed_until: null }

/** Word for word as the index of what is to be sent has it: with values apart SQLite would not know it again. */
export const isUnfinished = sql<boolean>`state in ('planned', 'claimed', 'uncertain')`

/**
 * Planned or uncertain and its time has come, or claimed by somebody whose claim has lapsed. What a later release plans is
 * left to processes of that release, where both run beside each other.
 */
const mayBeClaimed = (eb: ExpressionBuilder<Database, 'posts'>, now: Instant) =>
  eb.and([
    isUnfinished,
    eb('kind', 'in', postKinds),
    eb.or([
      eb.and([eb('state', '<>', 'claimed'), isOver('not_before', now)]),
      eb.and([eb('state', '=', 'claimed'), isOver('claimed_until', now)]),
    ]),
  ])
