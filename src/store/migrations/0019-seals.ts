import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/** The keys that values may be sealed with, by their ids: without one of them the program does not start. */
export const seals =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table seals (key_id ${text} not null primary key)`.execute(db)
  }
