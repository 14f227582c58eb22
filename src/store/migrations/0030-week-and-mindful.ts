import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * What a place can be given besides: at the end of a week, what was heard in it; a quiet word when people are spoken of as
 * if they were numbers; and in a teammate's DM their own mirror. None until somebody asks for it. A place is journalled
 * column by column, and never removed by an undo, so that an earlier program works on beside these.
 *
 * `weeks`: which weeks of a place are told, or had nothing to tell, and up to where in the journal.
 */
export const weekAndMindful =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`alter table places add column week integer not null default 0`.execute(db)
    await sql`alter table places add column mindful integer not null default 0`.execute(db)
    await sql`alter table places add column mirror integer not null default 0`.execute(db)
    await sql`create index places_with_week on places (workspace_id, home) where week = 1`.execute(db)
    await sql`create table weeks (
      workspace_id ${text} not null,
      place ${text} not null,
      begins_on ${text} not null,
      up_to_seq integer not null,
      primary key (workspace_id, place, begins_on)
    )`.execute(db)
    await sql`create index people_offstage on people (workspace_id, home, introduced_on)
      where offstage = 1`.execute(db)
  }
