import type { AddressCard } from '../app/ports/archive.js'
import { type OwnDay, ownAnniversary, ownBirthday } from '../domain/own-days.js'
import { heldNow, type Role } from '../domain/role.js'
import { propertyLine, vcardText } from './vcard-lines.js'

/**
 * A vCard 4.0 (RFC 6350) for an address book: who somebody is and how to reach them. Notes, and what they told us, are
 * not in it: address books are shared, and copied to telephones.
 */
export const vcard = ({ person, roles, dates }: AddressCard): string => {
  const held = heldNow(roles)
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//Personable//EN',
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(person.id)
      ? `UID:urn:uuid:${person.id}`
      : `UID;VALUE=text:${vcardText(person.id)}`,
    'KIND:individual',
    `FN:${vcardText(person.name)}`,
    `N:${nameParts(person.name).map(vcardText).join(';')}`,
    ...held.flatMap((role, nth) => roleLines(role, held.length > 1 ? `role${nth + 1}.` : '')),
    ...person.addresses.map(addressLine),
    ...dayLine('BDAY', ownBirthday(dates)),
    ...dayLine('ANNIVERSARY', ownAnniversary(dates)),
    'END:VCARD',
  ]
  return lines.map(propertyLine).join('')
}

/** Family, given, additional names, titles before and behind: nobody told us more than where the first word ends. */
const nameParts = (name: string): readonly string[] => {
  const [given = '', ...others] = name.split(/\s+/u).filter((word) => word !== '')
  return [others.join(' '), given, '', '', '']
}

/** A title and its company belong together when there are several: the group says which to which. */
const roleLines = ({ title, company }: Role, group: string): string[] => [
  ...(company === '' ? [] : [`${group}ORG:${vcardText(company)}`]),
  ...(title === '' ? [] : [`${group}TITLE:${vcardText(title)}`]),
]

const addressLine = (address: string): string => {
  const typed = address.trim()
  if (/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(typed)) return `URL:${typed}`
  if (/^[^\s@/]+@[^\s@]+$/u.test(typed)) return `EMAIL:${vcardText(typed)}`
  if (/^\+?[\d\s()./-]{5,}$/.test(typed)) return `TEL:${vcardText(typed)}`
  // A link as people type it; the format knows none without its beginning.
  if (/^[^\s/]+\.[^\s/]+(?:\/\S*)?$/u.test(typed)) return `URL:https://${typed}`
  return `X-ADDRESS:${vcardText(typed)}`
}

/** `19710314`, or `--0314` where nobody said the year. */
const dayLine = (property: 'BDAY' | 'ANNIVERSARY', day: OwnDay | null): string[] => {
  if (day === null) return []
  const monthDay = day.monthDay.replace('-', '')
  const isWritable = day.year !== null && day.year >= 0 && day.year <= 9_999
  return [`${property}:${isWritable ? String(day.year).padStart(4, '0') : '--'}${monthDay}`]
}
