import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { ImportNow } from './app/imports/import-now.js'
import type { Importer } from './compose/import.js'
import { openContactFile } from './documents/contact-files/open-contact-file.js'
import { type ColumnChoice, ContactFileTooLarge } from './domain/contact-file.js'
import {
  fileRefusedText,
  importCountsText,
  importRejectedText,
  skippedText,
  unknownColumnsText,
} from './slack/views/import-text.js'

export type FileImport = {
  readonly path: string
  readonly columns: ColumnChoice | undefined
  /** Whether it is to be done, and not only looked at. */
  readonly isWished: boolean
  readonly print: (text: string) => void
}

/** Prints what would become of a file and, where that is wished, does it. Null when it went well; else what did not. */
export const importFile = async (importer: Importer, wish: FileImport): Promise<string | null> => {
  const { print, isWished } = wish
  const staged = await stage(importer, wish)
  if (typeof staged === 'string') return staged
  print(importCountsText(staged.rows, staged.counts))
  if (!isWished) {
    await importer.cancel(staged.id)
    print('\nNothing was changed. The same without --dry-run does it.')
    return null
  }
  const done = await importer.run(staged.id)
  if (!done.ok) return importRejectedText(done.why)
  print(
    `\n${done.value.state === 'done' ? 'Done.' : `Row ${done.value.reached} of ${done.value.rows} is reached.`}`,
  )
  print(importCountsText(done.value.rows, done.value.counts))
  return done.value.state === 'done'
    ? null
    : 'Slack did not answer, or the importer is not in that channel any more. A running bot goes on with the rest.'
}

const stage = async (
  importer: Importer,
  { path, columns, print }: FileImport,
): Promise<ImportNow | string> => {
  const bytes = createReadStream(path)
  try {
    const hint = { name: basename(path), ...(columns === undefined ? {} : { columns }) }
    const file = await openContactFile(bytes, hint)
    if ('refused' in file) return fileRefusedText[file.refused]
    if ('needsColumns' in file) return unknownColumnsText(file)
    const { importId, outcome } = await importer.stage({ ...file, name: hint.name })
    for await (const line of importer.skipped(importId)) print(skippedText(line))
    return outcome.ok ? outcome.value : importRejectedText(outcome.why)
  } catch (error) {
    if (error instanceof ContactFileTooLarge) return fileRefusedText[error.refused]
    if (error instanceof Error && 'code' in error && 'path' in error)
      return `${path} cannot be read: ${error.message}`
    throw error
  } finally {
    bytes.destroy()
  }
}
