import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores } from '../ports.js'
import { type AnyEntry, type EntryRef, getEntry } from './entry.js'

/**
 * Takes one entry away; the words that came with a contact go with it. The answer to a question stays: it is what
 * they said, whoever asked. `undo` brings all of it back.
 */
export const removeEntry = (
  ports: ActPorts,
  asker: Asker,
  personId: string,
  ref: EntryRef,
): Promise<Outcome<Person>> =>
  act(ports, asker, 'remove', personId, async (stores) => {
    const found = await getEntry(stores, ref)
    const person = await stores.people.get(personId)
    if (person === null || found === null || found.entry.personId !== personId)
      return rejected({ reason: 'entry-gone' })
    await remove(stores, found, personId)
    return ok(person)
  })

const remove = async (
  stores: ActingStores,
  { kind, entry: { id } }: AnyEntry,
  personId: string,
): Promise<void> => {
  switch (kind) {
    case 'note':
      return stores.notes.remove(id)
    case 'interaction':
      for (const note of await stores.notes.with(id)) await stores.notes.remove(note.id)
      return stores.interactions.remove(id)
    case 'role':
      for (const piece of await stores.news.of(personId))
        if (piece.roleId === id) await stores.news.remove(piece.id)
      return stores.roles.remove(id)
    case 'commitment':
      return stores.commitments.remove(id)
    case 'date':
      return stores.keyDates.remove(id)
    case 'question':
      return stores.openQuestions.remove(id)
    case 'tie':
      return stores.ties.remove(id)
  }
}
