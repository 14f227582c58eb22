import type { FileRefused } from '../../domain/contact-file.js'

const beginsWith = (head: Buffer, ...signs: readonly string[]): boolean =>
  signs.some((sign) => head.subarray(0, sign.length).equals(Buffer.from(sign, 'latin1')))

/** ISO media files name their brand behind `ftyp`: photographs of telephones. */
const isHeic = (head: Buffer): boolean =>
  /^ftyp(?:hei|hev|mif1|msf1|avif)/.test(head.subarray(4, 12).toString('latin1'))

const isWebp = (head: Buffer): boolean =>
  beginsWith(head, 'RIFF') && head.subarray(8, 12).toString('latin1') === 'WEBP'

/** What a file is that is no text, told by its first bytes and not by its name; null where it may be text. */
export const refusedByItsBytes = (head: Buffer, name: string): FileRefused | null => {
  if (head.length === 0) return 'empty'
  if (beginsWith(head, 'PK\x03\x04', 'PK\x05\x06')) return isWorkbook(head, name) ? 'spreadsheet' : 'zip'
  // The container of Excel's older files, and of other Office documents.
  if (beginsWith(head, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'spreadsheet'
  if (
    beginsWith(
      head,
      '\x1f\x8b',
      'BZh',
      '\xfd7zXZ\x00',
      '7z\xbc\xaf\x27\x1c',
      'Rar!\x1a\x07',
      '\x28\xb5\x2f\xfd',
    )
  )
    return 'zip'
  if (beginsWith(head, '%PDF-')) return 'pdf'
  if (beginsWith(head, '\x89PNG\r\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\x00', 'MM\x00*', '8BPS'))
    return 'image'
  // A file of contacts may begin with "BM" as well.
  if (beginsWith(head, 'BM') && head.subarray(6, 10).equals(Buffer.alloc(4))) return 'image'
  return isHeic(head) || isWebp(head) ? 'image' : null
}

/** Excel, LibreOffice and Numbers pack their workbooks as zips. */
const isWorkbook = (head: Buffer, name: string): boolean => {
  if (/\.(?:xls[xmb]?|ods|numbers)$/i.test(name.trim())) return true
  const names = head.toString('latin1')
  return /xl\/|opendocument\.spreadsheet|Index\/Document\.iwa/.test(names)
}
