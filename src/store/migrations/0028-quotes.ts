import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Words that somebody said may be quoted, without names: the form in which they may be stands on the note itself, so that
 * it goes wherever the note goes. It is found by words of its own in the index. An earlier program knows nothing of it: a note that
 * it puts right while both are at work keeps its quote until somebody takes it back.
 */
export const quotes =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`alter table notes add column quote ${text}`.execute(db)
    await sql`alter table notes add column quote_role ${text}`.execute(db)
  }
