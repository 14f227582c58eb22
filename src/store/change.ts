import type { Cells } from './codec.js'
import type { ChangeRow, Db, JournalledTable } from './tables.js'

/** One change of the journal, read. Null before: the row was added; null after: it was removed. */
export type Change = {
  readonly table: JournalledTable
  readonly id: string
  readonly personId: string | null
  readonly before: Cells | null
  readonly after: Cells | null
}

export const changeOf = (row: ChangeRow): Change => ({
  table: row.table_name as JournalledTable,
  id: row.row_id,
  personId: row.person_id,
  before: row.row_before === null ? null : JSON.parse(row.row_before),
  after: row.row_after === null ? null : JSON.parse(row.row_after),
})

/** All that an act changed, in the order in which it did. */
export const changesOf = async (db: Db, workspaceId: string, seq: number): Promise<Change[]> => {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('act_seq', '=', seq)
    .orderBy('ordinal')
    .execute()
  return rows.map(changeOf)
}
