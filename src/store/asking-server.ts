import { CompiledQuery, type DatabaseConnection } from 'kysely'
import type { Dialect } from './engine.js'
import type { Db } from './tables.js'

/** What is asked of these goes to the connection itself: Kysely lets one question at a time through to it. */
const open = new WeakMap<Db, DatabaseConnection>()

/** How a server is asked: one question after another, or all at once where `atOnce` works. See docs/adr/0038. */
export const askingServer: Pick<Dialect, 'ask' | 'say' | 'atOnce'> = {
  ask: async <O>(db: Db, query: CompiledQuery<O>) => (await (open.get(db) ?? db).executeQuery<O>(query)).rows,
  say: async (db, statement) => {
    await (open.get(db) ?? db).executeQuery(CompiledQuery.raw(statement))
  },
  atOnce: async (db, work) => {
    open.set(db, await db.getExecutor().provideConnection(async (connection) => connection))
    try {
      return await work()
    } finally {
      open.delete(db)
    }
  },
}
