import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/** The words of everything that can be found. How they are indexed is the engine's own. */
export const search =
  ({ text, search: engine }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table search_entries (
      workspace_id ${text} not null,
      source ${text} not null,
      entry_id ${text} not null,
      kind ${text} not null,
      person_id ${text} not null,
      home ${text} not null,
      written_by ${text} not null,
      ${engine.columns},
      unique (workspace_id, source, entry_id)
    )`.execute(db)
    await sql`create index search_entries_of_person on search_entries (workspace_id, person_id)`.execute(db)
    for (const statement of engine.setUp) await statement.execute(db)
  }
