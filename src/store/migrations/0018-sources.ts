import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Live sources of role changes: whether they are switched off, and their inbox. A row of the inbox is all that a source
 * said of one person until it is carried out, so a thousand words about somebody are one row. It stays for some
 * days, since what arrives late belongs to what was said after it. Bookkeeping: not journalled.
 */
export const sources =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table sources (
      workspace_id ${text} not null,
      source ${text} not null,
      is_off integer not null,
      last_spoke_at ${text},
      primary key (workspace_id, source)
    )`.execute(db)
    await sql`create table source_words (
      workspace_id ${text} not null,
      id ${text} not null,
      live ${text} not null,
      source ${text} not null,
      word_key ${text} not null,
      name ${text},
      addresses ${text} not null,
      title ${text},
      title_at ${text},
      company ${text},
      company_at ${text},
      turn integer not null,
      first_at ${text} not null,
      last_at ${text} not null,
      state ${text} not null,
      primary key (workspace_id, id)
    )`.execute(db)
    await sql`create unique index source_words_by_key on source_words (workspace_id, source, word_key)`.execute(
      db,
    )
    await sql`create index source_words_by_time on source_words (workspace_id, state, last_at)`.execute(db)
    await sql`create table source_marks (
      workspace_id ${text} not null,
      mark ${text} not null,
      expires_at ${text} not null,
      primary key (workspace_id, mark)
    )`.execute(db)
    await sql`create index source_marks_by_expiry on source_marks (workspace_id, expires_at)`.execute(db)
  }
