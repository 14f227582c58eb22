import type { ContactFormat } from '../../domain/imported-contact.js'
import { fold } from '../../domain/names.js'
import { withFewMarks } from './cells.js'

/** What a column is to a reader. */
export type Field =
  | 'name'
  | 'given'
  | 'middle'
  | 'family'
  | 'title'
  | 'company'
  | 'email'
  | 'phone'
  | 'linkedin'
  | 'key'
  | 'birthday'
  | 'note'

/** For each field the headers it has, the one that is read first in front; as `headerKey` spells them. */
type Headers = { readonly [field in Field]?: readonly (string | RegExp)[] }

export type CsvFormat = {
  readonly format: Exclude<ContactFormat, 'vcard' | 'csv'>
  readonly headers: Headers
  /** Whether these are the headers of such a file; order and what else there is do not matter. */
  readonly is: (has: (...headers: string[]) => boolean, any: (header: RegExp) => boolean) => boolean
}

/** `E-mail 1 - Value` is "e mail 1 value": letter case, accents and punctuation apart. */
export const headerKey = (header: string): string =>
  fold(withFewMarks(header))
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()

const given = ['first name', 'vorname', 'given name', 'firstname']
const family = ['last name', 'nachname', 'family name', 'lastname', 'surname']
const birthday = ['birthday', 'birthdate', 'date of birth', 'geburtsdatum', 'geburtstag']

const google: CsvFormat = {
  format: 'google',
  headers: {
    name: ['name'],
    given,
    middle: ['middle name', 'additional name'],
    family,
    title: ['organization title', 'organization 1 title'],
    company: ['organization name', 'organization 1 name'],
    email: [/^e mail \d+ value$/],
    phone: [/^phone \d+ value$/],
    linkedin: [/^website \d+ value$/],
    birthday,
    note: ['notes'],
  },
  is: (has, any) =>
    (has('given name', 'family name') || has('first name', 'last name')) &&
    (any(/^(?:e mail|phone|organization|website) \d+ (?:label|type|value|name|title)$/) ||
      has('organization name', 'organization title')),
}

const linkedIn: CsvFormat = {
  format: 'linkedin',
  headers: {
    given,
    family,
    title: ['position'],
    company: ['company', 'unternehmen'],
    email: ['email address', 'e mail address', 'e mail adresse'],
    linkedin: ['url', 'profile url', 'profil url'],
  },
  is: (has) =>
    (has('first name', 'last name') || has('vorname', 'nachname')) &&
    (has('connected on') ||
      has('verbunden am') ||
      has('company', 'position') ||
      has('unternehmen', 'position')) &&
    !has('record id'),
}

const hubspot: CsvFormat = {
  format: 'hubspot',
  headers: {
    given,
    family,
    title: ['job title', 'jobtitle', 'jobtitel', 'berufsbezeichnung', 'jobbezeichnung', 'position'],
    company: [
      'company name',
      'associated company',
      'primary associated company',
      'company',
      'name des unternehmens',
      'unternehmensname',
      'unternehmen',
      'zugeordnetes unternehmen',
    ],
    email: ['email', 'e mail', 'e mail adresse', 'work email', 'additional email addresses'],
    phone: [
      'phone number',
      'mobile phone number',
      'phone',
      'mobilephone',
      'telefonnummer',
      'mobiltelefonnummer',
    ],
    linkedin: ['linkedin url', 'hs linkedin url', 'linkedin profile url'],
    key: ['record id', 'record id contact', 'hs object id', 'datensatz id', 'datensatz id contact'],
    birthday,
  },
  is: (has) =>
    ['record id', 'record id contact', 'hs object id', 'datensatz id', 'associated company'].some((id) =>
      has(id),
    ) || has('contact owner', 'company name'),
}

const salesforce: CsvFormat = {
  format: 'salesforce',
  headers: {
    name: ['full name', 'contact name', 'name'],
    given,
    family,
    title: ['title', 'titel'],
    // Not `AccountId`, which is no name.
    company: ['account name', 'accountname', 'account'],
    email: ['email', 'e mail'],
    phone: ['phone', 'business phone', 'mobile', 'mobilephone', 'telefon', 'mobiltelefon', 'mobil'],
    key: ['contact id 18', 'contact id', 'id', 'kontakt id'],
    birthday,
    note: ['description', 'contact description', 'beschreibung'],
  },
  is: (has) => {
    const hasName =
      ['full name', 'contact name', 'name', 'last name', 'nachname'].some((name) => has(name)) ||
      has('firstname', 'lastname')
    const hasAccount = ['account name', 'accountname', 'accountid', 'account id'].some((name) => has(name))
    return hasName && (hasAccount || has('contact id') || has('id', 'firstname', 'lastname'))
  },
}

/** The formats that are known by their headers; who is asked first. */
export const csvFormats: readonly CsvFormat[] = [google, linkedIn, hubspot, salesforce]

/** What headers of no known format suggest. */
export const likelyHeaders: Headers = {
  name: [
    'name',
    'full name',
    'contact name',
    'contact',
    'vollstandiger name',
    'ansprechpartner',
    'kontakt',
    'person',
  ],
  given: [...given, 'first', 'forename'],
  family: [...family, 'last', 'familienname'],
  title: [
    'job title',
    'title',
    'position',
    'role',
    'jobtitel',
    'funktion',
    'rolle',
    'berufsbezeichnung',
    'titel',
  ],
  company: [
    'company',
    'company name',
    'organization',
    'organisation',
    'employer',
    'account name',
    'firma',
    'unternehmen',
    'arbeitgeber',
  ],
  email: ['email', 'e mail', 'email address', 'e mail address', 'mail', 'e mail adresse', 'email 1'],
  phone: ['phone', 'phone number', 'mobile', 'telephone', 'telefon', 'telefonnummer', 'mobil', 'handy'],
  linkedin: ['linkedin', 'linkedin url', 'linkedin profile', 'profile url'],
  key: ['id', 'contact id', 'record id', 'customer id', 'kundennummer', 'external id'],
  note: ['note', 'notes', 'comment', 'comments', 'notiz', 'notizen', 'bemerkung', 'bemerkungen'],
}

export const fieldsOf = (headers: Headers): [Field, readonly (string | RegExp)[]][] => {
  const fields: Field[] = [
    'name',
    'given',
    'middle',
    'family',
    'title',
    'company',
    'email',
    'phone',
    'linkedin',
  ]
  return [...fields, 'key' as const, 'birthday' as const, 'note' as const].map((field) => [
    field,
    headers[field] ?? [],
  ])
}
