import { sql } from 'kysely'
import type { NewId, UnitOfWork } from '../app/ports.js'
import { connect } from './dialect.js'
import { migrate } from './migrate.js'
import { inTransaction } from './transaction.js'
import { createUnitOfWork } from './unit-of-work.js'

export type Store = {
  readonly uow: UnitOfWork
  /** Resolves when the database answers; rejects with `StoreUnavailable` when it does not. */
  ping(): Promise<void>
  /** Waits for what is under way; afterwards every call rejects. */
  close(): Promise<void>
}

export type StoreOptions = {
  readonly newId: NewId
  /** Called after each act that was kept, with the other teammates who look after somebody whom it touched. */
  readonly onActed?: (owners: readonly string[]) => void
  /** How long a busy database is waited for, in ms; ten seconds until said otherwise. */
  readonly patienceMs?: number
}

/**
 * Opens a database and brings its schema up to date: `file:PATH` (made when it is missing), `file::memory:`, or
 * `postgres://...`. Rejects with an `OpenError` that names the database and the remedy; nothing is overwritten.
 */
export const openStore = async (
  url: string,
  { newId, onActed = () => {}, patienceMs = 10_000 }: StoreOptions,
): Promise<Store> => {
  const handle = connect(url, patienceMs)
  try {
    await migrate(handle, patienceMs)
  } catch (error) {
    await handle.db.destroy().catch(() => {})
    throw handle.openError(error)
  }
  const ping = () =>
    inTransaction(handle, 'read', patienceMs, async (db) => {
      await sql`select 1`.execute(db)
      return { value: undefined, keep: true }
    })
  return {
    uow: createUnitOfWork(handle, { newId, onActed, patienceMs }),
    ping,
    close: async () => {
      // Its turn comes after what is under way; a database that does not answer is let go all the same.
      await ping().catch(() => {})
      await handle.db.destroy()
    },
  }
}
