import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/** Which process carries an import out, and until when unless it says so again. */
export const importClaims =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`alter table imports add column claimed_by ${text}`.execute(db)
    await sql`alter table imports add column claimed_until ${text}`.execute(db)
  }
