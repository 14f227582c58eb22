import { type Import, sourceOf } from '../../domain/import.js'
import type { ContactFormat, ImportedContact, SkippedRow } from '../../domain/imported-contact.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Fate, NewId, StagedRow, UnitOfWork } from '../ports.js'
import { breathing } from './breathe.js'
import { foretell } from './foretell.js'
import { type ImportNow, nowOf } from './import-now.js'
import { InOneFile } from './in-one-file.js'
import { lookedUp } from './looked-up.js'

export type StagingPorts = { readonly uow: UnitOfWork; readonly newId: NewId }

/** A file whose rows can be read: once, in order, and as slowly as they are taken. */
export type FileOfContacts = {
  /** What it is called; may be empty. */
  readonly name: string
  readonly format: ContactFormat
  readonly rows: AsyncIterable<ImportedContact | SkippedRow>
}

/** Rows that are weighed, and then written, together. */
const rowsAtOnce = 100

/**
 * Reads a file into the database and says of each row what would become of it where the asker stands (`asker.place`).
 * An earlier import of theirs that is staged and not begun gives way. `onStaged` is told of the import before its first
 * row is read, and of the rows read so far now and then. Refused when nobody is in the file, and while an earlier
 * import of theirs is running. What `rows` throws is passed on, and nothing is left.
 */
export const stageImport = async (
  ports: StagingPorts,
  asker: Asker,
  file: FileOfContacts,
  onStaged: (importId: string, rows: number) => void = () => {},
): Promise<Outcome<ImportNow>> => {
  const them = newImport(ports, asker, file)
  const isFree = await ports.uow.keep(scopeOf(asker), async ({ imports }) => {
    const earlier = await imports.current()
    if (earlier?.state === 'running' || earlier?.state === 'undoing') return false
    if (earlier !== null) await imports.change(earlier.id, { state: 'cancelled', changedAt: asker.at })
    await imports.begin(them)
    return true
  })
  if (!isFree) return rejected({ reason: 'import-under-way' })
  onStaged(them.id, 0)
  try {
    return await readInto(ports, asker, them, file, onStaged)
  } catch (error) {
    await ports.uow
      .keep(scopeOf(asker), ({ imports }) => imports.change(them.id, { state: 'cancelled' }))
      // What went wrong first is what is told; the import expires.
      .catch(() => {})
    throw error
  }
}

const newImport = ({ newId }: StagingPorts, asker: Asker, { name, format }: FileOfContacts): Import => ({
  id: newId(),
  home: asker.place.home,
  by: asker.userId,
  format,
  name,
  state: 'staging',
  stagedAt: asker.at,
  begunAt: null,
  changedAt: asker.at,
  rhythm: 'never',
  rows: 0,
  reached: 0,
  firstActId: null,
  stayed: 0,
})

const readInto = async (
  ports: StagingPorts,
  asker: Asker,
  them: Import,
  file: FileOfContacts,
  onStaged: (importId: string, rows: number) => void,
): Promise<Outcome<ImportNow>> => {
  const inFile = new InOneFile()
  const breathes = breathing()
  let rows = 0
  let people = 0
  let batch: (ImportedContact | SkippedRow)[] = []
  const flush = async (): Promise<boolean> => {
    // Once for each row: what reads the store is carried out again when the database is busy.
    const twice = batch.map((row) => ('skipped' in row ? null : inFile.fateOf(row)))
    const staged = await weighed(ports, asker, them, batch, twice, rows)
    rows += batch.length
    batch = []
    people += staged.filter(({ contact }) => contact !== null).length
    const goesOn = await ports.uow.keep(scopeOf(asker), async ({ imports }) => {
      if ((await imports.get(them.id))?.state !== 'staging') return false
      await imports.addRows(them.id, staged)
      await imports.change(them.id, { rows, reached: rows })
      return true
    })
    onStaged(them.id, rows)
    await breathes()
    return goesOn
  }
  for await (const row of file.rows) {
    batch.push(row)
    if (batch.length >= rowsAtOnce && !(await flush())) return rejected({ reason: 'import-gone' })
  }
  if (batch.length > 0 && !(await flush())) return rejected({ reason: 'import-gone' })
  return ports.uow.keep(scopeOf(asker), async (stores) => {
    const { imports } = stores
    if ((await imports.get(them.id))?.state !== 'staging') return rejected({ reason: 'import-gone' })
    await imports.change(them.id, { state: people > 0 ? 'ready' : 'cancelled', reached: 0 })
    const now = await nowOf(stores, them.id)
    return people > 0 && now !== null ? ok(now) : rejected({ reason: 'import-empty' })
  })
}

const weighed = (
  { uow }: StagingPorts,
  asker: Asker,
  them: Import,
  batch: readonly (ImportedContact | SkippedRow)[],
  twice: readonly (Fate | null)[],
  before: number,
): Promise<readonly StagedRow[]> =>
  uow.read(scopeOf(asker), async (stores) => {
    const staged: StagedRow[] = []
    const contacts = batch.flatMap((row) => ('skipped' in row ? [] : row))
    const known = await lookedUp(stores, sourceOf(them), contacts)
    for (const [i, row] of batch.entries()) {
      const nth = before + i + 1
      if ('skipped' in row) {
        const fate = { outcome: 'skipped', why: row.skipped, firstRow: null } as const
        staged.push({ nth, row: row.row, contact: null, fate, personId: null })
        continue
      }
      const fate = twice[i] ?? (await foretell(stores, known, { asker, them }, row))
      staged.push({ nth, row: row.row, contact: row, fate, personId: null })
    }
    return staged
  })
