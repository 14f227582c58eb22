import ICAL from 'ical.js'
import { modernValue, type RawProperty } from './card-property.js'
import { isFormula, lineOf, textOf } from './cells.js'
import type { Said } from './contact.js'
import { emailsIn, linkedInSlug, linkedInUrl, phonesIn } from './reached-by.js'

/** A value as ical.js gives it: a text, or the parts of a structured one. */
type Value = string | readonly Value[]

/** What a card says of somebody; or that it is an organisation's or a list's, or that it cannot be read. */
export const saidInCard = (properties: readonly RawProperty[]): Said | 'no-name' | 'formula' | 'broken' => {
  if (properties.some(isOfNobody)) return 'no-name'
  const values = valuesOf(properties)
  if (values === null) return 'broken'
  const all = (...names: readonly string[]) =>
    properties.flatMap(({ name }, nth) => (names.includes(name) ? [values[nth] ?? ''] : []))
  const texts = (...names: readonly string[]) => all(...names).map(textIn)
  const first = (found: readonly string[]) => found.map(lineOf).find((text) => text !== '') ?? ''

  const [family = '', given = '', middle = ''] = partsOf(all('N')[0] ?? '').map((part) =>
    lineOf(textIn(part)),
  )
  const inOrder = [given, middle, family].filter((part) => part !== '').join(' ')
  if ([...texts('FN'), given, family].some(isFormula)) return 'formula'

  const { title, company } = roleIn(properties, values)
  const slugs = texts('URL', 'X-SOCIALPROFILE', 'SOCIALPROFILE').map(linkedInSlug)
  return {
    name: first(texts('FN')) || inOrder,
    alsoCalled: [inOrder, `${given} ${family}`, `${family} ${given}`],
    title,
    company,
    addresses: [
      ...texts('EMAIL').flatMap(emailsIn),
      ...slugs.filter((slug) => slug !== null).map(linkedInUrl),
      ...texts('TEL').flatMap(phonesIn),
    ],
    key: uidOf(first(texts('UID'))),
    birthday: first(texts('BDAY')),
    note: texts('NOTE').map(textOf).join('\n').trim(),
  }
}

const isOfNobody = ({ name, value }: RawProperty): boolean =>
  (name === 'KIND' && /^(?:group|org|location)$/i.test(value.trim())) ||
  (name === 'X-ADDRESSBOOKSERVER-KIND' && /^group$/i.test(value.trim())) ||
  (name === 'X-ABSHOWAS' && /^company$/i.test(value.trim()))

/** The first company and the title that belongs to it: those of one group, where groups say so. */
const roleIn = (properties: readonly RawProperty[], values: readonly Value[]) => {
  const said = (names: readonly string[], text: (value: Value) => string) =>
    properties.flatMap(({ name, group }, nth) => {
      const line = names.includes(name) ? lineOf(text(values[nth] ?? '')) : ''
      return line === '' ? [] : [{ line, name, group }]
    })
  // Behind the company's name stand its departments.
  const [company] = said(['ORG'], (value) => textIn(partsOf(value)[0] ?? ''))
  const titles = said(['TITLE', 'ROLE'], textIn)
  const beside = titles.filter(({ group }) => group !== '' && group === company?.group)
  const [title] = (beside.length > 0 ? beside : titles).sort((a, b) => rank(a.name) - rank(b.name))
  return { title: title?.line ?? '', company: company?.line ?? '' }
}
/** A title is what stands on the door; a role is what somebody does. */
const rank = (name: string): number => (name === 'TITLE' ? 0 : 1)

/** The values in the order of the properties; null when the library cannot read them. */
const valuesOf = (properties: readonly RawProperty[]): Value[] | null => {
  const card = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    ...properties.map((property) =>
      `${libraryName(property)}:${modernValue(property)}`.replace(/[\r\n]/g, ' '),
    ),
    'END:VCARD',
  ]
  try {
    const [, [, ...read]] = ICAL.parse(card.join('\r\n'))
    if (read.length !== properties.length) return null
    return read.map(([, , , ...values]) => asValue(values.length === 1 ? values[0] : values))
  } catch {
    return null
  }
}

/** Of days we know more forms than the library. */
const libraryName = ({ name }: RawProperty): string => (name === 'BDAY' ? 'X-BDAY' : name)

const asValue = (value: unknown): Value =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.map(asValue) : ''

const partsOf = (value: Value): readonly Value[] => (typeof value === 'string' ? [value] : value)
const textIn = (value: Value): string =>
  typeof value === 'string' ? value : value.map(textIn).filter(Boolean).join(' ')

const uidOf = (uid: string): string | null => {
  const key = uid.replace(/^urn:uuid:/i, '')
  return key === '' || key.length > 200 ? null : key
}
