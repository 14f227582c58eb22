import type { FileRefused } from '../../../domain/contact-file.js'
import type { Reply } from '../../answer.js'
import { ours, say, typed, type Words } from '../copy.js'
import { line, page } from '../page.js'
import { fileName } from './import-words.js'

/**
 * Why a file cannot be had: the app lacks a permission, the file is gone or not to be seen, it is kept elsewhere than
 * with Slack, or Slack did not answer.
 */
export type FileTrouble = 'no-permission' | 'gone' | 'elsewhere' | 'unreachable'

/** Why a file is not read: what is in it, or what stands between. */
export type WhyNotRead = FileRefused | FileTrouble | 'not-yours' | 'broke-off' | 'stopped' | 'other-kind'

const why: Readonly<Record<WhyNotRead, string>> = {
  empty: 'There is nothing in it.',
  'not-contacts':
    'I find no people in it. I read CSV files and vCards: from LinkedIn, Google Contacts, HubSpot, Salesforce, or any table with names.',
  zip: 'It is an archive. Unpack it, and hand me the CSV file or vCard that is in it (LinkedIn calls it Connections.csv).',
  spreadsheet: 'It is a workbook. Save the sheet as CSV, and hand me that.',
  image: 'It is a picture. I read CSV files and vCards.',
  pdf: 'It is a PDF. I read CSV files and vCards.',
  'too-large': 'It is larger than 50 MB. Split it, or let whoever runs Personable import it there.',
  'too-many-rows': 'It has more than a million rows. Split it.',
  'columns-not-found': 'The columns that you chose are not in it, or none of them is a name.',
  'no-permission':
    'Slack does not let me read files yet: the app lacks the permission files:read. Whoever looks after the app adds it from the newest manifest and installs it again.',
  gone: 'Slack says that it is gone, or hides it from me.',
  elsewhere:
    'It is not kept in Slack but elsewhere, where I do not go. Download it, and drop the file itself.',
  unreachable: 'Slack did not give it to me just now. Please try again in a minute.',
  'not-yours': 'It is not your file.',
  'broke-off': 'Slack broke off in the middle of it. Please try again in a minute.',
  stopped: 'I was stopped in the middle of it. Please hand it to me again.',
  'other-kind': 'I read files that end in .csv, .vcf or .txt.',
}

/** The same for a field of a form, which knows no markup. */
export const whyNotReadText = (reason: WhyNotRead): string => why[reason]

/** Nothing came of a file, and nothing was written down. */
export const notReadView = (name: string, reason: WhyNotRead): Reply =>
  page([line(say`I did not read ${fileName(name)}. ${ours(why[reason])}`)])

/** More than one at once. */
export const oneAtATimeView = (names: readonly string[]): Reply => {
  const first: Words = names[0] === undefined ? ours('the first') : typed(names[0])
  return page([line(say`One file at a time, please: I take ${first}. Drop the others afterwards.`)])
}
