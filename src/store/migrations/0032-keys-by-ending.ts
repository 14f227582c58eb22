import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Names that end alike are compared with a misspelt one by their keys: the index by endings holds these too, so that not
 * one row of thousands is fetched for it.
 */
export const keysByEnding =
  (_dialect: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create index person_keys_by_ending on person_keys (workspace_id, backwards, kind, key)`.execute(
      db,
    )
    await sql`drop index person_keys_backwards`.execute(db)
  }
