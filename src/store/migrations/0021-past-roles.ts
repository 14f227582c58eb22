import type { Kysely } from 'kysely'
import type { Dialect } from '../dialect.js'
import { indexRow } from '../search-index.js'
import type { Database } from '../tables.js'

/** SQLite took the mark of past roles for two words, so that `role` found all of them: they are put in anew. */
export const pastRoles =
  ({ search }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const known = db as Kysely<Database>
    const past = await known.selectFrom('roles').selectAll().where('until_on', 'is not', null).execute()
    for (const { workspace_id, id, ...cells } of past)
      await indexRow(known, search, workspace_id, 'roles', id, cells)
  }
