import type { Kysely } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * What is common is found without a look at all that has it: names and roles have an index of their words to themselves, and
 * where entries do not come newest first by themselves, one by their order. The engine keeps them, so that a process which
 * knows nothing of them writes them, too.
 */
export const commonWords =
  ({ search }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of search.setUpCommon) await statement.execute(db)
  }
