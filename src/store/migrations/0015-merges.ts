import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Who was merged into whom. How the second was, and what moved, stands in the journal, under the act that wrote the
 * row: it is read from there when both are given back.
 */
export const merges =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table merges (
      workspace_id ${text} not null,
      id ${text} not null,
      person_id ${text} not null,
      home ${text} not null,
      written_by ${text} not null,
      written_at ${text} not null,
      act_seq integer not null,
      merged_id ${text} not null,
      name_key ${text} not null,
      taken ${text} not null,
      primary key (workspace_id, id),
      foreign key (workspace_id, person_id) references people (workspace_id, id)
        deferrable initially deferred
    )`.execute(db)
    await sql`create index merges_of_person on merges (workspace_id, person_id)`.execute(db)
    await sql`create index merges_by_name on merges (workspace_id, name_key)`.execute(db)
  }
