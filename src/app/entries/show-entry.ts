import type { Person } from '../../domain/person.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'
import { type AnyEntry, type EntryRef, getEntry } from './entry.js'

export type ShownEntry = {
  readonly person: Person
  readonly found: AnyEntry
  /** Of a tie, the name of the other person. */
  readonly other: string | null
}

/** One entry with the person that it is about: what an edit form is filled with. */
export const showEntry = (uow: UnitOfWork, asker: Asker, ref: EntryRef): Promise<Outcome<ShownEntry>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const found = await getEntry(stores, ref)
    const person = found === null ? null : await stores.people.get(found.entry.personId)
    if (found === null || person === null) return rejected({ reason: 'entry-gone' })
    const other = found.kind === 'tie' ? await stores.people.get(found.entry.otherId) : null
    return ok({ person, found, other: other?.name ?? null })
  })
