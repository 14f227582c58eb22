import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { confirmed } from './confirmed.js'

/** "That is right": what a file or a signal said of somebody is so. */
export const confirm = (ports: ActPorts, asker: Asker, personId: string): Promise<Outcome<Person>> =>
  act(ports, asker, 'confirm', personId, async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    await confirmed(stores, asker, person)
    return ok(person)
  })
