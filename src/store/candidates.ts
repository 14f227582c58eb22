import { sql } from 'kysely'
import type { Candidate, CandidateQuery, VisitorQuery } from '../app/ports/posts.js'
import type { Home } from '../domain/audience.js'
import type { Commitment } from '../domain/commitment.js'
import { groupBy } from '../domain/group-by.js'
import type { KeyDate } from '../domain/key-date.js'
import type { News } from '../domain/news.js'
import type { Nudge } from '../domain/nudge.js'
import { readOccasion } from '../domain/reasons/occasion.js'
import type { RoleQuestion } from '../domain/role-change/role-question.js'
import type { Books } from './books.js'
import type { Bound } from './bound.js'
import { newsCodec, nudgeCodec } from './codec.js'
import { isOpenNews } from './derived.js'
import { askedIn, newsHeardIn } from './heard-news.js'
import { type NearQuery, nearCommitments, nearDates } from './near-days.js'
import { roleQuestionCodec } from './role-change-codec.js'
import { openRoleQuestions } from './role-question-store.js'
import { sortedBy } from './sorted-by.js'
import { standingOf } from './standing.js'
import type { PersonRow } from './tables.js'

/** As many earlier nudges as a decision looks at, whatever they were about. */
const nudgesEach = 12

/** People who may have to be brought up, by the places where they were introduced. */
export const candidates = async (
  bound: Bound,
  books: Books,
  query: CandidateQuery,
): Promise<readonly Candidate[]> => {
  const people = new Map<string, PersonRow>()
  const found =
    query.people === undefined
      ? [dueQuery(bound, query), newsQuery(bound, query), nearQuery(bound, query)]
      : [nearQuery(bound, { ...query, near: { ...query.near, people: query.people } })]
  for (const each of found)
    for (const row of await each.execute()) if (comesUp(row, query)) people.set(row.id, row)
  const near = await nearOf(bound, { ...query.near, people: [...people.keys()], on: query.dueBy })
  const news = await newsOf(bound, [...people.keys()])
  const roleQuestions = await roleQuestionsOf(bound, [...people.keys()])
  const nudges = await nudgesOf(books, [...people.keys()], near)
  return [...people.values()].map((row) => ({
    ...standingOf(row),
    ...nearIn(near, row.id),
    news: news.get(row.id) ?? [],
    roleQuestions: roleQuestions.get(row.id) ?? [],
    nudges: nudges.get(row.id) ?? [],
  }))
}

/**
 * Of these people those who live elsewhere, with those promises, steps, dates and triggers alone that were typed in
 * these homes or are a teammate's to hear: they are in no rhythm here.
 */
export const visitors = async (
  bound: Bound,
  books: Books,
  { homes, silent, userId, on, near: { people, rest } }: VisitorQuery,
): Promise<readonly Candidate[]> => {
  const near = await nearOf(bound, { people, on, rest, typed: { homes, silent, userId } })
  const ids = [...new Set([...near.commitments.keys(), ...near.dates.keys()])]
  if (ids.length === 0) return []
  const rows = await bound.people().selectAll('p').where(bound.dialect.oneOf('p.id', ids)).execute()
  const nudges = await nudgesOf(books, ids, near)
  return rows.map((row) => ({
    ...standingOf(row),
    ...nearIn(near, row.id),
    dueOn: null,
    news: [],
    roleQuestions: [],
    nudges: nudges.get(row.id) ?? [],
  }))
}

/** Those who live elsewhere and of whom a source said something in this home: with that alone. */
export const heardIn = async (bound: Bound, books: Books, place: Home): Promise<readonly Candidate[]> => {
  const news = groupBy((await newsHeardIn(bound, place).execute()).map(newsCodec.decode), ofWhom)
  const asked = groupBy((await askedIn(bound, place).execute()).map(roleQuestionCodec.decode), ofWhom)
  const ids = [...new Set([...news.keys(), ...asked.keys()])]
  if (ids.length === 0) return []
  const rows = await bound.people().selectAll('p').where(bound.dialect.oneOf('p.id', ids)).execute()
  const nudges = await nudgesOf(books, ids, { commitments: new Map(), dates: new Map() })
  return rows.map((row) => ({
    ...standingOf(row),
    dueOn: null,
    commitments: [],
    dates: [],
    news: news.get(row.id) ?? [],
    roleQuestions: asked.get(row.id) ?? [],
    nudges: nudges.get(row.id) ?? [],
  }))
}
const ofWhom = ({ personId }: { readonly personId: string }): string => personId

type Near = {
  readonly commitments: ReadonlyMap<string, Commitment[]>
  readonly dates: ReadonlyMap<string, KeyDate[]>
}

const nearOf = async (bound: Bound, query: NearQuery): Promise<Near> => ({
  commitments: groupBy(await nearCommitments(bound, query), ({ personId }) => personId),
  dates: groupBy(await nearDates(bound, query), ({ personId }) => personId),
})

const nearIn = ({ commitments, dates }: Near, personId: string) => ({
  commitments: commitments.get(personId) ?? [],
  dates: dates.get(personId) ?? [],
})

/** Those who were asked for by id are few, and found by it, whether they come up or not. */
const comesUp = (row: PersonRow, { people, dueBy, near }: CandidateQuery): boolean =>
  people === undefined ||
  row.open_news === 1 ||
  (row.due_on !== null && row.due_on <= dueBy) ||
  near.people.includes(row.id)

const inHomes = (bound: Bound, { homes, ownerId }: CandidateQuery) => {
  const people = bound.people().selectAll('p').where(bound.dialect.oneOf('p.home', homes))
  return ownerId === undefined ? people : people.where('p.owner_id', '=', ownerId)
}
export const dueQuery = (bound: Bound, query: CandidateQuery) =>
  inHomes(bound, query).where('p.due_on', '<=', query.dueBy)
/** Of those about whom something near is written down, who lives in these homes still. */
export const nearQuery = (bound: Bound, query: CandidateQuery) => {
  const { homes, ownerId, near } = query
  const people = bound.people().selectAll('p').where(bound.dialect.oneOf('p.id', near.people))
  const here = people.where(bound.dialect.among('p.home', homes))
  return ownerId === undefined ? here : here.where(bound.dialect.among('p.owner_id', [ownerId]))
}
export const newsQuery = (bound: Bound, query: CandidateQuery) =>
  inHomes(bound, query).where(sql<boolean>`p.open_news = 1`)

const newsOf = async (bound: Bound, ids: readonly string[]): Promise<Map<string, News[]>> => {
  const rows = await bound
    .news()
    .selectAll('e')
    .where(bound.dialect.oneOf('e.person_id', ids))
    .where(isOpenNews)
    .orderBy(sql`e.act_seq + 0`)
    .orderBy('e.id')
    .execute()
  return groupBy(rows.map(newsCodec.decode), (news) => news.personId)
}

const roleQuestionsOf = async (
  bound: Bound,
  ids: readonly string[],
): Promise<Map<string, RoleQuestion[]>> => {
  const asked = openRoleQuestions(bound).selectAll('e').where(bound.dialect.oneOf('e.person_id', ids))
  const rows = await asked.orderBy('e.act_seq').orderBy('e.id').execute()
  return groupBy(rows.map(roleQuestionCodec.decode), (question) => question.personId)
}

/**
 * Newest first; those of posts that will never be sent do not count. However old it is, what was said of a day that
 * is still near is not forgotten: some things are said once.
 */
const nudgesOf = async (books: Books, ids: readonly string[], near: Near): Promise<Map<string, Nudge[]>> => {
  const rows = await books
    .nudges()
    .selectAll('n')
    .where(books.dialect.oneOf('n.person_id', ids))
    .where('t.state', '<>', 'failed')
    .orderBy(sortedBy('n.id'), 'desc')
    .execute()
  const nudges = groupBy(rows.map(nudgeCodec.decode), (nudge) => nudge.personId)
  return new Map([...nudges].map(([personId, all]) => [personId, lastOf(all, nearIn(near, personId))]))
}

const lastOf = (nudges: readonly Nudge[], { commitments, dates }: ReturnType<typeof nearIn>): Nudge[] => {
  const near = new Set([...commitments, ...dates].map(({ id }) => id))
  const isNear = ({ reasons }: Nudge) =>
    reasons.some(({ occasion }) => near.has(readOccasion(occasion)?.id ?? ''))
  return nudges.filter((nudge, nth) => nth < nudgesEach || isNear(nudge))
}
