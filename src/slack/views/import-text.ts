import type { SkippedLine } from '../../app/imports/skipped-lines.js'
import type { Rejection } from '../../app/outcome.js'
import type { FileRefused, UnknownColumns } from '../../domain/contact-file.js'
import type { ImportCounts } from '../../domain/import.js'
import { skippedWords } from './imports/import-words.js'

/** What `npm run import` prints of rows: before it is done what would become of them, afterwards what did. */
export const importCountsText = (rows: number, counts: ImportCounts): string =>
  [
    `Rows: ${rows}`,
    `New people: ${counts.new}`,
    `Changed: ${counts.changed}`,
    `Contradicting what is known, so asked about in Slack: ${counts.asked}`,
    `Known as they are: ${counts.same}`,
    `Unclear, decided one by one in Slack: ${counts.unclear}`,
    `Skipped: ${counts.skipped}`,
    `Asked to be forgotten: ${counts.forgotten}`,
  ].join('\n')

export const skippedText = ({ row, why, firstRow }: SkippedLine): string =>
  `Row ${row} ${skippedWords[why]}${firstRow === null ? '' : ` (row ${firstRow})`}`

export const fileRefusedText: Readonly<Record<FileRefused, string>> = {
  empty: 'The file is empty.',
  'not-contacts': 'That is no file of contacts that I can read: a CSV or a vCard.',
  zip: 'That is a zip archive. Unpack it, and import the file in it.',
  spreadsheet: 'That is a spreadsheet. Save it as CSV first.',
  image: 'That is an image.',
  pdf: 'That is a PDF.',
  'too-large': 'The file is too large. Import it in parts of 50 MB at most.',
  'too-many-rows': 'The file has more than a million rows. Import it in parts.',
  'columns-not-found': 'The columns that you named are not in the file, or none of them is a name.',
}

export const unknownColumnsText = ({ needsColumns }: UnknownColumns): string =>
  `I cannot tell what the columns are: ${needsColumns.join(', ')}
Say so with --column, as often as needed, for example: --column name="${needsColumns[0] ?? 'Name'}"
What a column can be: name, given, family, title, company, email, phone, linkedin, key, note.`

export const importRejectedText = ({ reason }: Rejection): string => {
  if (reason === 'import-empty') return 'Nobody is in the file.'
  if (reason === 'import-under-way')
    return 'Another import of theirs is under way: wait for it, or take it back with /person undo in Slack.'
  return 'It was begun or called off from somewhere else.'
}
