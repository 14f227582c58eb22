import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'
import { headOf, isSpelled, rowsFor } from '../spelling.js'

/**
 * The different names that people have, each once and found with letters left out: what a misspelt name is near to is
 * looked up, instead of walking through all that begins or ends alike. The engine keeps it, so that a program that does
 * not know of it leaves it right.
 */
export const nameSpellings =
  ({ text, spelling }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table name_spellings (
      workspace_id ${text} not null,
      left_out ${text} not null,
      key ${text} not null,
      primary key (workspace_id, left_out, key)
    )`.execute(db)
    // First: who writes meanwhile, in a process of before, waits from here on, and nothing that they did is missed.
    for (const statement of spelling.upkeep) await statement.execute(db)
    // In the order of the key, in which a table is filled many times quicker.
    await sql`with names_once as materialized (
        select distinct k.workspace_id, k.key, ${headOf(sql`k.key`)} as head
        from person_keys as k where ${isSpelled('k')})
      insert into name_spellings (workspace_id, left_out, key)
      select distinct * from (${rowsFor(sql`select * from names_once`)}) as r order by 1, 2, 3`.execute(db)
  }
