import type { CalledBy, Named } from '../app/ports.js'
import { compare } from '../domain/order.js'
import type { Bound } from './bound.js'
import { keyOf } from './derived.js'
import type { List } from './dialect.js'
import { type Given, KeptQuery } from './kept-query.js'
import { withRoles } from './person-names.js'

/** Those who can be called by one of the keys. */
export const called = async (bound: Bound, keys: readonly string[]): Promise<readonly CalledBy[]> => {
  const found = inOrder(keys, await bound.ask(calledBy, { keys: stored(keys) }))
  const people = await withRoles(bound, [...new Map(found.map(({ person }) => [person.id, person])).values()])
  const byId = new Map(people.map((person) => [person.id, person]))
  return found.flatMap(({ person: { id }, ...by }) => {
    const person = byId.get(id)
    return person === undefined ? [] : [{ ...by, person }]
  })
}

/**
 * The same, with at most so many for each key: thousands share a name. Seldom are there so many of all keys together that
 * each has to be asked for by itself; of a single key that is asked at once.
 */
export const calledFew = async (
  bound: Bound,
  keys: readonly string[],
  each: number,
): Promise<readonly CalledBy<Named>[]> => {
  const asked = stored(keys)
  if (asked.length > 1) {
    const few = await bound.ask(calledByFew, { keys: asked, limit: each + 1 })
    if (few.length <= each) return inOrder(keys, few)
  }
  const rows: CalledRow[] = []
  for (const key of asked) {
    const whole = await bound.ask(calledWhole, { key, limit: each })
    rows.push(...whole)
    if (whole.length < each)
      rows.push(...(await bound.ask(calledInPart, { key, limit: each - whole.length })))
  }
  return inOrder(keys, rows)
}

type CalledRow = Named & { readonly key: string; readonly kind: CalledBy['kind'] }

const stored = (keys: readonly string[]): string[] => [...new Set(keys.map(keyOf))]

const inOrder = (keys: readonly string[], rows: readonly CalledRow[]): readonly CalledBy<Named>[] => {
  const typed = new Map(keys.map((key) => [keyOf(key), key]))
  return rows
    .toSorted(
      (a, b) =>
        compare(a.name, b.name) || compare(a.id, b.id) || compare(a.key, b.key) || compare(a.kind, b.kind),
    )
    .map(({ id, name, key, kind }) => ({ key: typed.get(key) ?? key, kind, person: { id, name } }))
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
type One = { readonly key: string; readonly limit: number }
const calledByOne = (bound: Bound, { key, limit }: Given<One>) =>
  bound.keys().select(['p.id', 'p.name', 'k.key', 'k.kind']).where('k.key', '=', key).limit(limit)
const calledWhole = new KeptQuery((bound: Bound, given: Given<One>) =>
  calledByOne(bound, given).where('k.kind', 'in', wholes),
)
const calledInPart = new KeptQuery((bound: Bound, given: Given<One>) =>
  calledByOne(bound, given).where('k.kind', 'in', parts),
)

/** As many are looked at before the best known of them come first. */
const mostLookedAt = 400
/** Greater than every key that begins in the same way. */
export const last = '\u{10ffff}'

/** Those with a name, or a part of one, that begins like this; whoever was spoken to last comes first. */
export const beginning = async (bound: Bound, key: string, limit: number): Promise<readonly Named[]> => {
  if (key === '') return []
  const rows = await beginningQuery(bound, key).execute()
  const people = [...new Map(rows.map((row) => [row.id, row])).values()]
  people.sort(bestKnownFirst)
  return people.slice(0, limit).map(({ id, name }) => ({ id, name }))
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
