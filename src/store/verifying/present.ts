import { sql } from 'kysely'
import type { Cells } from '../codec.js'
import type { JournalledTable } from '../tables.js'
import { atOnce, type Looked } from './finding.js'

/** Some rows as they stand, by their ids, without their workspace. */
export const presentOf = async (
  { db, dialect, workspaceId }: Looked,
  table: JournalledTable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Cells>> => {
  const { rows } = await sql<Cells>`select * from ${sql.table(table)}
    where workspace_id = ${workspaceId} and ${dialect.oneOf('id', ids)}`.execute(db)
  return new Map(rows.map((row) => [String(row.id), row]))
}

/** All rows of a table, page by page. */
export async function* everyPresent(
  { db, workspaceId }: Looked,
  table: JournalledTable,
): AsyncGenerator<readonly Cells[]> {
  for (let last = ''; ; ) {
    const { rows } = await sql<Cells>`select * from ${sql.table(table)}
      where workspace_id = ${workspaceId} and id > ${last} order by id limit ${atOnce}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < atOnce) return
    last = String(rows.at(-1)?.id)
  }
}
