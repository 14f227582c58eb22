import { type Import, sourceOf } from '../../domain/import.js'
import type { ImportedContact } from '../../domain/imported-contact.js'
import type { KeyDate } from '../../domain/key-date.js'
import { facetsIn } from '../../domain/note.js'
import { type Person, unnamed } from '../../domain/person.js'
import type { Asker } from '../asker.js'
import type { ActingStores, Added, Fate, NewId } from '../ports.js'
import { hear } from '../role-changes/hear.js'
import { additionsTo, noteOf } from './additions.js'
import type { FirstDays } from './first-days.js'
import { fateOf, wordOf } from './word-of.js'

/** What is needed to write rows of one import down inside an act. */
export type BringingIn = {
  readonly stores: ActingStores
  readonly newId: NewId
  readonly asker: Asker
  readonly them: Import
  readonly firstDays: FirstDays
}

/** Somebody new: the importer introduced them, here and now. */
export const bringNew = async (bringing: BringingIn, contact: ImportedContact): Promise<string> => {
  const { stores, newId, asker, them, firstDays } = bringing
  const { introducedOn, firstDueOn } = await firstDays.next(stores)
  const person: Person = {
    id: newId(),
    name: contact.name,
    home: them.home,
    by: them.by,
    introducedAt: asker.at,
    introducedOn,
    ownerId: them.by,
    rhythm: them.rhythm,
    rhythmSetOn: null,
    firstDueOn,
    letBeOn: null,
    laterUntil: null,
    slackUserId: null,
    prefers: null,
    offstage: false,
    addresses: contact.addresses,
    source: sourceOf(them),
  }
  await stores.people.add(person)
  const said = contact.title !== '' || contact.company !== ''
  const adds: Added[] = said ? ['role'] : []
  if (contact.birthday !== null) adds.push('birthday')
  if (contact.note !== '') adds.push('note')
  await add(bringing, person.id, contact, adds)
  await hear(stores, { newId }, wordOf(them, asker, contact, person.id))
  return person.id
}

/** What a row says about somebody who is known. */
export const bringKnown = async (
  bringing: BringingIn,
  contact: ImportedContact,
  person: Person,
): Promise<Fate> => {
  const { stores, newId, asker, them } = bringing
  const earlier = await stores.sightings.last(person.id, sourceOf(them), '')
  const { kinds, addresses } = await additionsTo(stores, asker, person, contact, earlier === null)
  const { verdict } = await hear(stores, { newId }, wordOf(them, asker, contact, person.id))
  if (addresses.length > 0)
    await stores.people.change(person.id, { addresses: [...person.addresses, ...addresses] })
  await add(bringing, person.id, contact, kinds)
  // Somebody offstage has a name by now.
  if (person.name === unnamed) await stores.people.change(person.id, { name: contact.name, offstage: false })
  return fateOf(person.id, verdict, kinds)
}

const add = async (
  { stores, newId, asker, them }: BringingIn,
  personId: string,
  contact: ImportedContact,
  adds: readonly Added[],
): Promise<void> => {
  const written = { personId, home: them.home, by: them.by, at: asker.at }
  const source = sourceOf(them)
  if (adds.includes('role')) {
    const { title, company } = contact
    await stores.roles.add({ id: newId(), title, company, sinceOn: null, untilOn: null, source, ...written })
  }
  if (adds.includes('birthday') && contact.birthday !== null) {
    const born: KeyDate = {
      id: newId(),
      kind: 'date',
      text: 'birthday',
      yearly: true,
      on: asker.today,
      ...contact.birthday,
      ...written,
    }
    await stores.keyDates.add(born)
  }
  if (adds.includes('note')) {
    const text = noteOf(contact)
    const kept = { kind: 'note', text, facets: facetsIn(text), interactionId: null, source } as const
    await stores.notes.add({ id: newId(), on: asker.today, ...kept, ...written })
  }
}
