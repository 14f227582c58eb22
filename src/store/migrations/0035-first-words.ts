import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * The words with which anything begins that people are called by, each once: of all words of a message those are told by a
 * look at few pages that may name somebody. The engine keeps it, so that a program that does not know of it leaves it right.
 */
export const firstWords =
  ({ text, firstWords: { firstOf, isPlain, upkeep } }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table first_words (
      workspace_id ${text} not null,
      word ${text} not null,
      primary key (workspace_id, word)
    )`.execute(db)
    // First: who writes meanwhile, in a process of before, waits from here on, and nothing that they did is missed.
    for (const statement of upkeep) await statement.execute(db)
    const word = firstOf(sql`k.key`)
    await sql`insert into first_words (workspace_id, word)
      select distinct k.workspace_id, ${word} as word from person_keys as k where ${isPlain(word)}
      order by 1, 2`.execute(db)
  }
