import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * When each teammate was last told in private how they speak of people, and whether they want to be told no more. It says
 * nothing of what they wrote, nor where. `id` is the teammate, by which the journal knows the row.
 */
export const minded =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table minded (
      workspace_id ${text} not null,
      id ${text} not null,
      told_at ${text},
      stopped integer not null,
      primary key (workspace_id, id)
    )`.execute(db)
  }
