import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Instant } from '../domain/local-time.js'
import { noteKeyIn } from './cipher/key-check.js'
import type { Handle } from './dialect.js'
import type { Db } from './tables.js'
import { inTransaction, type Mode } from './transaction.js'

/** The short transactions of installations. */
export const writer = (handle: Handle, patienceMs: number) => {
  const within = <T>(mode: Mode, ms: number, work: (db: Db) => Promise<T>): Promise<T> =>
    inTransaction(handle, mode, ms, async (db) => {
      // Tokens are sealed as what people said is.
      if (mode === 'write') await noteKeyIn(handle, db)
      return { value: await work(db), keep: true }
    })
  return {
    /** One statement that reads. */
    readOne: <T>(work: (db: Db) => Promise<T>) => within('alone', patienceMs, work),
    read: <T>(work: (db: Db) => Promise<T>) => within('read', patienceMs, work),
    write: <T>(work: (db: Db) => Promise<T>) => within('write', patienceMs, work),
    /** One statement that writes no words, whatever it writes: there is nothing to seal. */
    writeOne: <T>(work: (db: Db) => Promise<T>) => within('alone', patienceMs, work),
    /** One after another with whatever else is written in a workspace. */
    writeAlone: <T>(id: string, work: (db: Db) => Promise<T>) =>
      handle.inTurn(id, patienceMs, (leftMs) =>
        within('write', leftMs, async (db) => {
          await handle.dialect.lock(db, `acts of ${id}`)
          return work(db)
        }),
      ),
  }
}

const toSeconds = 'YYYY-MM-DDTHH:MM:SS'.length

/** `at` is not before the instant of a column: Slack tells of what happens in whole seconds. */
export const isAfterSecond = (column: string, at: Instant): RawBuilder<SqlBool> =>
  sql<SqlBool>`substr(${sql.ref(column)}, 1, ${sql.lit(toSeconds)}) <= ${at.slice(0, toSeconds)}`
