import type { Kysely } from 'kysely'
import type { Dialect } from '../dialect.js'
import { indexRow } from '../search-index.js'
import type { Database } from '../tables.js'

/** How somebody likes to be reached is found by its words from now on: what was typed before is put into the index. */
export const prefersFound =
  ({ search }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const known = db as Kysely<Database>
    const people = await known.selectFrom('people').selectAll().where('prefers', 'is not', null).execute()
    for (const { workspace_id, id, ...cells } of people)
      await indexRow(known, search, workspace_id, 'people', id, cells)
  }
