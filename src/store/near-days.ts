import { sql } from 'kysely'
import type { NearDay, NearDaysQuery } from '../app/ports/posts.js'
import type { Commitment } from '../domain/commitment.js'
import type { KeyDate } from '../domain/key-date.js'
import { type LocalDate, plusDays } from '../domain/local-time.js'
import { compare } from '../domain/order.js'
import { daysAtHand, isDayAtHand, isDueAtHand } from '../domain/reasons/at-hand.js'
import type { Span } from '../domain/reasons/occurrences.js'
import type { Bound } from './bound.js'
import { home } from './codec.js'
import { commitmentCodec, keyDateCodec } from './knowledge-codec.js'

/**
 * What is written down about these people and may have to be told of on a day, with so many days off after it.
 * `typed`: that alone which was typed in these homes about people who live elsewhere; and with it comes what is about
 * such people and was typed by `userId`, or is about people of theirs. Who lives in a `silent` home lives elsewhere
 * wherever something was typed.
 */
export type NearQuery = {
  readonly people: readonly string[]
  readonly on: LocalDate
  readonly rest: number
  readonly typed?: {
    readonly homes: readonly string[]
    readonly silent?: readonly string[] | undefined
    readonly userId?: string | undefined
  }
}

export const nearCommitments = async (bound: Bound, query: NearQuery): Promise<Commitment[]> =>
  (await commitmentsQuery(bound, query).execute())
    .map(commitmentCodec.decode)
    .filter((each) => isDueAtHand(each, query.on, query.rest))
    .sort((a, b) => compare(a.dueOn ?? '', b.dueOn ?? '') || compare(a.id, b.id))

export const nearDates = async (bound: Bound, query: NearQuery): Promise<KeyDate[]> =>
  (await datesQuery(bound, query).execute())
    .map(keyDateCodec.decode)
    .filter((each) => isDayAtHand(each, query.on, query.rest))
    .sort((a, b) => compare(a.id, b.id))

/** Found by their people: days and order are looked at here, so that no engine goes by those of everybody. */
export const commitmentsQuery = (bound: Bound, query: NearQuery) =>
  bound
    .commitments()
    .selectAll('e')
    .where(bound.dialect.oneOf('e.person_id', query.people))
    .where('e.closed_as', 'is', null)
    .where(wasTyped(bound, query))

export const datesQuery = (bound: Bound, query: NearQuery) =>
  bound
    .keyDates()
    .selectAll('e')
    .where(bound.dialect.oneOf('e.person_id', query.people))
    .where(wasTyped(bound, query))

const wasTyped = ({ dialect }: Bound, { typed }: NearQuery) => {
  if (typed === undefined) return sql<boolean>`1 = 1`
  const { homes, silent = [], userId } = typed
  const there = dialect.among('e.home', homes)
  const theirs = sql`e.written_by = ${userId} or p.owner_id = ${userId}`
  const told = userId === undefined ? there : sql`(${there} or ${theirs})`
  return sql<boolean>`((e.home <> p.home or ${dialect.among('p.home', silent)}) and ${told})`
}

/** For a whole workspace: about whom something may have to be told, and where; found by its day, and read once. */
export const everyNearDay = async (bound: Bound, query: NearDaysQuery): Promise<NearDay[]> => {
  const found: NearDay[] = []
  for (const each of everyNearDayQueries(bound, query))
    for (const { id, home: livesIn, owner: ownerId, introducedBy, typedIn, typedBy } of await each.execute())
      found.push({
        person: { id, home: home(livesIn), by: introducedBy, ownerId },
        home: home(typedIn),
        by: typedBy,
      })
  return found
}

export const everyNearDayQueries = (bound: Bound, { from, to, rest }: NearDaysQuery) => {
  const ofKind = (kind: KeyDate['kind']) =>
    windowsOf({ from: daysAtHand(kind, from, rest).from, to: daysAtHand(kind, to, rest).to }).map((window) =>
      datesIn(bound, from, window).where('e.kind', '=', kind).select(whose),
    )
  const promised = dueByQuery(bound, plusDays(to, rest)).select(whose)
  return [promised, ...ofKind('date'), ...ofKind('trigger')]
}

const whose = [
  'p.id',
  'p.home',
  'p.written_by as introducedBy',
  'p.owner_id as owner',
  'e.home as typedIn',
  'e.written_by as typedBy',
] as const

/** Open promises and steps due by a day, however long ago. */
export const dueByQuery = (bound: Bound, dueBy: LocalDate) =>
  bound.commitments().where('e.closed_as', 'is', null).where('e.due_on', '<=', dueBy)

/** Days to remember and triggers in a stretch of the year, in the years around a day. */
export const datesIn = (bound: Bound, on: LocalDate, { from, to }: Window) => {
  const year = Number(on.slice(0, 4))
  return bound
    .keyDates()
    .where('e.month_day', '>=', from)
    .where('e.month_day', '<=', to)
    .where((eb) =>
      eb.or([eb('e.yearly', '=', 1), eb('e.year', 'is', null), eb.between('e.year', year - 1, year + 2)]),
    )
}

/** From one `MM-DD` to another. */
export type Window = { readonly from: string; readonly to: string }

/** The days of a year that lie in a span; over the turn of the year they are two stretches. */
export const windowsOf = ({ from: first, to: last }: Span): Window[] => {
  if (last >= plusDays(first, 365)) return [{ from: '01-01', to: '12-31' }]
  const from = monthDayOf(first)
  // What is written down for 29 February falls on the 28th in most years.
  const to = monthDayOf(last).replace(/^02-28$/, '02-29')
  if (from <= to) return [{ from, to }]
  return [
    { from, to: '12-31' },
    { from: '01-01', to },
  ]
}

const monthDayOf = (on: LocalDate): string => on.slice(5)
