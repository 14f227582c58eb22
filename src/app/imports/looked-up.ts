import { groupBy } from '../../domain/group-by.js'
import type { ImportedContact } from '../../domain/imported-contact.js'
import { addressKey, fold } from '../../domain/names.js'
import { unnamed } from '../../domain/person.js'
import type { Tombstones } from '../ports/forgetting.js'
import type { Sightings } from '../ports/role-changes.js'
import type { CalledBy, People, Roles, Stores } from '../ports.js'
import { longestKey, sourceKeyOf } from './source-key.js'

/** What it takes to say whom a row is about. */
export type MeantStores = {
  readonly sightings: Pick<Sightings, 'called' | 'last'>
  readonly people: Pick<People, 'called' | 'names'>
  readonly roles: Pick<Roles, 'of'>
  readonly tombstones: Pick<Tombstones, 'knows'>
}

/**
 * The same stores, where those whom these rows may mean have been asked for in one go. It holds until something is
 * written about one of them: see `unrelated`.
 */
export const lookedUp = async (
  { sightings, people, roles, tombstones }: Stores,
  source: string,
  contacts: readonly ImportedContact[],
): Promise<MeantStores> => {
  const keys = new Set(contacts.map(sourceKeyOf).filter(isPlain))
  const names = new Set(contacts.flatMap(lookedFor).filter(isPlain))
  const sighted = await sightings.called(source, [...keys])
  const known = new Map(
    (await people.names([...new Set(sighted.map(({ personId }) => personId))])).map((one) => [one.id, one]),
  )
  const called = (await people.called([...names])).map((hit, nth) => ({ hit, nth }))
  const sightedBy = groupBy(sighted, ({ key }) => key)
  const calledBy = groupBy(called, ({ hit }) => hit.key)
  const isAnybodyForgotten = await tombstones.any()
  return {
    roles,
    sightings: {
      last: (...given) => sightings.last(...given),
      called: async (from, asked) =>
        from === source && asked.every((key) => keys.has(key))
          ? asked.flatMap((key) => sightedBy.get(key) ?? [])
          : sightings.called(from, asked),
    },
    people: {
      // What is asked for by itself may have found somebody else.
      names: async (ids) =>
        ids.every((id) => known.has(id)) ? ids.flatMap((id) => known.get(id) ?? []) : people.names(ids),
      called: async (asked): Promise<readonly CalledBy[]> => {
        if (!asked.every((key) => names.has(key))) return people.called(asked)
        const hits = [...new Set(asked)].flatMap((key) => calledBy.get(key) ?? [])
        return hits.sort((a, b) => a.nth - b.nth).map(({ hit }) => hit)
      },
    },
    tombstones: isAnybodyForgotten ? tombstones : { knows: async () => null },
  }
}

/**
 * As many of the rows, from the first on, as can be looked up together: none is looked for by what an earlier one brings.
 */
export const unrelated = <R extends { readonly contact: ImportedContact | null }>(
  rows: readonly R[],
): readonly R[] => {
  const brought = new Set<string>()
  const related = rows.findIndex(({ contact }) => {
    if (contact === null) return false
    const key = `key ${sourceKeyOf(contact)}`
    const names = callsOf(contact)
    if ([key, ...lookedFor(contact)].some((each) => brought.has(each))) return true
    for (const each of [key, ...names]) brought.add(each)
    return false
  })
  return related === -1 ? rows : rows.slice(0, related)
}

/** What somebody whom a row brings can be called by, as a whole. */
const callsOf = ({ addresses, name }: ImportedContact): string[] => [...addresses.map(addressKey), fold(name)]

/** What a row's people are looked for by: whoever has no name yet may be anybody. */
export const lookedFor = (contact: ImportedContact): string[] => [...callsOf(contact), fold(unnamed)]

/** Whether it is stored to the letter; what is not is asked for by itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the very characters that a store replaces
const isPlain = (key: string): boolean => key.length <= longestKey && !/[\0\x01]|\p{Surrogate}/u.test(key)
