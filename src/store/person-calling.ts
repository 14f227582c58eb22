import { sql } from 'kysely'
import type { CalledBy, PersonName } from '../app/ports.js'
import { editDistance } from '../domain/names.js'
import type { Bound } from './bound.js'
import { backwardsOf, keyOf } from './derived.js'
import { type Named, withRoles } from './person-names.js'

/** Those who can be called by one of the keys. */
export const called = async (bound: Bound, keys: readonly string[]): Promise<readonly CalledBy[]> => {
  const rows = await calledQuery(bound, keys).execute()
  const people = new Map(rows.map(({ id, name }) => [id, { id, name }]))
  const named = await withRoles(bound, [...people.values()])
  const byId = new Map(named.map((person) => [person.id, person]))
  const typed = new Map(keys.map((key) => [keyOf(key), key]))
  return rows.flatMap(({ id, key, kind }) => {
    const person = byId.get(id)
    return person === undefined ? [] : [{ key: typed.get(key) ?? key, kind, person }]
  })
}

export const calledQuery = (bound: Bound, keys: readonly string[]) =>
  bound
    .keys()
    .select(['p.id', 'p.name', 'k.key', 'k.kind'])
    .where(bound.dialect.oneOf('k.key', [...new Set(keys.map(keyOf))]))
    .orderBy('p.name')
    .orderBy('p.id')

/** As many are looked at before the best known of them come first. */
const mostLookedAt = 400
/** Greater than every key that begins in the same way. */
const last = '\u{10ffff}'

/** Those with a name, or a part of one, that begins like this; whoever was spoken to last comes first. */
export const beginning = async (
  bound: Bound,
  key: string,
  limit: number,
): Promise<readonly PersonName[]> => {
  if (key === '') return []
  const rows = await beginningQuery(bound, key).execute()
  const people = [...new Map(rows.map((row) => [row.id, row])).values()]
  people.sort(byBestKnown)
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

type Known = Named & { readonly last_contact_on: string | null }
const byBestKnown = (a: Known, b: Known): number =>
  (b.last_contact_on ?? '').localeCompare(a.last_contact_on ?? '') || (a.name < b.name ? -1 : 1)

/** Those whose name, or a part of it, is spelled almost like this; nearest first. */
export const near = async (bound: Bound, key: string, limit: number): Promise<readonly PersonName[]> => {
  const letters = [...keyOf(key)]
  if (letters.length === 0) return []
  const mostEdits = letters.length < 5 ? 1 : 2
  const nearest = new Map<string, Known & { distance: number }>()
  for (const query of nearQueries(bound, letters, mostEdits)) {
    for (const row of await query.execute()) {
      const distance = editDistance(row.key, letters.join(''))
      const known = nearest.get(row.id)
      if (distance <= mostEdits && distance < (known?.distance ?? Number.POSITIVE_INFINITY))
        nearest.set(row.id, { ...row, distance })
    }
  }
  const people = [...nearest.values()].sort((a, b) => a.distance - b.distance || byBestKnown(a, b))
  return withRoles(bound, people.slice(0, limit))
}

/**
 * A misspelled name agrees with the right one at its beginning or at its end. Each range of the index is narrow, so
 * that a million people are not walked through: the beginnings that one slip leaves, then the endings.
 */
export const nearQueries = (bound: Bound, letters: readonly string[], mostEdits: number) => {
  const [a = '', b = '', c = ''] = letters
  const fewer = Math.max(1, Math.min(3, letters.length - 1))
  const two = letters.length > 2
  const beginnings = [
    letters.slice(0, fewer).join(''),
    two ? a + b : a,
    two ? b + a : b,
    two ? a + c : a,
    two ? b + c : b,
  ]
  const endings = [letters.slice(-fewer), letters.slice(two ? -2 : -1)].map((end) =>
    backwardsOf(end.join('')),
  )
  const like = (column: 'k.key' | 'k.backwards', part: string) =>
    bound
      .keys()
      .select(['p.id', 'p.name', 'p.last_contact_on', 'k.key'])
      .where(column, '>=', part)
      .where(column, '<', part + last)
      .where('k.kind', 'in', ['full', 'given', 'family'])
      .where(sql<number>`length(k.key)`, '>=', letters.length - mostEdits)
      .where(sql<number>`length(k.key)`, '<=', letters.length + mostEdits)
      .orderBy(column)
      .limit(mostLookedAt)
  return [
    ...distinct(beginnings).map((part) => like('k.key', part)),
    ...distinct(endings).map((part) => like('k.backwards', part)),
  ]
}

const distinct = (parts: readonly string[]): string[] => [...new Set(parts)].filter((part) => part !== '')
