import type { Kysely } from 'kysely'
import type { Cell, Cells } from './codec.js'
import type { Db } from './tables.js'

/**
 * Rows of whichever table, written as cells. Always through the builder: it knows which cell goes into which column, and
 * those that are sealed are sealed there (docs/adr/0020).
 */
const anyTable = (db: Db) => db as Kysely<Record<string, Record<string, Cell>>>

export const insertCells = async (db: Db, table: string, rows: readonly Cells[]): Promise<void> => {
  await anyTable(db).insertInto(table).values(rows).execute()
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
