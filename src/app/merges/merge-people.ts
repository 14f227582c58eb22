import { type Merge, type Taken, tookAnything } from '../../domain/merge.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok } from '../outcome.js'
import { bothOf, type TwoAsOne, takenBy } from './both-of.js'

export type MadeOne = {
  readonly first: Person
  readonly second: Person
  readonly taken: Taken
  /** What the first has not is kept back: more people know them than knew the second. */
  readonly keptBack: boolean
  readonly actId: string
}

/**
 * `merge`: two people are one, the first named. Everything known about the second keeps its home and author, and nobody
 * sees more of it than before; with `tellThem` the asker tells all who know the first the second's addresses.
 */
export const mergePeople = (
  ports: ActPorts,
  asker: Asker,
  two: TwoAsOne,
  tellThem: boolean,
): Promise<Outcome<MadeOne>> =>
  act(ports, asker, 'merge', two.firstId, async (stores, journalled) => {
    const both = await bothOf(stores, asker, two)
    if (!both.ok) return both
    const { first, second, sight, missing } = both.value
    const taken = takenBy(both.value, tellThem)
    const merge: Merge = {
      id: ports.newId(),
      personId: first.id,
      home: second.home,
      by: asker.userId,
      at: asker.at,
      mergedId: second.id,
      taken,
    }
    await stores.merges.merge({ merge, first, second, sight })
    const keptBack = tookAnything(missing) && !tookAnything(taken)
    return ok({ first, second, taken, keptBack, actId: journalled.id })
  })
