import type { ContactFormat, ImportedContact, SkippedRow } from './imported-contact.js'

export type ContactRow = ImportedContact | SkippedRow

/** What a column of any CSV can be. */
export const columnFields = [
  'name',
  'given',
  'family',
  'title',
  'company',
  'email',
  'phone',
  'linkedin',
  'key',
  'note',
] as const
export type ColumnField = (typeof columnFields)[number]
/** Which column, by its header, is what. Somebody's name is needed: `name`, `given` or `family`. */
export type ColumnChoice = { readonly [field in ColumnField]?: string }

/**
 * Why a file is not read at all. `zip` is what LinkedIn sends its Connections.csv in; `columns-not-found`: the columns
 * chosen are not in it, or none of them is a name.
 */
export type FileRefused =
  | 'empty'
  | 'not-contacts'
  | 'zip'
  | 'spreadsheet'
  | 'image'
  | 'pdf'
  | 'too-large'
  | 'too-many-rows'
  | 'columns-not-found'

/** Contacts as they are read, once. Throws `ContactFileTooLarge` where the limit is passed. */
export type ReadableContacts = { readonly format: ContactFormat; readonly rows: AsyncIterable<ContactRow> }

/** A CSV of which nobody knows what its columns are. To read it, open it anew with the columns chosen. */
export type UnknownColumns = {
  readonly format: 'csv'
  /** The headers, left to right, none of them empty, each once. */
  readonly needsColumns: readonly string[]
  /** The first rows, beneath those headers. */
  readonly sample: readonly (readonly string[])[]
  /** What their names suggest; to be confirmed. */
  readonly guess: ColumnChoice
}

export type ContactFile = ReadableContacts | UnknownColumns

/** `name` is the file's, as it was sent. */
export type ContactFileHint = {
  readonly name: string
  readonly columns?: ColumnChoice
  /** How many bytes are read at most; 50 MB until said otherwise. */
  readonly limit?: number
}

/** As many as a spreadsheet has. */
export const mostRows = 1_048_576

/** Passed while reading: what was read before it stands, the rest was not read. */
export class ContactFileTooLarge extends Error {
  readonly refused: FileRefused
  readonly limit: number
  constructor(unit: 'bytes' | 'rows', limit: number) {
    super(`The file is longer than ${limit} ${unit}.`)
    this.name = 'ContactFileTooLarge'
    this.refused = unit === 'rows' ? 'too-many-rows' : 'too-large'
    this.limit = limit
  }
}
