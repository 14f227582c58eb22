import type { ImportedContact } from '../../domain/imported-contact.js'
import { addressKey } from '../../domain/names.js'
import { longestNote } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import type { Asker } from '../asker.js'
import type { Added, Stores } from '../ports.js'
import { tellsAll } from '../tells-all.js'

const few = { limit: 50, offset: 0 }

/** What a row says about somebody who is known, beside what their role is by now. */
export type Additions = {
  readonly kinds: readonly Added[]
  /** Those not known of them yet; none where fewer read than know them, since an address has no home of its own. */
  readonly addresses: readonly string[]
}

/** `isFirstWord`: the source has never spoken of them; only then its note, birthday and role are something to add. */
export const additionsTo = async (
  stores: Stores,
  asker: Asker,
  person: Person,
  contact: ImportedContact,
  isFirstWord: boolean,
): Promise<Additions> => {
  const { roles, keyDates, notes } = stores
  const known = new Set(person.addresses.map(addressKey))
  const addresses = tellsAll(asker, person.home)
    ? contact.addresses.filter((address) => !known.has(addressKey(address)))
    : []
  const kinds: Added[] = addresses.length > 0 ? ['address'] : []
  if (!isFirstWord) return { kinds, addresses }
  const { title, company, birthday, note } = contact
  if ((title !== '' || company !== '') && (await roles.of(person.id)).length === 0) kinds.push('role')
  if (birthday !== null) {
    const sameDay = await keyDates.on(person.id, birthday.monthDay)
    if (!sameDay.some(({ kind }) => kind === 'date')) kinds.push('birthday')
  }
  if (note !== '') {
    const noticed = await notes.of(person.id, { ...few, kind: 'note' })
    if (!noticed.some(({ text }) => text === noteOf(contact))) kinds.push('note')
  }
  return { kinds, addresses }
}

/** As much of a note as is kept of one. */
export const noteOf = ({ note }: ImportedContact): string => note.slice(0, longestNote)
