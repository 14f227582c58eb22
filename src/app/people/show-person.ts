import type { Person } from '../../domain/person.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'

/** The person alone, to fill a form with. */
export const showPerson = (uow: UnitOfWork, asker: Asker, personId: string): Promise<Outcome<Person>> =>
  uow.read(scopeOf(asker), async ({ people }) => {
    const person = await people.get(personId)
    return person === null ? rejected({ reason: 'person-gone' }) : ok(person)
  })
