import { sql } from 'kysely'
import type { Archive } from '../app/ports/archive.js'
import type { NewId, UnitOfWork } from '../app/ports.js'
import type { Instant } from '../domain/local-time.js'
import { createArchive } from './archive/archive-store.js'
import { cipherFor, type Encryption, noEncryption } from './cipher/cipher.js'
import { noteKey } from './cipher/key-check.js'
import { type Resealed, reseal } from './cipher/reseal.js'
import { connect } from './dialect.js'
import { lastForgetting, tidy } from './forgetting/tidying.js'
import { migrate } from './migrate.js'
import { inTransaction } from './transaction.js'
import { type Acted, createUnitOfWork } from './unit-of-work.js'
import type { Verified } from './verifying/finding.js'
import { verifyStore } from './verifying/verify.js'

export type Store = {
  readonly uow: UnitOfWork
  /** Everything at once, for whoever runs the program. */
  readonly archive: Archive
  /** Resolves when the database answers; rejects with `StoreUnavailable` when it does not. */
  ping(): Promise<void>
  /**
   * After somebody was forgotten: overwrites what the engine still keeps of them beside the rows. Does nothing when it is
   * done. True when nothing is left to do; rejects with what stood in the way, to be tried again some minutes later.
   */
  tidy(now: Instant): Promise<boolean>
  /** Another mark each time that somebody was forgotten, in whatever process; null when nobody ever was. */
  lastForgetting(): Promise<string | null>
  /** See `verifyStore`. */
  verify(): Promise<Verified>
  /** See `reseal`. */
  reseal(): Promise<Resealed>
  /** Waits for what is under way; afterwards every call rejects. */
  close(): Promise<void>
}

export type StoreOptions = {
  readonly newId: NewId
  /** Called after each act that was kept. */
  readonly onActed?: (acted: Acted) => void
  /** The keys that values are sealed and opened with; none until said otherwise. */
  readonly encryption?: Encryption
  /** How long a busy database is waited for, in ms; ten seconds until said otherwise. */
  readonly patienceMs?: number
}

/**
 * Opens a database and brings its schema up to date: `file:PATH` (made when it is missing), `file::memory:`, or
 * `postgres://...`. Rejects with an `OpenError` that names the database and the remedy; nothing is overwritten.
 */
export const openStore = async (
  url: string,
  { newId, onActed = () => {}, encryption = noEncryption, patienceMs = 10_000 }: StoreOptions,
): Promise<Store> => {
  const handle = connect(url, patienceMs, cipherFor(encryption))
  try {
    await migrate(handle, patienceMs)
    await noteKey(handle, patienceMs)
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
    archive: createArchive(handle, { newId, patienceMs }),
    ping,
    tidy: (now) => tidy(handle, patienceMs, now),
    lastForgetting: () => lastForgetting(handle, patienceMs),
    verify: () => verifyStore(handle, patienceMs),
    reseal: () => reseal(handle, patienceMs),
    close: async () => {
      // Its turn comes after what is under way; a database that does not answer is let go all the same.
      await ping().catch(() => {})
      await handle.db.destroy()
    },
  }
}
