import type { ContactRow } from '../../domain/contact-file.js'
import { isFormula, lineOf, textOf } from './cells.js'
import { contactOf, type Said } from './contact.js'
import type { Field } from './csv-formats.js'
import type { Columns, Layout } from './csv-layout.js'
import { csvRecords } from './csv-records.js'
import { emailsIn, linkedInSlug, linkedInUrl, phonesIn } from './reached-by.js'

/** Everybody in a CSV, in its order. Rows without a word are passed over; a row twice in it is given twice. */
export async function* csvContacts(texts: AsyncIterable<string>, layout: Layout): AsyncGenerator<ContactRow> {
  let isBeneath = false
  for await (const record of csvRecords(texts, layout.dialect, layout.header.length)) {
    if ('skipped' in record) {
      if (isBeneath) yield record
      continue
    }
    const { row, cells } = record
    // Again where files were put behind each other.
    const isHeader =
      cells.length === layout.header.length && cells.every((cell, at) => cell === layout.header[at])
    isBeneath ||= isHeader
    if (isHeader || !isBeneath) continue
    if (cells.every((cell) => cell.trim() === '')) continue
    if (layout.format === 'salesforce' && isFooter(cells)) return
    const said = saidIn(cells, layout)
    yield said === 'formula' ? { row, skipped: said } : contactOf(row, said)
  }
}

/** What Salesforce writes below a report: totals, a warning, a copyright; nobody comes after. */
const isFooter = (cells: readonly string[]): boolean => {
  const words = cells.filter((cell) => cell.trim() !== '')
  return (
    words.length === 1 &&
    /^(?:grand totals?\b|gesamtsumme|total\b.*\d|confidential information|vertrauliche information|copyright (?:\(c\)|©))/iu.test(
      words[0]?.trim() ?? '',
    )
  )
}

/** What a row says of somebody; `formula` when one stands where the name should. */
const saidIn = (cells: readonly string[], { columns, format }: Layout): Said | 'formula' => {
  const nameFields: readonly Field[] = ['name', 'given', 'middle', 'family']
  const all = (field: Field) => cellsOf(cells, columns, field)
  if (nameFields.some((field) => all(field).some(isFormula))) return 'formula'
  const line = (field: Field): string =>
    all(field)
      .map((cell) => lineOf(firstOf(cell, format)))
      .find((text) => text !== '') ?? ''
  const parts = [line('given'), line('middle'), line('family')].filter((part) => part !== '')
  const slugs = all('linkedin')
    .flatMap((cell) => valuesOf(cell).map(linkedInSlug))
    .filter((slug) => slug !== null)
  return {
    name: line('name') || parts.join(' '),
    alsoCalled: [[line('given'), line('family')].join(' '), [line('family'), line('given')].join(' ')],
    title: line('title'),
    company: line('company'),
    addresses: [
      ...all('email').flatMap(emailsIn),
      ...slugs.map(linkedInUrl),
      ...all('phone').flatMap((cell) => phonesIn(valuesOf(cell).map(lineOf).join(';'))),
    ],
    key:
      (columns.get('key') ?? []).length === 0
        ? (keyedBySlug(format) && slugs[0]) || null
        : keyOf(line('key'), format),
    birthday: line('birthday'),
    note:
      all('note')
        .map(textOf)
        .find((text) => text !== '') ?? '',
  }
}

const cellsOf = (cells: readonly string[], columns: Columns, field: Field): string[] =>
  (columns.get(field) ?? []).map((at) => cells[at] ?? '').filter((cell) => cell !== '')

/** Google joins the values of one cell so. */
const valuesOf = (cell: string): string[] => cell.split(':::').map((value) => value.trim())

/** HubSpot joins the companies of one contact by a semicolon; the first is the primary one. */
const firstOf = (cell: string, format: Layout['format']): string =>
  (format === 'google' ? valuesOf(cell).find((value) => value !== '') : undefined) ?? cell

/** Google's contacts have no key: a link there is one address of many. */
const keyedBySlug = (format: Layout['format']): boolean => format === 'linkedin' || format === 'csv'

const keyOf = (key: string, format: Layout['format']): string | null => {
  // A spreadsheet that took it for a number has made `1.23E+11` of it, which is many people's.
  if (key === '' || key.length > 200 || /^\d(?:[.,]\d+)?E\+\d+$/i.test(key)) return null
  // Salesforce has two forms of one id: the longer one says the letter case of the shorter once more.
  return format === 'salesforce' && /^[a-z\d]{18}$/i.test(key) ? key.slice(0, 15) : key
}
