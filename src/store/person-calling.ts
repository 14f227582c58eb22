import { type AliasedExpression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CalledBy, Named } from '../app/ports.js'
import { compare } from '../domain/order.js'
import type { Bound } from './bound.js'
import { keyOf } from './derived.js'
import type { List } from './dialect.js'
import { type Given, KeptQuery } from './kept-query.js'
import { isOfText, likelyKeys } from './likely-keys.js'
import { namesQuery, withRoles } from './person-names.js'

/** Those who can be called by one of the keys. */
export const called = async (bound: Bound, keys: readonly string[]): Promise<readonly CalledBy[]> => {
  const found = inOrder(keys, await bound.ask(calledBy, { keys: await likelyKeys(bound, keys) }))
  const people = await withRoles(bound, [...new Map(found.map(({ person }) => [person.id, person])).values()])
  const byId = new Map(people.map((person) => [person.id, person]))
  return found.flatMap(({ person: { id }, ...by }) => {
    const person = byId.get(id)
    return person === undefined ? [] : [{ ...by, person }]
  })
}

/**
 * The same, with at most so many for each key: thousands share a name. Seldom are there so many of all keys together that
 * those of each have to be counted.
 */
export const calledFew = async (
  bound: Bound,
  keys: readonly string[],
  each: number,
): Promise<readonly CalledBy<Named>[]> => {
  const asked = await likelyKeys(bound, keys)
  // Whoever is named in a text may share the name with thousands: more often than not those of each would be counted.
  if (isOfText(keys)) return inOrder(keys, await fewOfEach(bound, asked, each))
  const [only, second] = asked
  if (only !== undefined && second === undefined) return inOrder(keys, await fewOfOne(bound, only, each))
  const few = await bound.ask(calledByFew, { keys: asked, limit: each + 1 })
  return inOrder(keys, few.length <= each ? few : await fewOfEach(bound, asked, each))
}

type CalledRow = Named & { readonly key: string; readonly kind: CalledBy['kind'] }

/** At most so many of a key, those first who are called so as a whole. */
const fewOfOne = async (bound: Bound, key: string, most: number): Promise<CalledRow[]> => {
  const whole = await ofOne(bound, calledWhole, key, most)
  const part = whole.length < most ? await ofOne(bound, calledInPart, key, most) : []
  return [...whole, ...part].slice(0, most)
}
const ofOne = async (bound: Bound, query: OfOneQuery, key: string, limit: number): Promise<CalledRow[]> => {
  const [found] = await bound.ask(query, { key, limit })
  const listIn = (text: string | undefined): readonly string[] => JSON.parse(text ?? '[]')
  const names = listIn(found?.names)
  return listIn(found?.calls).map((call, nth) => ({ ...callIn(call), name: names[nth] ?? '', key }))
}

/** The same of each of several, in one question and one for their names. */
const fewOfEach = async (bound: Bound, keys: readonly string[], each: number): Promise<CalledRow[]> => {
  if (keys.length === 0) return []
  const calls = (await bound.ask(calledByEach, { keys, limit: each })).flatMap(({ word, whole, part }) =>
    [...callsIn(whole), ...callsIn(part)].slice(0, each).map((call) => ({ key: word, ...call })),
  )
  const rows = await bound.ask(namesQuery, { ids: [...new Set(calls.map(({ id }) => id))] })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return calls.map((call) => ({ ...call, name: names.get(call.id) ?? '' }))
}

const inOrder = (keys: readonly string[], rows: readonly CalledRow[]): readonly CalledBy<Named>[] => {
  const typed = new Map(keys.filter((key) => keyOf(key) !== key).map((key) => [keyOf(key), key]))
  return rows
    .toSorted(
      (a, b) =>
        compare(a.name, b.name) || compare(a.id, b.id) || compare(a.key, b.key) || compare(a.kind, b.kind),
    )
    .map(({ id, name, key, kind }) => ({ key: typed.get(key) ?? key, kind, person: { id, name } }))
}

const whoIsCalled = (bound: Bound) => bound.keys().select(['p.id', 'p.name', 'k.key', 'k.kind'])
export const calledQuery = (bound: Bound, keys: List) =>
  whoIsCalled(bound).where(bound.dialect.oneOf('k.key', keys))

const calledBy = new KeptQuery((bound: Bound, { keys }: Given<{ keys: readonly string[] }>) =>
  calledQuery(bound, keys),
)

type Few = { readonly keys: readonly string[]; readonly limit: number }
const calledByFew = new KeptQuery((bound: Bound, { keys, limit }: Given<Few>) =>
  calledQuery(bound, keys).limit(limit),
)
/** By what and who is called; of several, with commas between. */
const callOf = sql<string>`k.kind || ' ' || p.id`.as('call')
const allCalls = sql<string | null>`string_agg(q.call, ',')`.as('calls')

const wholes = ['full', 'address', 'slack'] as const
const parts = ['given', 'family', 'initials'] as const

type One = { readonly key: string; readonly limit: number }
/** Kinds and ids as one text, and names as another: hundreds may be called so, and each row that is handed out takes its time. */
export const calledByOneQuery = (
  bound: Bound,
  { key, limit }: Given<One>,
  kinds: readonly CalledBy['kind'][],
) => {
  const found = bound
    .keys()
    .select([callOf, 'p.name'])
    .where('k.key', '=', key)
    .where('k.kind', 'in', kinds)
    .limit(limit)
  const { gathered } = bound.dialect
  return bound.over(found.as('q')).select([gathered('q.call').as('calls'), gathered('q.name').as('names')])
}
const calledWhole = new KeptQuery((bound: Bound, given: Given<One>) => calledByOneQuery(bound, given, wholes))
const calledInPart = new KeptQuery(
  (bound: Bound, given: Given<One>) => calledByOneQuery(bound, given, parts),
  'many',
)
type OfOneQuery = typeof calledWhole

/** Of each key the kinds and ids of a few, as one text: a join reads everybody before any of them could be left out. */
export const calledByEachQuery = (bound: Bound, keys: List, limit: RawBuilder<number>) => {
  const few = (kinds: readonly CalledBy['kind'][]) => {
    const found = bound
      .keys()
      .select(callOf)
      .where('k.key', '=', sql<string>`w.word`)
      .where('k.kind', 'in', kinds)
      .limit(limit)
    return bound.over(found.as('q')).select(allCalls)
  }
  return bound.words(keys).select([few(wholes).as('whole'), few(parts).as('part')])
}
const calledByEach = new KeptQuery((bound: Bound, { keys, limit }: Given<Few>) =>
  calledByEachQuery(bound, keys, limit),
)
const callsIn = (calls: string | null) => (calls?.split(',') ?? []).map(callIn)
const callIn = (call: string) => {
  const end = call.indexOf(' ')
  return { kind: call.slice(0, end) as CalledBy['kind'], id: call.slice(end + 1) }
}

/** As many are looked at before the best known of them come first. */
const mostLookedAt = 400
/** Greater than every key that begins in the same way. */
export const last = '\u{10ffff}'

/** Those with a name, or a part of one, that begins like this; whoever was spoken to last comes first. */
export const beginning = async (bound: Bound, key: string, limit: number): Promise<readonly Named[]> => {
  if (key === '') return []
  const from = keyOf(key)
  const people = await bound.ask(begun, { from, to: from + last, limit })
  return people.toSorted(bestKnownFirst).map(({ id, name }) => ({ id, name }))
}

/** Written out, as the index of names has it; addresses are as many as people. */
export const isOfName = sql<SqlBool>`k.kind in ('full', 'given', 'family')`

type Begun = { readonly from: string; readonly to: string; readonly limit: number }
/**
 * The best known come first, each once, however many parts of their name begin so: to hand out those alone takes less than to
 * find them.
 */
export const beginningQuery = (bound: Bound, { from, to, limit }: Given<Begun>) => {
  const found = bound
    .keys()
    .select(['p.id', 'p.name', 'p.last_contact_on'])
    .where('k.key', '>=', from)
    .where('k.key', '<', to)
    .where(isOfName)
    .orderBy('k.key')
    .limit(sql.lit(mostLookedAt))
  const bestKnown = bestKnownOf(bound, found.as('q'))
  // In the order in which they come, so that they are sorted once for both.
  return bestKnown.groupBy(['q.last_contact_on', 'q.name', 'q.id']).limit(limit)
}
const begun = new KeptQuery(beginningQuery, 'many')

/** Those who were found, in the order in which they come. */
export const bestKnownOf = (bound: Bound, found: AliasedExpression<Known, 'q'>) =>
  bound
    .over(found)
    .select(['q.id', 'q.name', 'q.last_contact_on'])
    .orderBy('q.last_contact_on', (order) => order.desc().nullsLast())
    .orderBy('q.name')
    .orderBy('q.id')

export type Known = Named & { readonly last_contact_on: string | null }
export const bestKnownFirst = (a: Known, b: Known): number => {
  const [mine, theirs] = [a.last_contact_on ?? '', b.last_contact_on ?? '']
  if (mine !== theirs) return mine > theirs ? -1 : 1
  return a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1
}
