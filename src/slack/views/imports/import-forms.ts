import type { InputBlock, ModalView } from '@slack/types'
import type { Home } from '../../../domain/audience.js'
import { type ColumnChoice, type ColumnField, columnFields } from '../../../domain/contact-file.js'
import { actionIds, fieldIds, formIds } from '../../action-ids.js'
import type { Reply } from '../../answer.js'
import { button, clip, limits, option, plain } from '../blocks.js'
import { named, say, typed } from '../copy.js'
import { form, words } from '../form-inputs.js'
import { buttons, line, page } from '../page.js'
import { fileName, seenByWords } from './import-words.js'

/** The kinds of file that are read. */
export const fileEndings = ['csv', 'vcf', 'txt'] as const

/** `import`: which file. */
export const importForm = (home: Home, openToAll: readonly Home[], metadata: string): ModalView =>
  form({
    id: formIds.import,
    title: 'Import people',
    submit: 'Read it',
    metadata,
    blocks: [
      words(
        say`Connections from LinkedIn, contacts from Google, HubSpot or Salesforce, vCards, or any table with names.`,
        seenByWords(home, openToAll),
        say`First I show you what is in it. Nothing is written down before you say so.`,
      ),
      {
        type: 'input',
        block_id: fieldIds.file,
        label: plain('Which file?', limits.inputLabel),
        element: {
          type: 'file_input',
          action_id: fieldIds.file,
          filetypes: [...fileEndings],
          max_files: 1,
        },
        hint: plain(
          'Up to 10 MB. A larger one, up to 50 MB, you drop into your direct messages with me.',
          200,
        ),
      },
    ],
  })

/** In place of the form, where Slack opens none. */
export const importOfferView = (): Reply =>
  page([
    line(
      say`Drop a CSV file or a vCard here, and I show you what is in it. Nothing is written down before you say so.`,
    ),
    buttons([button('Choose a file', actionIds.importOpen, 'import')]),
  ])

/** A table whose columns nobody knows. `draftId` holds the file. */
export const columnsAskedView = (name: string, draftId: string): Reply =>
  page([
    line(say`${fileName(name)} is a table, and I cannot tell which column is what.`),
    buttons([button('Say which column is what', actionIds.importColumns, draftId, 'primary')]),
  ])

const fieldLabels: Readonly<Record<ColumnField, string>> = {
  name: 'Name',
  given: 'First name',
  family: 'Last name',
  title: 'What they do',
  company: 'Company',
  email: 'Email address',
  phone: 'Telephone',
  linkedin: 'LinkedIn address',
  key: 'An id that stays the same',
  note: 'Note',
}

export type TableShown = {
  readonly name: string
  readonly headers: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly guess: ColumnChoice
}

const shownRows = 3

/** Which column is what: a select for each field, beside the first rows. */
export const columnsForm = ({ name, headers, sample, guess }: TableShown, metadata: string): ModalView =>
  form({
    id: formIds.importColumns,
    title: 'Which column is what?',
    submit: 'Read it',
    metadata,
    blocks: [
      words(
        say`${fileName(name)} begins so:`,
        ...headers
          .slice(0, mostHeaders)
          .map((header, column) => say`${named(clip(header, 60))}: ${typed(sampleIn(sample, column))}`)
          .slice(0, 30),
      ),
      ...columnFields.map((field) => columnInput(field, headers, guess[field])),
    ],
  })

const mostHeaders = limits.options

const sampleIn = (sample: readonly (readonly string[])[], column: number): string =>
  sample
    .slice(0, shownRows)
    .map((row) => clip((row[column] ?? '').replace(/\s+/gu, ' ').trim(), 40) || '–')
    .join(' · ')

/** The value is the header's place: a header may be longer than a value of Slack's. */
const columnInput = (
  field: ColumnField,
  headers: readonly string[],
  guess: string | undefined,
): InputBlock => {
  const options = headers
    .slice(0, mostHeaders)
    .map((header, i) => option({ label: header, value: String(i) }))
  const guessed = guess === undefined ? undefined : options[headers.indexOf(guess)]
  return {
    type: 'input',
    block_id: columnField(field),
    optional: true,
    label: plain(fieldLabels[field], limits.inputLabel),
    element: {
      type: 'static_select',
      action_id: columnField(field),
      placeholder: plain('None', limits.option),
      options,
      ...(guessed === undefined ? {} : { initial_option: guessed }),
    },
  }
}

export const columnField = (field: ColumnField): string => `${fieldIds.column}-${field}`

/** After a file was handed in. */
export const takenView = (name: string): Reply =>
  page([
    line(
      say`I am reading ${fileName(name)}. What I find comes in your direct messages with me. Nothing is written down before you say so.`,
    ),
  ])
