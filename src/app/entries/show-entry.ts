import type { Person } from '../../domain/person.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'
import { type AnyEntry, type EntryRef, getEntry } from './entry.js'

/** One entry with the person that it is about: what an edit form is filled with. */
export const showEntry = (
  uow: UnitOfWork,
  asker: Asker,
  ref: EntryRef,
): Promise<Outcome<{ readonly person: Person; readonly found: AnyEntry }>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const found = await getEntry(stores, ref)
    const person = found === null ? null : await stores.people.get(found.entry.personId)
    return found === null || person === null ? rejected({ reason: 'entry-gone' }) : ok({ person, found })
  })
