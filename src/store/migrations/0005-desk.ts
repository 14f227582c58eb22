import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/** What places are set to, and what lies on the desk: text that waits for a press, how reactions stand. */
export const desk =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table places (
      workspace_id ${text} not null,
      home ${text} not null,
      zone ${text} not null,
      digest_hour integer not null,
      days ${text} not null,
      from_hour integer not null,
      to_hour integer not null,
      cap integer not null,
      rhythm ${text} not null,
      zone_untold integer not null,
      postable integer not null,
      primary key (workspace_id, home)
    )`.execute(db)
    await sql`create table drafts (
      workspace_id ${text} not null,
      id ${text} not null,
      user_id ${text} not null,
      text ${text} not null,
      expires_at ${text} not null,
      primary key (workspace_id, id)
    )`.execute(db)
    await sql`create index drafts_by_expiry on drafts (workspace_id, expires_at)`.execute(db)
    // Slack repeats reactions and may tell of them in the wrong order: the newest state wins.
    await sql`create table reactions (
      workspace_id ${text} not null,
      key ${text} not null,
      event_ts ${text} not null,
      is_on integer not null,
      primary key (workspace_id, key)
    )`.execute(db)
    await sql`create index reactions_by_event on reactions (workspace_id, event_ts)`.execute(db)
  }
