import { type Asker, scopeOf } from '../../src/app/asker.js'
import { beginImport } from '../../src/app/imports/begin-import.js'
import { type ImportNow, importNow } from '../../src/app/imports/import-now.js'
import { runImport } from '../../src/app/imports/run-imports.js'
import { stageImport } from '../../src/app/imports/stage-import.js'
import type { Outcome } from '../../src/app/outcome.js'
import type { Rhythm } from '../../src/domain/cadence.js'
import type { ContactFormat, ImportedContact, SkippedRow } from '../../src/domain/imported-contact.js'
import { fold } from '../../src/domain/names.js'
import type { Office } from './office.js'

export type Given = Partial<Omit<ImportedContact, 'name'>> & { readonly name: string }

/** A row as a file would have it, told apart from the others by a slug of its name. */
export const contact = (given: Given, row = 2): ImportedContact => ({
  row,
  title: '',
  company: '',
  addresses: [],
  key: given.name.toLowerCase().replaceAll(' ', '-'),
  birthday: null,
  note: '',
  ...given,
})

export async function* rowsOf(
  given: readonly (Given | SkippedRow)[],
): AsyncGenerator<ImportedContact | SkippedRow> {
  for (const [i, each] of given.entries()) yield 'skipped' in each ? each : contact(each, i + 2)
}

export const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.why.reason}`)
  return outcome.value
}

export const staged = async (
  office: Office,
  asker: Asker,
  given: readonly (Given | SkippedRow)[],
  format: ContactFormat = 'linkedin',
): Promise<ImportNow> =>
  value(await stageImport(office, asker, { name: 'Connections.csv', format, rows: rowsOf(given) }))

/** Stages a file, begins it and carries it out to its end. */
export const imported = async (
  office: Office,
  asker: Asker,
  given: readonly (Given | SkippedRow)[],
  { format = 'linkedin', rhythm = 'never' }: { format?: ContactFormat; rhythm?: Rhythm } = {},
): Promise<ImportNow> => {
  const { id } = await staged(office, asker, given, format)
  value(await beginImport({ ...office, importsWait: () => {} }, asker, id, { rhythm }))
  await runImport({ ...office, clock: () => asker.at }, 'T1', id)
  return value(await importNow(office, asker, id))
}

/** Those of a name whom an asker sees, with their roles. */
export const known = (office: Office, asker: Asker, name: string) =>
  office.uow.read(scopeOf(asker), async ({ people, roles }) => {
    const called = await people.called([fold(name)])
    const found = []
    for (const { person } of called)
      found.push({ person: await people.get(person.id), roles: await roles.of(person.id) })
    return found
  })
