import type { Kysely } from 'kysely'
import type { Cell, Cells } from './codec.js'
import type { Db } from './tables.js'

/**
 * Rows of whichever table, written as cells. Always through the builder: it knows which cell goes into which column, and
 * those that are sealed are sealed there (docs/adr/0020).
 */
const anyTable = (db: Db) => db as Kysely<Record<string, Record<string, Cell>>>

/** A row that nothing follows from yet. */
export type NewRow = { readonly id: string; readonly cells: Cells }

export const insertCells = async (db: Db, table: string, rows: readonly Cells[]): Promise<void> => {
  for (const some of inFewSizes(rows)) await anyTable(db).insertInto(table).values(some).execute()
}

/** Far fewer values than either engine takes in one statement. */
const mostAtOnce = 32

/**
 * Rows as they go into one statement each: as many as a power of two. Statements are kept for each number of rows
 * (`kept-statements.ts`), so there are few such numbers.
 */
export function* inFewSizes<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let [from, size] = [0, mostAtOnce]; from < rows.length; from += size) {
    while (size > rows.length - from) size /= 2
    yield rows.slice(from, from + size)
  }
}

/** The row is known by its `key` in its workspace. */
export const updateCells = async (
  db: Db,
  table: string,
  { workspaceId, key }: { readonly workspaceId: string; readonly key: Cells },
  cells: Cells,
): Promise<void> => {
  let query = anyTable(db).updateTable(table).set(cells).where('workspace_id', '=', workspaceId)
  for (const [column, cell] of Object.entries(key)) query = query.where(column, '=', cell)
  await query.execute()
}
