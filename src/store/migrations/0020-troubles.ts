import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Where nudges cannot be delivered, since when, and whether somebody who can mend it was told: a row goes when it is
 * mended. The pulse says when a beat last came, and when Slack last answered, so that whoever comes after a long
 * silence knows how long it was. Bookkeeping: not journalled.
 */
export const troubles =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table place_troubles (
      workspace_id ${text} not null,
      place ${text} not null,
      kind ${text} not null,
      why ${text} not null,
      since_at ${text} not null,
      last_at ${text} not null,
      told_at ${text},
      primary key (workspace_id, place, kind)
    )`.execute(db)
    await sql`create table pulses (
      workspace_id ${text} not null primary key,
      beat_at ${text} not null,
      well_at ${text} not null
    )`.execute(db)
  }
