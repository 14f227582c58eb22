import type { Kysely } from 'kysely'
import type { Dialect } from '../dialect.js'
import { indexRow } from '../search-index.js'
import type { Database } from '../tables.js'

/** Ties are found by how they are said and whom they name from now on: those of before are put into the index. */
export const tiesFound =
  ({ search }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const known = db as Kysely<Database>
    for (const { workspace_id, id, ...cells } of await known.selectFrom('ties').selectAll().execute())
      await indexRow(known, search, workspace_id, 'ties', id, cells)
  }
