import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { type EntryRef, getEntry } from './entry.js'

/** Takes one entry away; the words that came with a contact go with it. `undo` brings them back. */
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
    if (found.kind === 'interaction') {
      for (const note of await stores.notes.with(ref.id)) await stores.notes.remove(note.id)
      await stores.interactions.remove(ref.id)
    }
    if (found.kind === 'note') await stores.notes.remove(ref.id)
    if (found.kind === 'role') {
      for (const piece of await stores.news.of(personId))
        if (piece.roleId === ref.id) await stores.news.remove(piece.id)
      await stores.roles.remove(ref.id)
    }
    return ok(person)
  })
