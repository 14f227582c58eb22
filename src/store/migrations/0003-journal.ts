import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/** The journal: what a teammate did, and how each row was before and after. `undo` and history come from here. */
export const journal =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table acts (
      workspace_id ${text} not null,
      id ${text} not null,
      seq integer not null,
      kind ${text} not null,
      written_by ${text} not null,
      written_at ${text} not null,
      place ${text} not null,
      person_id ${text},
      cause ${text},
      part_of ${text},
      undone_by ${text},
      primary key (workspace_id, seq),
      unique (workspace_id, id)
    )`.execute(db)
    // One Slack delivery leads to one act, however often it arrives.
    await sql`create unique index acts_by_cause on acts (workspace_id, cause) where cause is not null`.execute(
      db,
    )
    await sql`create index acts_in_parts on acts (workspace_id, part_of) where part_of is not null`.execute(
      db,
    )
    await sql`create index acts_by_teammate on acts (workspace_id, written_by, seq)`.execute(db)
    await sql`create table changes (
      workspace_id ${text} not null,
      act_seq integer not null,
      ordinal integer not null,
      table_name ${text} not null,
      row_id ${text} not null,
      person_id ${text},
      row_before ${text},
      row_after ${text},
      primary key (workspace_id, act_seq, ordinal),
      foreign key (workspace_id, act_seq) references acts (workspace_id, seq)
    )`.execute(db)
    await sql`create index changes_of_row on changes (workspace_id, row_id, act_seq)`.execute(db)
    await sql`create index changes_of_person on changes (workspace_id, person_id, act_seq)`.execute(db)
  }
