import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * What teammates did is told to places and to each other by the outbox too: what such a post is about goes with it. And
 * a zone that a teammate set is told from one that the first introducer brought along.
 */
export const notices =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`alter table posts add column about ${text}`.execute(db)
    await sql`alter table places add column zone_set integer not null default 0`.execute(db)
  }
