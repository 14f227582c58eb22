import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Who is in a private place, as Slack said last: when the bot is taken out Slack says nothing of it any more, and whoever left
 * before must not come to see again what was typed there since.
 */
export const placeMembers =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table place_members (
      workspace_id ${text} not null,
      home ${text} not null,
      members ${text} not null,
      primary key (workspace_id, home)
    )`.execute(db)
  }
