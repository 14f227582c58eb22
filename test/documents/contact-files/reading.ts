import { openContactFile } from '../../../src/documents/contact-files/open-contact-file.js'
import type {
  ColumnChoice,
  ContactRow,
  FileRefused,
  UnknownColumns,
} from '../../../src/domain/contact-file.js'
import type { ContactFormat, ImportedContact, SkippedRow } from '../../../src/domain/imported-contact.js'

/** A file that comes in pieces of `size` bytes, as from a network. */
export async function* sent(file: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

type Options = {
  readonly name?: string
  readonly columns?: ColumnChoice
  readonly limit?: number
  readonly size?: number
}

export type Read = {
  readonly format: ContactFormat
  readonly people: readonly ImportedContact[]
  readonly skipped: readonly SkippedRow[]
  readonly rows: readonly ContactRow[]
}

export const opened = (file: string | Uint8Array, { size, name = 'people.csv', ...hint }: Options = {}) =>
  openContactFile(sent(file, size), { name, ...hint })

/** All that is in a file which is read at once. */
export const readAll = async (file: string | Uint8Array, options: Options = {}): Promise<Read> => {
  const contacts = await opened(file, options)
  if (!('rows' in contacts)) throw new Error(`Not read: ${JSON.stringify(contacts)}`)
  const rows: ContactRow[] = []
  for await (const row of contacts.rows) rows.push(row)
  return {
    format: contacts.format,
    rows,
    people: rows.filter((row) => 'name' in row),
    skipped: rows.filter((row) => 'skipped' in row),
  }
}

export const refusalOf = async (
  file: string | Uint8Array,
  options: Options = {},
): Promise<FileRefused | null> => {
  const contacts = await opened(file, options)
  return 'refused' in contacts ? contacts.refused : null
}

export const columnsAsked = async (
  file: string | Uint8Array,
  options: Options = {},
): Promise<UnknownColumns> => {
  const contacts = await opened(file, options)
  if (!('needsColumns' in contacts)) throw new Error('Nothing was asked.')
  return contacts
}

/** "name | title | company". */
export const inShort = ({ people }: Read): string[] =>
  people.map(({ name, title, company }) => `${name} | ${title} | ${company}`)
