import type { KeptRow, WritingArchive } from '../../app/ports/archive.js'
import type { NewId } from '../../app/ports.js'
import type { Instant } from '../../domain/local-time.js'
import { insertCells } from '../cells.js'
import { cleanCells } from '../clean-text.js'
import type { Cells } from '../codec.js'
import { writeKeys, writeStanding } from '../derived.js'
import type { Dialect } from '../dialect.js'
import { indexRow } from '../search-index.js'
import type { Db } from '../tables.js'
import { pagesOf, storedRow } from './kept-rows.js'

/** Tables that have a row as soon as anybody or any source said anything, or somebody was forgotten. */
const everUsed = [
  'acts',
  'people',
  'places',
  'posts',
  'sources',
  'source_words',
  'imports',
  'tombstones',
] as const

/** Written by nobody who could take it back. */
const nobody = { written_by: '', place: 'teammate:', person_id: null, cause: null, part_of: null } as const

/** Writes rows as they were, and what follows of them, without a journal of it. */
export class ArchiveWriter implements WritingArchive {
  readonly #db: Db
  readonly #dialect: Dialect
  readonly #newId: NewId
  readonly #lastOrder = new Map<string, number>()

  constructor(db: Db, dialect: Dialect, newId: NewId) {
    this.#db = db
    this.#dialect = dialect
    this.#newId = newId
  }

  async isEmpty(): Promise<boolean> {
    for (const table of everUsed) {
      const row = await this.#db.selectFrom(table).select('workspace_id').limit(1).executeTakeFirst()
      if (row !== undefined) return false
    }
    return true
  }

  async add(workspaceId: string, rows: readonly KeptRow[]): Promise<void> {
    const stored = rows.map(storedRow).map((row) => ({ ...row, cells: cleanCells(row.cells) }))
    const [first] = stored
    if (first === undefined) return
    const cellsOf = stored.map(({ cells }) => ({ workspace_id: workspaceId, ...cells }))
    await insertCells(this.#db, first.table, cellsOf)
    const last = Math.max(this.#lastOrder.get(workspaceId) ?? 0, ...rows.map(({ order }) => order))
    this.#lastOrder.set(workspaceId, last)
    for (const { table, id, cells } of stored) await this.#follow(workspaceId, table, id, cells)
  }

  async settle(workspaceId: string, at: Instant): Promise<void> {
    const within = { db: this.#db, dialect: this.#dialect, workspaceId }
    for await (const page of pagesOf(this.#db, workspaceId, 'person'))
      await writeStanding(
        within,
        page.flatMap(({ it }) => ('id' in it ? it.id : [])),
      )
    const seq = this.#lastOrder.get(workspaceId) ?? 0
    const act = { workspace_id: workspaceId, id: this.#newId(), seq, kind: 'import', written_at: at }
    if (seq > 0)
      await this.#db
        .insertInto('acts')
        .values({ ...act, ...nobody, undone_by: null })
        .execute()
  }

  async #follow(workspaceId: string, table: string, id: string, cells: Cells): Promise<void> {
    if (table === 'people') await writeKeys(this.#db, workspaceId, id, cells)
    await indexRow(this.#db, this.#dialect.search, workspaceId, table, id, cells)
  }
}
