import { sql } from 'kysely'
import type { Answers, Owed } from '../app/ports/answering.js'
import type { Archive } from '../app/ports/archive.js'
import type { Heard } from '../app/ports/heard.js'
import type { Installations } from '../app/ports/installations.js'
import type { OpenHomes } from '../app/ports/open-homes.js'
import type { Paces } from '../app/ports/pace.js'
import type { Turns } from '../app/ports/turns.js'
import type { Clock, NewId, UnitOfWork } from '../app/ports.js'
import type { Instant } from '../domain/local-time.js'
import { createAnswers } from './answer-store.js'
import { createArchive } from './archive/archive-store.js'
import { cipherFor, type Encryption, noEncryption } from './cipher/cipher.js'
import { noteKey } from './cipher/key-check.js'
import { type Resealed, reseal } from './cipher/reseal.js'
import { connect, type Limits } from './dialect.js'
import { lastForgetting, tidy } from './forgetting/tidying.js'
import { createHeard } from './heard-store.js'
import { createInstallations } from './installation-store.js'
import { type MigrationWait, migrate, stillFits } from './migrate.js'
import { refuseMoved } from './moving/gate.js'
import { createOpenHomes } from './open-home-store.js'
import { createOwed } from './owed-store.js'
import { createPaces } from './pace-store.js'
import { inTransaction } from './transaction.js'
import { createTurns } from './turn-store.js'
import { type Acted, createUnitOfWork } from './unit-of-work.js'
import type { Verified } from './verifying/finding.js'
import { verifyStore } from './verifying/verify.js'

export type Store = {
  readonly uow: UnitOfWork
  /** Whether other processes, on other machines too, may be at work on the same database. */
  readonly isShared: boolean
  /** Everything at once, for whoever runs the program. */
  readonly archive: Archive
  /** Who added the bot to Slack, and the tokens. */
  readonly installations: Installations
  /** Which workspaces have anything to do. */
  readonly turns: Turns
  /** What all processes together call of Slack. */
  readonly paces: Paces
  /** What processes tell each other, and do for each other. */
  readonly heard: Heard
  readonly homes: OpenHomes
  readonly answers: Answers
  readonly owed: Owed
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
  /**
   * False when a later release has changed the schema past what this program understands: it has to end. Rejects with an
   * `OpenError` when another process has begun to encrypt with a key that this one was not given: it has to end as well.
   */
  stillFits(): Promise<boolean>
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
  /** What is taken for now where it is noted when a workspace has something to do; the machine's clock until said otherwise. */
  readonly clock?: Clock
  /** What claims are measured by; the machine's clock until said otherwise. */
  readonly realClock?: Clock
  /** What is asked of a server at once, beside what `unhurriedConnections` are for. */
  readonly limits?: Partial<Limits>
  /** While another process changes the schema. */
  readonly migrating?: Partial<MigrationWait>
}

/**
 * Opens a database and brings its schema up to date: `file:PATH` (made when it is missing), `file::memory:`, or
 * `postgres://...`. Rejects with an `OpenError` that names the database and the remedy; nothing is overwritten.
 */
export const openStore = async (
  url: string,
  {
    newId,
    onActed = () => {},
    encryption = noEncryption,
    patienceMs = 10_000,
    realClock = () => new Date().toISOString(),
    clock = realClock,
    limits = {},
    migrating = {},
  }: StoreOptions,
): Promise<Store> => {
  const handle = connect(url, patienceMs, cipherFor(encryption), 'write', limits)
  const { unhurried } = handle
  const letGo = async (): Promise<void> => {
    await handle.db.destroy()
    if (unhurried !== handle) await unhurried.db.destroy()
  }
  try {
    await refuseMoved(handle, patienceMs)
    await migrate(handle, patienceMs, undefined, migrating)
    await noteKey(handle, patienceMs)
  } catch (error) {
    await letGo().catch(() => {})
    throw handle.openError(error)
  }
  const ping = () =>
    inTransaction(handle, 'read', patienceMs, async (db) => {
      await sql`select 1`.execute(db)
      return { value: undefined, keep: true }
    })
  return {
    isShared: handle.dialect.isShared,
    uow: createUnitOfWork(handle, { newId, onActed, patienceMs, clock, realClock }),
    archive: createArchive(unhurried, { newId, patienceMs }),
    installations: createInstallations(handle, patienceMs),
    turns: createTurns(handle, patienceMs),
    paces: createPaces(handle),
    heard: createHeard(handle, patienceMs),
    homes: createOpenHomes(handle, patienceMs),
    answers: createAnswers(handle, patienceMs),
    owed: createOwed(handle, patienceMs),
    ping,
    tidy: (now) => tidy(handle, patienceMs, now),
    lastForgetting: () => lastForgetting(handle, patienceMs),
    verify: () => verifyStore(unhurried, patienceMs),
    reseal: () => reseal(unhurried, patienceMs),
    stillFits: () => stillFits(handle, patienceMs),
    close: async () => {
      // Its turn comes after what is under way; a database that does not answer is let go all the same.
      await ping().catch(() => {})
      await letGo()
    },
  }
}
