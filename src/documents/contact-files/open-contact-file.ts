import {
  type ContactFile,
  type ContactFileHint,
  ContactFileTooLarge,
  type FileRefused,
} from '../../domain/contact-file.js'
import { inPieces, type Peeked, peek } from './byte-source.js'
import { cardContacts } from './card-contacts.js'
import { csvContacts } from './csv-contacts.js'
import { chosenLayout, cuts, guessed, knownLayout, likelyTable } from './csv-layout.js'
import { decoded, decodedHead } from './encoding.js'
import { refusedByItsBytes } from './file-kind.js'

const defaultLimit = 50 * 1024 * 1024
/** So much of a file is looked at to tell what it is. */
const headSize = 64 * 1024
/** Rows shown to somebody who says which column is what. */
const sampleSize = 5

/**
 * Tells what a file is by what is in it, and reads it as it comes: no more than a record or a card is held. The source is
 * read once, and let go of when the rows end, are left, or are not wanted.
 */
export const openContactFile = async (
  bytes: AsyncIterable<Uint8Array>,
  hint: ContactFileHint,
): Promise<ContactFile | { readonly refused: FileRefused }> => {
  const source = await beginningOf(bytes, hint.limit ?? defaultLimit)
  if (source === null) return { refused: 'too-large' }
  const opened = await openedBy(source, hint)
  if (!('rows' in opened)) await source.close()
  return opened
}

const beginningOf = async (bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Peeked | null> => {
  try {
    return await peek(inPieces(bytes, limit), headSize)
  } catch (error) {
    if (error instanceof ContactFileTooLarge) return null
    throw error
  }
}

const openedBy = async (
  { head, all }: Peeked,
  { name, columns }: ContactFileHint,
): Promise<ContactFile | { readonly refused: FileRefused }> => {
  const refused = refusedByItsBytes(head, name)
  if (refused !== null) return { refused }
  const text = decodedHead(head)
  if (text.trim() === '') return { refused: 'empty' }
  if (/^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 2000)))
    return { format: 'vcard', rows: cardContacts(decoded(all())) }
  if (isNoTable(text)) return { refused: 'not-contacts' }
  const ways = cuts(text)
  const layout = columns === undefined ? knownLayout(ways) : chosenLayout(ways, columns)
  if (layout !== null) return { format: layout.format, rows: csvContacts(decoded(all()), layout) }
  if (columns !== undefined) return { refused: 'columns-not-found' }
  const table = likelyTable(ways)
  if (table === null || table.headers.length < 2) return { refused: 'not-contacts' }
  const sample = table.rows.slice(0, sampleSize)
  return { format: 'csv', needsColumns: table.headers, sample, guess: guessed(table.headers) }
}

/** Bytes of something else, a page, a program's data, a calendar. */
const isNoTable = (text: string): boolean =>
  text.includes('\0') ||
  /^\s*(?:<[!?a-z]|\{|\[\s*[[{"]|BEGIN:VCALENDAR)/i.test(text) ||
  (text.match(/(?![\s\u0085])\p{Cc}|\ufffd/gu) ?? []).length * 20 > text.length
