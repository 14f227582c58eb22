import type { Rhythm } from '../../domain/cadence.js'
import { type LocalDate, localDateOf, plusDays } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { firstContactDay } from './first-contact.js'

export type RhythmSet = { readonly person: Person; readonly rhythm: Rhythm; readonly dueOn: LocalDate | null }

/** `every`: how often to be in touch. */
export const setRhythm = (
  ports: ActPorts,
  asker: Asker,
  personId: string,
  rhythm: Rhythm,
): Promise<Outcome<RhythmSet>> =>
  act(ports, asker, 'every', personId, async (stores) => {
    const standing = await stores.people.standing(personId)
    if (standing === null) return rejected({ reason: 'person-gone' })
    const { person } = standing
    const place = await stores.places.know(person.home, asker.zoneGiven)
    const today = localDateOf(asker.at, place.zone)
    const introduced = { home: person.home, on: person.introducedOn, rhythm, notBefore: plusDays(today, 1) }
    // Somebody who was spoken to, as far as the asker knows, keeps no day for a first contact.
    const firstDueOn =
      standing.lastSeenOn === null ? await firstContactDay(stores, place, introduced) : person.firstDueOn
    await stores.people.change(personId, { rhythm, rhythmSetOn: today, firstDueOn })
    const after = await stores.people.standing(personId)
    return ok({ person, rhythm, dueOn: after?.comesUpOn ?? null })
  })
