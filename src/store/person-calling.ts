import { type RawBuilder, sql } from 'kysely'
import type { CalledBy, PersonName } from '../app/ports.js'
import { editDistance } from '../domain/names.js'
import { compare } from '../domain/order.js'
import type { Bound } from './bound.js'
import { backwardsOf, keyOf } from './derived.js'
import type { List } from './dialect.js'
import { type Given, KeptQuery } from './kept-query.js'
import { type Named, namesQuery, withRoles } from './person-names.js'

/** Those who can be called by one of the keys. */
export const called = async (bound: Bound, keys: readonly string[]): Promise<readonly CalledBy[]> =>
  inOrder(bound, keys, await bound.ask(calledBy, { keys: await likely(bound, stored(keys)) }))

/**
 * The same, with at most so many for each key: thousands share a name. Seldom are there so many of all keys together that
 * those of each have to be counted.
 */
export const calledFew = async (
  bound: Bound,
  keys: readonly string[],
  each: number,
): Promise<readonly CalledBy[]> => {
  const these = await likely(bound, stored(keys))
  const few = await bound.ask(calledByFew, { keys: these, limit: each + 1 })
  return inOrder(bound, keys, few.length <= each ? few : await fewOfEach(bound, these, each))
}

type CalledRow = Named & { readonly key: string; readonly kind: CalledBy['kind'] }

const stored = (keys: readonly string[]): string[] => [...new Set(keys.map(keyOf))]

/** More keys than this are those of a text, of which most call nobody. */
const fewKeys = 24
/** The character after a space: a key of words that this one begins is smaller than the word with it. */
const afterSpace = '!'

/** Of the keys of a text those whose first word is, or begins, what anybody is called by, whoever sees whom. */
const likely = async (bound: Bound, keys: readonly string[]): Promise<readonly string[]> => {
  if (keys.length <= fewKeys) return keys
  // In the order of the index: what lies near each other in it is read together.
  const firsts = [...new Set(keys.map(firstWord))].sort()
  const known = new Set((await bound.ask(beginsKeys, { words: firsts })).map(({ word }) => word))
  return keys.filter((key) => known.has(firstWord(key)))
}
const firstWord = (key: string): string => {
  const end = key.indexOf(' ')
  return end < 0 ? key : key.slice(0, end)
}

export const beginsKeysQuery = (bound: Bound, words: List) =>
  bound.words(words).where(({ exists }) =>
    exists(
      bound
        .allKeys()
        .select('k.key')
        .where('k.key', '>=', sql<string>`w.word`)
        .where('k.key', '<', sql<string>`w.word || ${sql.lit(afterSpace)}`),
    ),
  )
const beginsKeys = new KeptQuery((bound: Bound, { words }: Given<{ words: readonly string[] }>) =>
  beginsKeysQuery(bound, words),
)

/** At most so many of each key, those first who are called so as a whole. */
const fewOfEach = async (bound: Bound, keys: readonly string[], each: number): Promise<CalledRow[]> => {
  const calls = (await bound.ask(calledByEach, { keys, limit: each })).flatMap(({ word, whole, part }) =>
    [...callsIn(whole), ...callsIn(part)].slice(0, each).map((call) => ({ key: word, ...call })),
  )
  const rows = await bound.ask(namesQuery, { ids: [...new Set(calls.map(({ id }) => id))] })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return calls.map((call) => ({ ...call, name: names.get(call.id) ?? '' }))
}

const inOrder = async (
  bound: Bound,
  keys: readonly string[],
  rows: readonly CalledRow[],
): Promise<readonly CalledBy[]> => {
  const sorted = rows.toSorted(
    (a, b) =>
      compare(a.name, b.name) || compare(a.id, b.id) || compare(a.key, b.key) || compare(a.kind, b.kind),
  )
  const people = new Map(sorted.map(({ id, name }) => [id, { id, name }]))
  const named = await withRoles(bound, [...people.values()])
  const byId = new Map(named.map((person) => [person.id, person]))
  const typed = new Map(keys.filter((key) => keyOf(key) !== key).map((key) => [keyOf(key), key]))
  return sorted.flatMap(({ id, key, kind }) => {
    const person = byId.get(id)
    return person === undefined ? [] : [{ key: typed.get(key) ?? key, kind, person }]
  })
}

export const calledQuery = (bound: Bound, keys: List) =>
  bound.keys().select(['p.id', 'p.name', 'k.key', 'k.kind']).where(bound.dialect.oneOf('k.key', keys))

const calledBy = new KeptQuery((bound: Bound, { keys }: Given<{ keys: readonly string[] }>) =>
  calledQuery(bound, keys),
)

type Few = { readonly keys: readonly string[]; readonly limit: number }
const calledByFew = new KeptQuery((bound: Bound, { keys, limit }: Given<Few>) =>
  calledQuery(bound, keys).limit(limit),
)
const wholes = ['full', 'address', 'slack'] as const
const parts = ['given', 'family', 'initials'] as const

/** Of each key the kinds and ids of a few, as one text: a join reads everybody before any of them could be left out. */
export const calledByEachQuery = (bound: Bound, keys: List, limit: RawBuilder<number>) => {
  const few = (kinds: readonly CalledBy['kind'][]) => {
    const calls = bound
      .keys()
      .select(sql<string>`k.kind || ' ' || p.id`.as('call'))
      .where('k.key', '=', sql<string>`w.word`)
      .where('k.kind', 'in', kinds)
      .limit(limit)
    return bound.over(calls.as('q')).select(sql<string | null>`string_agg(q.call, ',')`.as('calls'))
  }
  return bound.words(keys).select([few(wholes).as('whole'), few(parts).as('part')])
}
const calledByEach = new KeptQuery((bound: Bound, { keys, limit }: Given<Few>) =>
  calledByEachQuery(bound, keys, limit),
)
const callsIn = (calls: string | null) =>
  (calls ?? '').split(',').flatMap((call) => {
    const [kind, id] = call.split(' ')
    return id === undefined ? [] : [{ kind: kind as CalledBy['kind'], id }]
  })

/** As many are looked at before the best known of them come first. */
const mostLookedAt = 400
/** Greater than every key that begins in the same way. */
export const last = '\u{10ffff}'

/** Those with a name, or a part of one, that begins like this; whoever was spoken to last comes first. */
export const beginning = async (bound: Bound, key: string, limit: number): Promise<readonly PersonName[]> => {
  if (key === '') return []
  const rows = await beginningQuery(bound, key).execute()
  const people = [...new Map(rows.map((row) => [row.id, row])).values()]
  people.sort(bestKnownFirst)
  return withRoles(bound, people.slice(0, limit))
}

export const beginningQuery = (bound: Bound, key: string) =>
  bound
    .keys()
    .select(['p.id', 'p.name', 'p.last_contact_on', 'k.key'])
    .where('k.key', '>=', keyOf(key))
    .where('k.key', '<', keyOf(key) + last)
    .where('k.kind', 'in', ['full', 'given', 'family'])
    .orderBy('k.key')
    .limit(mostLookedAt)

export type Known = Named & { readonly last_contact_on: string | null }
export const bestKnownFirst = (a: Known, b: Known): number => {
  const [mine, theirs] = [a.last_contact_on ?? '', b.last_contact_on ?? '']
  if (mine !== theirs) return mine > theirs ? -1 : 1
  return a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1
}

/** Those whose name, or a part of it, is spelled almost like this; nearest first. */
export const near = async (bound: Bound, key: string, limit: number): Promise<readonly PersonName[]> => {
  const letters = [...keyOf(key)]
  const mostEdits = letters.length < 5 ? 1 : 2
  const distances = new Map<string, number>()
  for (const query of nearQueries(bound, letters, mostEdits))
    for (const row of await query.execute())
      if (!distances.has(row.key)) distances.set(row.key, editDistance(row.key, letters.join('')))
  const people = new Map<string, Known>()
  for (let distance = 0; distance <= mostEdits && people.size < limit; distance++) {
    const keys = [...distances].filter((each) => each[1] === distance).map(([near]) => near)
    const rows = await knownByQuery(bound, keys).execute()
    for (const row of [...rows].sort(bestKnownFirst)) if (!people.has(row.id)) people.set(row.id, row)
  }
  return withRoles(bound, [...people.values()].slice(0, limit))
}

const knownByQuery = (bound: Bound, keys: readonly string[]) =>
  bound
    .keys()
    .select(['p.id', 'p.name', 'p.last_contact_on'])
    .where(bound.dialect.oneOf('k.key', keys))
    .where('k.kind', 'in', ['full', 'given', 'family'])
    .limit(mostLookedAt)

/** Different keys in one range that are compared. */
const mostCompared = 4_000

/**
 * Of a misspelled name either the beginning or the end is right. Each range of the index that is walked is narrow,
 * the longest part first, so that a million people are not looked at. Keys alone are read here, whoever they belong
 * to.
 */
export const nearQueries = (bound: Bound, letters: readonly string[], mostEdits: number) => {
  const size = letters.length
  const parts = [size - 1, size - 2, Math.ceil(size / 2), 3, 2]
    .map((part) => Math.max(1, Math.min(part, size - 1)))
    .sort((x, y) => y - x)
  const beginnings = parts.map((part) => letters.slice(0, part).join(''))
  const endings = parts.map((part) => backwardsOf(letters.slice(-part).join('')))
  const like = (column: 'k.key' | 'k.backwards', part: string) =>
    bound
      .allKeys()
      // Both, so that the order may be by either: which of very many are compared is no matter of chance.
      .select(['k.key', 'k.backwards'])
      .distinct()
      .where(column, '>=', part)
      .where(column, '<', part + last)
      .where('k.kind', 'in', ['full', 'given', 'family'])
      .where(sql<number>`length(k.key)`, '>=', size - mostEdits)
      .where(sql<number>`length(k.key)`, '<=', size + mostEdits)
      .orderBy(column)
      .limit(mostCompared)
  return [
    ...distinct(beginnings).map((part) => like('k.key', part)),
    ...distinct(endings).map((part) => like('k.backwards', part)),
  ]
}

const distinct = (parts: readonly string[]): string[] => [...new Set(parts)].filter((part) => part !== '')
