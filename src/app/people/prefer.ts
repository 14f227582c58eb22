import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { tellsAll } from '../tells-all.js'

/** Letters; nudges name it in one line. */
export const longestPreference = 200

/**
 * `prefers`: the way they like to be reached. It has no home of its own, so a place that is narrower than the
 * person's does not change it.
 */
export const prefer = (
  ports: ActPorts,
  asker: Asker,
  personId: string,
  prefers: string,
): Promise<Outcome<Person>> =>
  act(ports, asker, 'prefers', personId, async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const { name, home } = person
    if ([...prefers].length > longestPreference)
      return rejected({ reason: 'preference-too-long', name, longest: longestPreference })
    if (!tellsAll(asker, home)) return rejected({ reason: 'known-wider', name, home })
    await stores.people.change(personId, { prefers })
    return ok({ ...person, prefers })
  })
