import type { Home } from '../../domain/audience.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { type EntryRef, getEntry } from './entry.js'

export type Widened = { readonly person: Person; readonly home: Home }

/** Lets everybody who may see the person see an entry too. Only its author may. */
export const widen = (ports: ActPorts, asker: Asker, ref: EntryRef): Promise<Outcome<Widened>> =>
  act(ports, asker, 'widen', null, async (stores) => {
    const found = await getEntry(stores, ref)
    const person = found === null ? null : await stores.people.get(found.entry.personId)
    if (found === null || person === null) return rejected({ reason: 'entry-gone' })
    if (found.entry.by !== asker.userId) return rejected({ reason: 'not-yours', name: person.name })
    const { home } = person
    if (found.kind === 'role') await stores.roles.change(ref.id, { home })
    if (found.kind === 'note') await stores.notes.change(ref.id, { home })
    if (found.kind === 'interaction') {
      await stores.interactions.change(ref.id, { home })
      for (const note of await stores.notes.with(ref.id)) await stores.notes.change(note.id, { home })
    }
    return ok({ person, home })
  })
