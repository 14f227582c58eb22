import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Places are set by teammates: a change is an act that can be taken back, so a place has an id like everything in the
 * journal. Days off and reactions of a place's own begin empty.
 */
export const settings =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`alter table places add column id ${text} not null default ''`.execute(db)
    await sql`update places set id = home`.execute(db)
    await sql`create unique index places_by_id on places (workspace_id, id)`.execute(db)
    await sql`alter table places add column holidays ${text} not null default '[]'`.execute(db)
    await sql`alter table places add column reactions ${text} not null default '{}'`.execute(db)
  }
