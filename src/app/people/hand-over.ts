import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker, AskerPorts } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { giveTo } from './give-to.js'
import { mayReceive } from './may-receive.js'

/** `hand`: another teammate owns the relationship from now on; never one who may not see the person. */
export const handOver = async (
  ports: ActPorts & AskerPorts,
  asker: Asker,
  personId: string,
  toUserId: string,
): Promise<Outcome<Person>> => {
  const receiver = await mayReceive(ports, asker, personId, toUserId)
  if (!receiver.ok) return receiver
  return act(ports, asker, 'hand', personId, async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    await giveTo(stores, asker, person, receiver.value)
    return ok({ ...person, ownerId: toUserId })
  })
}
