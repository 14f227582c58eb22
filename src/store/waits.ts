import { sql } from 'kysely'
import type { Hours, NewsWaiting, Now, WaitingPost, Waits } from '../app/ports/turns.js'
import { longestWaitMs, quietMs } from '../domain/live-source.js'
import { type Instant, instantAt, localDateOf, plusDays } from '../domain/local-time.js'
import { nextClosing, weeksFrom, weekToTell } from '../domain/week.js'
import { isDigestTime, type WorkingTime } from '../domain/working-time.js'
import { Books } from './books.js'
import { Bound } from './bound.js'
import type { Dialect } from './dialect.js'
import { homesWithNews } from './heard-news.js'
import { askOn, type Given, KeptQuery } from './kept-query.js'
import { isUnfinished } from './post-store.js'
import { heldAndKnownQuery } from './source-store.js'
import type { Db, PlaceRow } from './tables.js'
import { TroubleStore } from './trouble-store.js'
import { waits } from './waits-until.js'
import { hearingWeeks } from './week-store.js'

/** See `Waits`. A look at what there is to do in one workspace, by index: it costs what waits, however many live there. */
export const waitsIn = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  { now, realNow }: Now,
): Promise<Waits> => {
  const bound = new Bound(db, dialect, { workspaceId, audience: 'everything' })
  const books = new Books(db, dialect, workspaceId)
  return {
    beatAt: (await new TroubleStore(db, dialect, workspaceId).pulse())?.beatAt ?? null,
    hours: await hoursIn(books, now),
    posts: await postsIn(books, realNow),
    isStale: (await books.ask(anyStale, {})).length > 0,
    ...(await importsIn(bound, now)),
    retractFrom: await retractFrom(books, realNow),
    sourcesFrom: await sourcesFrom(db, dialect, workspaceId),
    isHeldKnown: (await askOn(db, dialect, anyHeldAndKnown, { workspaceId })).length > 0,
    news: await newsIn(bound, books, dialect),
    weekFrom: await weekFrom(books, now),
  }
}

const asHours = ['zone', 'days', 'from_hour', 'to_hour', 'digest_hour', 'holidays'] as const
const timeOf = (row: Pick<PlaceRow, (typeof asHours)[number]>): WorkingTime => ({
  zone: row.zone,
  days: JSON.parse(row.days),
  fromHour: row.from_hour,
  toHour: row.to_hour,
  digestHour: row.digest_hour,
  holidays: JSON.parse(row.holidays),
})

/** Hundreds of places keep a handful of hours. */
const hoursIn = async (books: Books, now: Instant): Promise<Hours[]> => {
  const hours: Hours[] = []
  for (const row of await books.ask(allHours, {})) {
    const time = timeOf(row)
    const isOpen = isDigestTime(now, time) && (await books.ask(anyOpen, openAt(row, now))).length > 0
    hours.push({ time, isOpen })
  }
  return hours
}

const allHours = new KeptQuery((books: Books) => books.places().select(asHours).distinct())

/** Hours, and the day that it is by them: its date with some on either side, and from when to when it is. */
type Open = Pick<PlaceRow, (typeof asHours)[number]> & {
  readonly earliest: string
  readonly latest: string
  readonly from: Instant
  readonly to: Instant
}
export const openAt = (hours: Pick<PlaceRow, (typeof asHours)[number]>, now: Instant): Open => {
  const on = localDateOf(now, hours.zone)
  return {
    ...hours,
    earliest: plusDays(on, -2),
    latest: plusDays(on, 2),
    from: instantAt(on, 0, hours.zone),
    to: instantAt(plusDays(on, 1), 0, hours.zone),
  }
}

/** A place that keeps these hours and has no digest of that day yet: see `digestFixed`. */
export const openQuery = (books: Books, open: Open | Given<Open>) => {
  const fixed = books
    .digests()
    .select('digests.place')
    .where(sql<boolean>`digests.place = places.home`)
    .where('on_day', '>=', open.earliest)
    .where('on_day', '<=', open.latest)
    .where('fixed_at', '>=', open.from)
    .where('fixed_at', '<', open.to)
  let places = books.places().select('home')
  for (const column of asHours) places = places.where(column, '=', open[column])
  return places.where(({ not, exists }) => not(exists(fixed))).limit(1)
}
const anyOpen = new KeptQuery((books: Books, open: Given<Open>) => openQuery(books, open))

const postsIn = async (books: Books, realNow: Instant): Promise<WaitingPost[]> => {
  const rows = await books.ask(unsent, {})
  const homes = [...new Set(rows.map((row) => row.place))]
  const times = await timesOf(books, homes)
  return rows.map(({ place, kind, planned_at: plannedAt, until }) => ({
    kind,
    plannedAt,
    notBefore: waits(until, realNow) ? until : null,
    time: times.get(place) ?? null,
  }))
}

/**
 * The first of each place and kind, by each of what it waits for: whatever waits long, and however much of it, hides nothing
 * that can be sent now.
 */
export const unsentQuery = (books: Books) =>
  books
    .posts()
    .select(['place', 'kind', ({ fn }) => fn.min('planned_at').as('planned_at')])
    .select(
      sql<string>`min(coalesce(case when state = 'claimed' then claimed_until else not_before end, ''))`.as(
        'until',
      ),
    )
    .where(isUnfinished)
    .groupBy(['place', 'kind'])
const unsent = new KeptQuery(unsentQuery)

export const staleQuery = (books: Books) =>
  books
    .posts()
    .select('id')
    .where('state', '=', 'sent')
    .whereRef('version', '>', 'shown_version')
    // PostgreSQL takes one row in three to be so, and would read the table for the first; the index is in this order.
    .orderBy('planned_at')
const anyStale = new KeptQuery((books: Books) => staleQuery(books).limit(1))

const timesOf = async (books: Books, homes: readonly string[]): Promise<ReadonlyMap<string, WorkingTime>> =>
  new Map((await hoursOf(books, homes)).map((row) => [row.home, timeOf(row)]))

/** Of a place in which the bot may not speak somebody hears by DM, in hours of their own: whatever the clock says there. */
const timesToTell = async (
  books: Books,
  homes: readonly string[],
): Promise<ReadonlyMap<string, WorkingTime>> => {
  const rows = await hoursOf(books, homes)
  return new Map(rows.filter(({ postable }) => postable === 1).map((row) => [row.home, timeOf(row)]))
}

const hoursOf = async (books: Books, homes: readonly string[]) => {
  if (homes.length === 0) return []
  const places = books.places().select(['home', 'postable', ...asHours])
  return places.where(books.dialect.oneOf('home', homes)).execute()
}

/** A preview is shown as soon as the file is read. */
const shownWithinMs = 5 * 60_000

const openImports = new KeptQuery((bound: Bound) =>
  bound
    .imports()
    .where('i.state', 'in', ['staging', 'ready', 'running', 'undoing'])
    .select(['i.state', 'i.changed_at']),
)
const importsIn = async (bound: Bound, now: Instant): Promise<Pick<Waits, 'hasImports' | 'isReading'>> => {
  const rows = await bound.ask(openImports, {})
  const isOfNow = (at: Instant) => Math.abs(Date.parse(now) - Date.parse(at)) < shownWithinMs
  return {
    hasImports: rows.some(({ state }) => state === 'running' || state === 'undoing'),
    isReading: rows.some(
      (row) => row.state === 'staging' || (row.state === 'ready' && isOfNow(row.changed_at)),
    ),
  }
}

const retractions = new KeptQuery((books: Books) => books.retractions().select('not_before').distinct())
const retractFrom = async (books: Books, realNow: Instant): Promise<Instant | null> => {
  const rows = await books.ask(retractions, {})
  const from = rows.map(({ not_before: until }) => (until !== null && waits(until, realNow) ? until : ''))
  return from.sort()[0] ?? null
}

const weekFrom = async (books: Books, now: Instant): Promise<Instant | null> => {
  const hearing = await hearingWeeks(books, weeksFrom(now.slice(0, 10)))
  const comes = hearing.flatMap(({ place, told }) =>
    weekToTell(now, place, told) === null ? (nextClosing(now, place)?.closesAt ?? []) : now,
  )
  return comes.sort()[0] ?? null
}

type InWorkspace = { readonly workspaceId: string }
const anyHeldAndKnown = new KeptQuery((db: Db, { workspaceId }: Given<InWorkspace>) =>
  heldAndKnownQuery(db, workspaceId, '').limit(1),
)
const waitingWords = new KeptQuery((db: Db, { workspaceId }: Given<InWorkspace>) =>
  db
    .selectFrom('source_words')
    .select(({ fn }) => [fn.min('last_at').as('last'), fn.min('first_at').as('first')])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'waiting'),
)
const sourcesFrom = async (db: Db, dialect: Dialect, workspaceId: string): Promise<Instant | null> => {
  const [row] = await askOn(db, dialect, waitingWords, { workspaceId })
  if (row === undefined || row.last === null || row.first === null) return null
  const ready = [Date.parse(row.last) + quietMs, Date.parse(row.first) + longestWaitMs]
  return new Date(Math.min(...ready)).toISOString()
}

const newsIn = async (bound: Bound, books: Books, dialect: Dialect): Promise<NewsWaiting[]> => {
  const homes = await homesWithNews(bound)
  if (homes.length === 0) return []
  const times = await timesToTell(books, homes)
  const rows = await books
    .posts()
    .select(['place', ({ fn }) => fn.max('planned_at').as('last')])
    .where('kind', '=', 'role-news')
    .where(dialect.oneOf('place', homes))
    .groupBy('place')
    .execute()
  const last = new Map(rows.map((row) => [row.place, row.last]))
  return homes.map((home) => ({
    home,
    time: times.get(home) ?? null,
    lastPlanned: last.get(home) ?? null,
  }))
}
