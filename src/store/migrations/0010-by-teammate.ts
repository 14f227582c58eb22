import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/** What a teammate wrote today is looked at whenever they write: the same words about three people are asked about. */
export const byTeammate =
  (_: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create index notes_by_teammate on notes (workspace_id, written_by, written_at)`.execute(db)
    await sql`create index interactions_by_teammate on interactions (workspace_id, written_by, written_at)`.execute(
      db,
    )
  }
