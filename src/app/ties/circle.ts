import type { Tie } from '../../domain/tie.js'
import type { Rejection } from '../outcome.js'
import type { Stores } from '../ports.js'

/** Why a tie would close a circle of "reports to", as far as the asker may see the others; null where it does not. */
export const circleThrough = async (
  stores: Stores,
  { kind, personId, otherId }: Pick<Tie, 'kind' | 'personId' | 'otherId'>,
): Promise<Rejection | null> => {
  const way = kind === 'reports to' ? await wayUp(stores, otherId, personId) : null
  return way === null ? null : { reason: 'tie-circle', names: await namesOf(stores, [personId, ...way]) }
}

/** A circle of "reports to" that a person is in, which may be seen since they live elsewhere; null where there is none. */
export const circleAbove = async (stores: Stores, personId: string): Promise<Rejection | null> => {
  for (const tie of await stores.ties.from(personId, 'reports to')) {
    const circle = await circleThrough(stores, tie)
    if (circle !== null) return circle
  }
  return null
}

/** No company has more people above one another. */
const mostAbove = 1_000

/** Over whom a person reports to another, both among them, as far as the asker may see; null where they do not. */
const wayUp = async ({ ties }: Stores, from: string, to: string): Promise<string[] | null> => {
  const below = new Map<string, string | null>([[from, null]])
  for (const id of below.keys()) {
    if (id === to) return wayFrom(below, to)
    if (below.size > mostAbove) return null
    for (const { otherId } of await ties.from(id, 'reports to'))
      if (!below.has(otherId)) below.set(otherId, id)
  }
  return null
}

const wayFrom = (below: ReadonlyMap<string, string | null>, to: string): string[] => {
  const way: string[] = []
  for (let id: string | null = to; id !== null; id = below.get(id) ?? null) way.unshift(id)
  return way
}

const namesOf = async ({ people }: Stores, ids: readonly string[]): Promise<string[]> => {
  const names = new Map((await people.names([...new Set(ids)])).map(({ id, name }) => [id, name]))
  return ids.map((id) => names.get(id) ?? '')
}
