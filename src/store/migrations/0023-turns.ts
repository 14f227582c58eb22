import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * When each workspace is to be looked at next, by whichever process takes its turn. `wakes` counts what happened there:
 * whoever had the turn meanwhile must not put it off. `claimed_until` is real time, the rest is the bot's. Not journalled,
 * and not known of anybody: a workspace that has no row, or a wrong one, is found by the hour.
 */
export const turns =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table turns (
      workspace_id ${text} not null primary key,
      wake_at ${text} not null,
      wakes integer not null,
      rest_until ${text} not null,
      claimed_by ${text},
      claimed_until ${text}
    )`.execute(db)
    await sql`create index turns_to_take on turns (wake_at)`.execute(db)
  }
