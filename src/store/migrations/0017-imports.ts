import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Files of contacts on their way in: what was read of them waits here, row by row, until it is carried out or expires.
 * And on people, roles and notes where they come from, until somebody confirms them.
 */
export const imports =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table imports (
      workspace_id ${text} not null,
      id ${text} not null,
      home ${text} not null,
      written_by ${text} not null,
      format ${text} not null,
      name ${text} not null,
      state ${text} not null,
      staged_at ${text} not null,
      begun_at ${text},
      changed_at ${text} not null,
      rhythm ${text} not null,
      row_count integer not null,
      reached integer not null,
      first_act_id ${text},
      stayed integer not null,
      counts ${text},
      primary key (workspace_id, id)
    )`.execute(db)
    await sql`create index imports_by_teammate on imports (workspace_id, written_by, id)`.execute(db)
    await sql`create index imports_of_act on imports (workspace_id, first_act_id)`.execute(db)
    await sql`create table import_rows (
      workspace_id ${text} not null,
      import_id ${text} not null,
      nth integer not null,
      row_number integer not null,
      contact ${text},
      outcome ${text} not null,
      fate ${text} not null,
      person_id ${text},
      primary key (workspace_id, import_id, nth)
    )`.execute(db)
    await sql`create index import_rows_by_outcome on import_rows (workspace_id, import_id, outcome, nth)`.execute(
      db,
    )
    await sql`create index import_rows_of_person on import_rows (workspace_id, person_id, import_id)`.execute(
      db,
    )
    await sql`alter table people add column source ${text}`.execute(db)
    await sql`alter table notes add column source ${text}`.execute(db)
    await sql`alter table roles add column source ${text}`.execute(db)
  }
