import type { Added, PersonName, StagedRow } from '../../../app/ports.js'
import { channelOf, type Home } from '../../../domain/audience.js'
import type { Import, ImportCounts, SkippedWhy, UnclearWhy } from '../../../domain/import.js'
import type { RoleSaid } from '../../../domain/role-change/role-change.js'
import { channel, joined, named, ours, say, typed, type Words } from '../copy.js'

/** "213 people", "one person". */
export const people = (n: number): Words => ours(n === 1 ? 'one person' : `${grouped(n)} people`)

/** As people read large numbers: 12,000. */
export const grouped = (n: number): string => n.toLocaleString('en-US')

/** What the file is called, or that it is a file. */
export const fileName = (name: string): Words => (name.trim() === '' ? ours('the file') : typed(name))

/** Who will see what an import brings. */
export const seenByWords = (home: Home, openToAll: readonly Home[]): Words => {
  const channelId = channelOf(home)
  if (channelId === null) return say`You alone will see them.`
  if (openToAll.includes(home)) return say`Every full member of the workspace will see them.`
  return say`Whoever may see ${channel(channelId)} will see them.`
}

export const skippedWords: Readonly<Record<SkippedWhy, string>> = {
  'no-name': 'has no name',
  'name-too-long': 'has a name that is too long',
  formula: 'has a formula where the name should be',
  broken: 'cannot be read',
  'too-large': 'is too large',
  'left-out': 'was left out',
  twice: 'is about somebody who is in the file already',
}

export const unclearWords: Readonly<Record<UnclearWhy, string>> = {
  'same-name': 'somebody of that name is known',
  'same-name-and-company': 'somebody of that name and company is known',
  several: 'it may be one of several',
  'other-name': 'the address belongs to somebody of another name',
  'that-someone': 'it may be someone whom you wait to meet',
  'maybe-forgotten': 'somebody of that name asked to be forgotten',
}

/** "facilities manager at Acme Lighting", or that nothing is known. */
export const roleWords = (role: RoleSaid | null): Words => {
  const { title, company } = role ?? { title: '', company: '' }
  if (title !== '' && company !== '') return say`${title} at ${company}`
  if (title !== '') return typed(title)
  return company === '' ? ours('no role') : say`at ${company}`
}

const addedWords: Readonly<Record<Added, string>> = {
  role: 'a role',
  address: 'a way to reach them',
  birthday: 'a birthday',
  note: 'a note',
}

type ShownRow = StagedRow & { readonly person?: PersonName | null }

/** What becomes of a row, in a line. */
export const rowWords = (row: ShownRow): Words => {
  const { contact, fate, person } = row
  const who = named(person?.name ?? contact?.name ?? '')
  const does = roleWords(contact)
  switch (fate.outcome) {
    case 'new':
      return contact?.title || contact?.company ? say`${who}, ${does}` : who
    case 'changed':
    case 'asked':
      return say`${who}: ${joined([...changeWords(fate.was, fate.is), ...gained(fate.adds)], '; ')}`
    case 'unclear':
      return say`Row ${ours(String(row.row))}, ${named(contact?.name ?? '')}: ${ours(unclearWords[fate.why])}`
    case 'skipped': {
      const first = fate.firstRow === null ? '' : `, in row ${fate.firstRow}`
      return ours(`Row ${row.row} ${skippedWords[fate.why]}${first}`)
    }
    default:
      return who
  }
}

const changeWords = (was: RoleSaid | null, is: RoleSaid | null): Words[] => {
  if (is === null) return was === null ? [] : [say`no longer ${roleWords(was)}`]
  return was === null ? [roleWords(is)] : [say`${roleWords(is)}, before that ${roleWords(was)}`]
}

const gained = (adds: readonly Added[]): Words[] =>
  adds.length === 0 ? [] : [ours(`gains ${adds.map((each) => addedWords[each]).join(', ')}`)]

/** "200 new, 5 changed, ...": what is none is not named. */
export const countsWords = (counts: ImportCounts): Words => {
  const said: readonly (readonly [n: number, what: string])[] = [
    [counts.new, 'new'],
    [counts.changed, 'changed'],
    [counts.asked, 'to be asked about'],
    [counts.same, 'as they were'],
    [counts.unclear, 'unclear'],
    [counts.skipped, counts.skipped === 1 ? 'row skipped' : 'rows skipped'],
  ]
  const some = said.filter(([n]) => n > 0).map(([n, what]) => `${grouped(n)} ${what}`)
  return ours(some.length === 0 ? 'nobody' : some.join(', '))
}

/** Rows about somebody who may be in the team's memory afterwards. */
export const peopleIn = (counts: ImportCounts): number =>
  counts.new + counts.changed + counts.asked + counts.same + counts.unclear

const formatNames: Readonly<Record<Import['format'], string>> = {
  linkedin: 'LinkedIn connections',
  google: 'Google Contacts',
  hubspot: 'HubSpot contacts',
  salesforce: 'Salesforce contacts',
  vcard: 'vCards',
  csv: 'a table',
}
export const formatWords = (format: Import['format']): Words => ours(formatNames[format])
