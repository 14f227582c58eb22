import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Names alone, in the order of their keys: whoever types the first letter of a name is not led through all addresses that
 * begin with it, of which there may be as many as people.
 */
export const namesByKey =
  (_dialect: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create index person_keys_of_names on person_keys (workspace_id, key, kind, person_id)
      where kind in ('full', 'given', 'family')`.execute(db)
  }
