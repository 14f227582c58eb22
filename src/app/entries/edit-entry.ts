import type { LocalDate } from '../../domain/local-time.js'
import { facetsIn, longestNote } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores } from '../ports.js'
import { type AnyEntry, type EntryRef, getEntry } from './entry.js'

/** The fields that an entry of its kind has: text and day, or title, company and days. */
export type EntryPatch =
  | { readonly kind: 'text'; readonly text: string; readonly on: LocalDate }
  | {
      readonly kind: 'role'
      readonly title: string
      readonly company: string
      readonly sinceOn: LocalDate | null
      readonly untilOn: LocalDate | null
    }

/** Puts one entry right. */
export const editEntry = async (
  ports: ActPorts,
  asker: Asker,
  personId: string,
  ref: EntryRef,
  patch: EntryPatch,
): Promise<Outcome<Person>> => {
  if (patch.kind === 'text' && patch.text.length > longestNote)
    return rejected({ reason: 'text-too-long', longest: longestNote })
  return act(ports, asker, 'edit', personId, async (stores) => {
    const found = await getEntry(stores, ref)
    const person = await stores.people.get(personId)
    if (person === null || found === null || found.entry.personId !== personId)
      return rejected({ reason: 'entry-gone' })
    await change(stores, found, patch)
    return ok(person)
  })
}

const change = async (stores: ActingStores, found: AnyEntry, patch: EntryPatch): Promise<void> => {
  if (found.kind === 'role' && patch.kind === 'role') {
    const { title, company, sinceOn, untilOn } = patch
    // An end that only some have heard of stands in the form, and is not told to the others by handing it in.
    const until = untilOn === found.entry.untilOn ? {} : { untilOn }
    await stores.roles.change(found.entry.id, { title, company, sinceOn, ...until })
  }
  if (patch.kind !== 'text') return
  const { text, on } = patch
  if (found.kind === 'note') await stores.notes.change(found.entry.id, { text, on, facets: facetsIn(text) })
  if (found.kind === 'interaction') await stores.interactions.change(found.entry.id, { text, on })
}
