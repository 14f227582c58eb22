import { sql } from 'kysely'
import type { Candidate, CandidateQuery } from '../app/post-ports.js'
import type { Home } from '../domain/audience.js'
import type { News } from '../domain/news.js'
import type { Nudge } from '../domain/nudge.js'
import type { Books } from './books.js'
import type { Bound } from './bound.js'
import { home, newsCodec, nudgeCodec } from './codec.js'
import { isOpenNews } from './derived.js'
import { groupBy } from './group-by.js'
import { standingOf } from './person-store.js'

/** As many earlier nudges as a decision looks at. */
const nudgesEach = 12

/** People who may have to be brought up, by the places where they were introduced. */
export const candidates = async (
  bound: Bound,
  books: Books,
  query: CandidateQuery,
): Promise<readonly Candidate[]> => {
  const rows = await dueQuery(bound, query).execute()
  const withNews = await newsQuery(bound, query).execute()
  const people = new Map([...rows, ...withNews].map((row) => [row.id, row]))
  const ids = [...people.keys()]
  const news = await newsOf(bound, ids)
  const nudges = await nudgesOf(books, ids)
  return [...people.values()].map((row) => ({
    ...standingOf(row),
    news: news.get(row.id) ?? [],
    nudges: nudges.get(row.id) ?? [],
  }))
}

const inHomes = (bound: Bound, { homes, ownerId }: CandidateQuery) => {
  const people = bound.people().selectAll('p').where(bound.dialect.oneOf('p.home', homes))
  return ownerId === undefined ? people : people.where('p.owner_id', '=', ownerId)
}
export const dueQuery = (bound: Bound, query: CandidateQuery) =>
  inHomes(bound, query).where('p.due_on', '<=', query.dueBy)
export const newsQuery = (bound: Bound, query: CandidateQuery) =>
  inHomes(bound, query).where(sql<boolean>`p.open_news = 1`)

const newsOf = async (bound: Bound, ids: readonly string[]): Promise<Map<string, News[]>> => {
  const rows = await bound
    .news()
    .selectAll('e')
    .where(bound.dialect.oneOf('e.person_id', ids))
    .where(isOpenNews)
    .orderBy('e.act_seq')
    .orderBy('e.id')
    .execute()
  return groupBy(rows.map(newsCodec.decode), (news) => news.personId)
}

/** Newest first; those of posts that will never be sent do not count. */
const nudgesOf = async (books: Books, ids: readonly string[]): Promise<Map<string, Nudge[]>> => {
  const rows = await books
    .nudges()
    .selectAll('n')
    .where(books.dialect.oneOf('n.person_id', ids))
    .where('t.state', '<>', 'failed')
    .orderBy('n.id', 'desc')
    .execute()
  const nudges = groupBy(rows.map(nudgeCodec.decode), (nudge) => nudge.personId)
  return new Map([...nudges].map(([personId, all]) => [personId, all.slice(0, nudgesEach)]))
}

/** Where people live about whom there is news that no post has carried. A reason of news names it as its occasion. */
export const homesWithNews = async (bound: Bound, books: Books): Promise<readonly Home[]> => {
  const carried = books
    .raised()
    .select('r.nudge_id')
    .where(sql<boolean>`r.person_id = e.person_id and r.occasion = e.id`)
  const rows = await bound
    .news()
    .select('p.home')
    .distinct()
    .where(sql<boolean>`p.open_news = 1`)
    .where(isOpenNews)
    .where(({ not, exists }) => not(exists(carried)))
    .execute()
  return rows.map((row) => home(row.home))
}
