import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok } from '../outcome.js'
import type { CameSince } from '../ports.js'
import { apartOf } from './taken-apart.js'

export type TakenApart = {
  readonly first: Person
  readonly second: Person
  /** How much of what came since went to the second. */
  readonly given: number
  readonly actId: string
}

/** `unmerge`: both are as they were, whenever that was; `toSecond` is what came since and belongs to the second. */
export const unmergePeople = (
  ports: ActPorts,
  asker: Asker,
  mergeId: string,
  toSecond: readonly CameSince[],
): Promise<Outcome<TakenApart>> =>
  act(ports, asker, 'unmerge', null, async (stores, journalled) => {
    const apart = await apartOf(stores, asker, mergeId)
    if (!apart.ok) return apart
    const { person, merge } = apart.value
    await stores.merges.unmerge(mergeId, toSecond)
    const first = (await stores.people.get(person.id)) ?? person
    return ok({ first, second: merge.second, given: toSecond.length, actId: journalled.id })
  })
