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
export const beginning = async (bound: Bound, key: string, limit: number): Promise<readonly PersonName[]> => {
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
const byBestKnown = (a: Known, b: Known): number => {
  const [mine, theirs] = [a.last_contact_on ?? '', b.last_contact_on ?? '']
  if (mine !== theirs) return mine > theirs ? -1 : 1
  return a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1
}

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
 * Of a misspelled name either the beginning or the end is right. Each range of the index that is walked is narrow,
 * the longest part first, so that a million people are not looked at; swapped or missing first letters have ranges
 * of their own.
 */
export const nearQueries = (bound: Bound, letters: readonly string[], mostEdits: number) => {
  const size = letters.length
  const [a = '', b = '', c = ''] = letters
  const parts = [size - 1, size - 2, Math.ceil(size / 2), 3, 2]
    .map((part) => Math.max(1, Math.min(part, size - 1)))
    .sort((x, y) => y - x)
  const beginnings = parts.map((part) => letters.slice(0, part).join(''))
  const endings = parts.map((part) => backwardsOf(letters.slice(-part).join('')))
  const slips = size > 2 ? [b + a, a + c, b + c] : [b]
  const like = (column: 'k.key' | 'k.backwards', part: string) =>
    bound
      .keys()
      .select(['p.id', 'p.name', 'p.last_contact_on', 'k.key'])
      .where(column, '>=', part)
      .where(column, '<', part + last)
      .where('k.kind', 'in', ['full', 'given', 'family'])
      .where(sql<number>`length(k.key)`, '>=', size - mostEdits)
      .where(sql<number>`length(k.key)`, '<=', size + mostEdits)
      .orderBy(column)
      .limit(mostLookedAt)
  return [
    ...distinct([...beginnings, ...slips]).map((part) => like('k.key', part)),
    ...distinct(endings).map((part) => like('k.backwards', part)),
  ]
}

const distinct = (parts: readonly string[]): string[] => [...new Set(parts)].filter((part) => part !== '')
