import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * What all processes together called of Slack within the last minute or so: a row for each method of a workspace, and for
 * each channel that was posted to. It counts for a minute or two, and knows of nobody.
 */
export const pace =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table paces (
      workspace_id ${text} not null,
      bucket ${text} not null,
      counted ${text} not null,
      version integer not null,
      lapses_at ${text} not null,
      primary key (workspace_id, bucket)
    )`.execute(db)
    await sql`create index paces_lapsed on paces (lapses_at)`.execute(db)
  }
