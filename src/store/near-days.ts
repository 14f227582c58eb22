import { sql } from 'kysely'
import type { Commitment } from '../domain/commitment.js'
import type { KeyDate } from '../domain/key-date.js'
import { type LocalDate, plusDays } from '../domain/local-time.js'
import type { Bound } from './bound.js'
import { commitmentCodec, keyDateCodec } from './knowledge-codec.js'

/**
 * Promises, steps, dates and triggers that a decision on a day may look at: wide windows, since days off move a nudge
 * forward, and the detectors decide. `live` are the homes in which their people live. `typed` are those in which they
 * were typed, about people who live elsewhere; and with them comes what is about such people and was typed by
 * `userId`, or is about people of theirs. Who lives in a `silent` home lives elsewhere wherever something was typed.
 */
export type NearQuery = {
  readonly on: LocalDate
  readonly where:
    | { readonly live: readonly string[]; readonly ownerId?: string }
    | { readonly typed: readonly string[]; readonly silent?: readonly string[]; readonly userId?: string }
}

/** As long as a rest may last for which something is told of before. */
const longestRest = 21
/** A trigger is told of 30 days ahead; a date up to 14 days after. */
const ahead = 30 + longestRest
const behind = 15

export const nearCommitments = async (bound: Bound, query: NearQuery): Promise<Commitment[]> =>
  (await commitmentsQuery(bound, query).execute()).map(commitmentCodec.decode)

export const nearDates = async (bound: Bound, query: NearQuery): Promise<KeyDate[]> => {
  const [from, to] = [plusDays(query.on, -behind), plusDays(query.on, ahead)]
  const rows = await Promise.all(
    windowsBetween(from, to).map((window) => datesQuery(bound, query, window).execute()),
  )
  return rows.flat().map(keyDateCodec.decode)
}

export const commitmentsQuery = (bound: Bound, { on, where }: NearQuery) =>
  bound
    .commitments()
    .selectAll('e')
    .where('e.closed_as', 'is', null)
    .where('e.due_on', '<=', plusDays(on, longestRest))
    .where(lives(bound, where))
    .orderBy('e.due_on')
    .orderBy('e.id')

export const datesQuery = (bound: Bound, { on, where }: NearQuery, window: Window) =>
  datesIn(bound, on, window).where(lives(bound, where)).orderBy('e.id')

/** Days to remember and triggers in a stretch of the year, in the years around a day. */
export const datesIn = (bound: Bound, on: LocalDate, { from, to }: Window) => {
  const year = Number(on.slice(0, 4))
  return bound
    .keyDates()
    .selectAll('e')
    .where('e.month_day', '>=', from)
    .where('e.month_day', '<=', to)
    .where((eb) =>
      eb.or([eb('e.yearly', '=', 1), eb('e.year', 'is', null), eb.between('e.year', year - 1, year + 1)]),
    )
}

/** A mere filter: what is due is found by its day, however many people live in a place. */
const lives = ({ dialect }: Bound, where: NearQuery['where']) => {
  if ('typed' in where) {
    const { typed, silent = [], userId } = where
    const there = dialect.among('e.home', typed)
    const theirs = sql`e.written_by = ${userId} or p.owner_id = ${userId}`
    const told = userId === undefined ? there : sql`(${there} or ${theirs})`
    return sql<boolean>`((e.home <> p.home or ${dialect.among('p.home', silent)}) and ${told})`
  }
  const here = dialect.among('p.home', where.live)
  return where.ownerId === undefined ? here : sql<boolean>`(${here} and p.owner_id = ${where.ownerId})`
}

/** From one `MM-DD` to another. */
export type Window = { readonly from: string; readonly to: string }

/** The days of a year from one to another, less than a year later; over the turn of the year they are two stretches. */
export const windowsBetween = (first: LocalDate, last: LocalDate): Window[] => {
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
