import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, type KyselyPlugin, sql } from 'kysely'
import { advisoryLocks } from './advisory-lock.js'
import type { Cipher } from './cipher/cipher.js'
import { openingFile, openingPool } from './cipher/opening.js'
import { sealing } from './cipher/sealing.js'
import { cleanText } from './clean-text.js'
import type { Dialect } from './engine.js'
import { FileDialect } from './file-dialect.js'
import { keepingStatements } from './kept-statements.js'
import { makeFolder } from './make-folder.js'
import { addressError, fileError, type OpenError, serverError } from './open-error.js'
import { openPool, type PoolLimits } from './pool.js'
import { postgresDialect } from './postgres-dialect.js'
import { prepareFile } from './prepare-file.js'
import { Queues } from './queues.js'
import { inspectServer, mayBeWritten } from './server-check.js'
import { ServerDialect } from './server-dialect.js'
import { askingFile, sqliteDialect } from './sqlite-dialect.js'
import type { Database, Db } from './tables.js'
import { vacuumFile } from './vacuum-file.js'

export type { Dialect, List, Rows } from './engine.js'

/** An open database. `where` names it in messages, without a password. */
export type Handle = {
  readonly db: Db
  readonly dialect: Dialect
  readonly where: string
  /** Null when nothing is sealed and nothing was. */
  readonly cipher: Cipher | null
  /** Puts trouble at opening into words. */
  openError(error: unknown): OpenError
  /** Looks whether the database can be used at all; writes nothing. */
  inspect(): Promise<void>
  /** Sets what is set once, when it is clear that the database is ours. */
  prepare(): Promise<void>
  /**
   * Overwrites what was removed wherever the engine still keeps it, as far as it can be made to. Outside of every
   * transaction; reading goes on meanwhile, and so does this process.
   */
  overwriteRemoved(): Promise<void>
  /** Lets writers of one name in one at a time, before they hold anything that others need. */
  inTurn<T>(name: string, patienceMs: number, work: (leftMs: number) => Promise<T>): Promise<T>
  /** The same database for work of which one statement may take minutes; it takes no connection from the rest. */
  readonly unhurried: Handle
}

/** What is asked of a server at once, and for how long; see `PoolLimits`. */
export type Limits = Pick<PoolLimits, 'connections'> & { readonly statementMs: number }
const usualLimits: Limits = { connections: 10, statementMs: 25_000 }

/**
 * `file:PATH`, `file::memory:` or `postgres://...`; throws an `OpenError` for anything else. To be read alone, a file has
 * to be there, and nothing can be written in it.
 */
export const connect = (
  url: string,
  patienceMs: number,
  cipher: Cipher | null = null,
  to: 'write' | 'read' = 'write',
  limits: Partial<Limits> = {},
): Handle => {
  if (url.startsWith('file:') && url.length > 'file:'.length)
    return openFile(url.slice('file:'.length), cipher, to === 'read')
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url))
    return openServer(url, patienceMs, cipher, { ...usualLimits, ...limits })
  throw addressError()
}

const dialectWith = (dialect: Dialect, cipher: Cipher | null): Dialect =>
  cipher === null ? dialect : { ...dialect, search: { ...dialect.search, cipher } }
/** Cleaned first: what is sealed nobody looks into any more. */
const pluginsWith = (cipher: Cipher | null): KyselyPlugin[] =>
  cipher === null ? [cleanText] : [cleanText, sealing(cipher)]

// ---- SQLite ----

/** SQLite's own wait holds up the process, so it is short; waiting is done outside, between attempts. */
const busyTimeoutMs = 20

/** Above this size a look at every page would hold up the start. */
const inspectedBytes = 64 * 1024 * 1024

const openFile = (path: string, cipher: Cipher | null, readonly: boolean): Handle => {
  const inMemory = path === ':memory:'
  const where = inMemory ? path : resolve(path)
  const openError = (error: unknown) => fileError(where, error)
  try {
    if (!inMemory && !readonly) makeFolder(dirname(where))
    const file = keepingStatements(
      new SQLite(where, { timeout: busyTimeoutMs, readonly, fileMustExist: readonly }),
    )
    const database = cipher === null ? file : openingFile(file, cipher)
    const db = new Kysely<Database>({
      dialect: new FileDialect({ database }),
      plugins: pluginsWith(cipher),
    })
    const inspect = async () => {
      if (!inMemory && statSync(where).size < inspectedBytes) {
        const [found] = file.pragma('quick_check(1)', { simple: false }) as { quick_check: string }[]
        if (found?.quick_check !== 'ok')
          throw new SQLite.SqliteError(`${found?.quick_check}`, 'SQLITE_CORRUPT')
      }
    }
    const prepare = async () => prepareFile(file)
    const overwriteRemoved = async () => (inMemory ? undefined : vacuumFile(where))
    const dialect = dialectWith({ ...sqliteDialect, ...askingFile(database) }, cipher)
    const handle: Handle = {
      db,
      dialect,
      where,
      cipher,
      openError,
      inspect,
      prepare,
      overwriteRemoved,
      // The file lets one writer in at a time by itself.
      inTurn: (_, leftMs, work) => work(leftMs),
      get unhurried() {
        return handle
      },
    }
    return handle
  } catch (error) {
    throw openError(error)
  }
}

// ---- PostgreSQL ----

/** Beside all others, for work that takes long: one that writes, and one that looks meanwhile. */
export const unhurriedConnections = 2

const openServer = (url: string, patienceMs: number, cipher: Cipher | null, limits: Limits): Handle => {
  const { host, pathname } = new URL(url)
  const where = `${host}${pathname}`
  const openError = (error: unknown) => serverError(where, error)
  const queues = new Queues()
  const over = (limited: PoolLimits, unhurried: Handle | null): Handle => {
    const pool = openPool(url, limited)
    if (cipher !== null) openingPool(pool, cipher)
    const db = new Kysely<Database>({ dialect: new ServerDialect({ pool }), plugins: pluginsWith(cipher) })
    const lock = advisoryLocks(Math.max(Math.floor(limited.connections / 2), 1))
    const handle: Handle = {
      db,
      dialect: dialectWith({ ...postgresDialect, lock }, cipher),
      where,
      cipher,
      openError,
      inspect: () => inspectServer(where, db),
      prepare: () => mayBeWritten(where, db),
      // Rows that were removed are made room of; what stood there is overwritten as the room is used. What was noted of
      // columns, by which queries are planned, has words of theirs: it is noted anew.
      overwriteRemoved: async () => {
        const { db: slow, dialect } = handle.unhurried
        for (const table of await dialect.tableNames(slow))
          await sql`vacuum (analyze) ${sql.table(table)}`.execute(slow)
      },
      inTurn: (name, leftMs, work) => queues.inTurn(name, leftMs, work),
      get unhurried() {
        return unhurried ?? handle
      },
    }
    return handle
  }
  const slow = over({ connections: unhurriedConnections, patienceMs, statementMs: null }, null)
  return over({ ...limits, patienceMs }, slow)
}
