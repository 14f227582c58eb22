import type { Home } from '../../domain/audience.js'
import { addressKey, fold } from '../../domain/names.js'
import type { Person } from '../../domain/person.js'
import type { InboxEntry } from '../ports/sources.js'
import type { Stores } from '../ports.js'

/**
 * Whom a source means, each in the home that they live in: somebody may be known in several, and in each by themselves.
 * `ask`: by a name alone nobody is certain. Empty for nobody; where several in one home are meant, they are left out.
 */
export type Meant = { readonly people: readonly Person[]; readonly sure: 'certain' | 'ask' }

export const whomItMeans = async (stores: Stores, entry: InboxEntry): Promise<Meant> => {
  const { source, key, name, addresses } = entry
  if (source === 'hubspot') {
    const seen = await stores.sightings.called(source, [key])
    return {
      people: await peopleOf(
        stores,
        seen.map(({ personId }) => personId),
      ),
      sure: 'certain',
    }
  }
  if (source === 'slack') return { people: await called(stores, [key], ['slack']), sure: 'ask' }
  if (addresses.length > 0) {
    const reached = await called(stores, addresses.map(addressKey), ['address'])
    // An address goes with a job: who has a new one may be known by name.
    if (reached.length > 0 || name === null) return { people: oneInEachHome(reached, name), sure: 'certain' }
  }
  return { people: oneInEachHome(await called(stores, [fold(name ?? '')], ['full']), null), sure: 'ask' }
}

const called = async (
  stores: Stores,
  keys: readonly string[],
  kinds: readonly string[],
): Promise<readonly Person[]> => {
  const found = await stores.people.called(keys)
  return peopleOf(
    stores,
    found.filter(({ kind }) => kinds.includes(kind)).map(({ person }) => person.id),
  )
}

const peopleOf = async ({ people }: Stores, ids: readonly string[]): Promise<readonly Person[]> => {
  const found: Person[] = []
  for (const id of new Set(ids)) {
    const person = await people.get(id)
    if (person !== null) found.push(person)
  }
  return found
}

/** Several share an address: the one who is named is meant, and without a name nobody. */
const oneInEachHome = (people: readonly Person[], name: string | null): readonly Person[] => {
  const homes = new Set(people.map(({ home }): Home => home))
  return [...homes].flatMap((home) => {
    const here = people.filter((person) => person.home === home)
    if (here.length === 1) return here
    const named = here.filter((person) => name !== null && fold(person.name) === fold(name))
    return named.length === 1 ? named : []
  })
}
