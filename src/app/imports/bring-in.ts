import { type Import, sourceOf } from '../../domain/import.js'
import type { ImportedContact } from '../../domain/imported-contact.js'
import type { KeyDate } from '../../domain/key-date.js'
import { facetsIn, type Note } from '../../domain/note.js'
import { type Person, unnamed } from '../../domain/person.js'
import type { Role } from '../../domain/role.js'
import type { Asker } from '../asker.js'
import type { ActingStores, Added, Fate, NewId } from '../ports.js'
import { hear, hearFirst } from '../role-changes/hear.js'
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

/** Those who are new: the importer introduced them, here and now. Answers their ids. */
export const bringNew = async (
  bringing: BringingIn,
  contacts: readonly ImportedContact[],
): Promise<readonly string[]> => {
  const { stores, newId, asker, them, firstDays } = bringing
  const people: Person[] = []
  const entries: Entries[] = []
  for (const contact of contacts) {
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
    people.push(person)
    const said = contact.title !== '' || contact.company !== ''
    const adds: Added[] = said ? ['role'] : []
    if (contact.birthday !== null) adds.push('birthday')
    if (contact.note !== '') adds.push('note')
    entries.push(entriesOf(bringing, person.id, contact, adds))
  }
  await stores.people.add(...people)
  await write(stores, entries)
  const words = people.map(({ id }, nth) => ({ id, contact: contacts[nth] }))
  await hearFirst(
    stores,
    { newId },
    words.flatMap(({ id, contact }) => (contact ? wordOf(them, asker, contact, id) : [])),
  )
  return people.map(({ id }) => id)
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
  await write(stores, [entriesOf(bringing, person.id, contact, kinds)])
  // Somebody offstage has a name by now.
  if (person.name === unnamed) await stores.people.change(person.id, { name: contact.name, offstage: false })
  return fateOf(person.id, verdict, kinds)
}

/** What a row adds to somebody, beside where they are reached. */
type Entries = {
  readonly role: Role | null
  readonly birthday: KeyDate | null
  readonly note: Note | null
}

const entriesOf = (
  { newId, asker, them }: BringingIn,
  personId: string,
  contact: ImportedContact,
  adds: readonly Added[],
): Entries => {
  const written = { personId, home: them.home, by: them.by, at: asker.at }
  const source = sourceOf(them)
  const { title, company, birthday } = contact
  const text = noteOf(contact)
  const born = { kind: 'date', text: 'birthday', yearly: true, on: asker.today } as const
  const kept = { kind: 'note', text, facets: facetsIn(text), interactionId: null, source } as const
  return {
    role: adds.includes('role')
      ? { id: newId(), title, company, sinceOn: null, untilOn: null, source, ...written }
      : null,
    birthday:
      adds.includes('birthday') && birthday !== null
        ? { id: newId(), ...born, ...birthday, ...written }
        : null,
    note: adds.includes('note') ? { id: newId(), on: asker.today, ...kept, ...written } : null,
  }
}

const write = async (
  { roles, keyDates, notes }: ActingStores,
  entries: readonly Entries[],
): Promise<void> => {
  await roles.add(...entries.flatMap(({ role }) => role ?? []))
  await keyDates.add(...entries.flatMap(({ birthday }) => birthday ?? []))
  await notes.add(...entries.flatMap(({ note }) => note ?? []))
}
