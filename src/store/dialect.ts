import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, type KyselyPlugin, type RawBuilder, type SqlBool, SqliteDialect, sql } from 'kysely'
import { advisoryLocks } from './advisory-lock.js'
import type { Cipher } from './cipher/cipher.js'
import { openingFile, openingPool } from './cipher/opening.js'
import { sealing } from './cipher/sealing.js'
import { cleanText } from './clean-text.js'
import { keepingStatements } from './kept-statements.js'
import { listAsJson } from './list-as-json.js'
import { makeFolder } from './make-folder.js'
import { addressError, fileError, type OpenError, serverError } from './open-error.js'
import { openPool, type PoolLimits } from './pool.js'
import { prepareFile } from './prepare-file.js'
import { Queues } from './queues.js'
import type { SearchDialect } from './search-dialect.js'
import { postgresSearch } from './search-postgres.js'
import { sqliteSearch } from './search-sqlite.js'
import { inspectServer, mayBeWritten } from './server-check.js'
import { ServerDialect } from './server-dialect.js'
import type { Database, Db } from './tables.js'
import { vacuumFile } from './vacuum-file.js'

/** All that differs between the engines; the rest of the store is the same on both. */
export type Dialect = {
  readonly begin: { readonly read: string; readonly write: string }
  /** The type of a text column that compares by code point, as JavaScript's instants and keys do. */
  readonly text: RawBuilder<unknown>
  readonly search: SearchDialect
  /** `column` is in a list of any length; an index is used. */
  oneOf(column: string, list: readonly string[]): RawBuilder<SqlBool>
  /** The same as a mere filter, which leaves the choice of index to the rest of the query. */
  among(column: string, list: readonly string[]): RawBuilder<SqlBool>
  /** At most so many rows of a workspace, whichever: by where they lie, so that none is looked for twice. */
  someOf(table: string, workspaceId: string, limit: number): RawBuilder<SqlBool>
  /** At the end of a query: its rows are held, but for those that another transaction holds, which are left out. */
  readonly skipLocked: RawBuilder<unknown>
  /** What time it is there, as an instant. */
  readonly ownTime: RawBuilder<string>
  /** Waits its turn; held until the transaction ends. */
  lock(db: Db, name: string): Promise<void>
  tableNames(db: Db): Promise<readonly string[]>
  /** How much of what the engine keeps does not hold together, as far as it can be asked. */
  faultsInFile(db: Db): Promise<number>
  /** How many rows name a row that is not there. */
  faultsInReferences(db: Db): Promise<number>
  /** Whether tables of another program beside ours mean that the database is not ours. */
  readonly ownsAll: boolean
  /** Whether processes on several machines may work on it, and begin to at the same moment. */
  readonly isShared: boolean
}

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

const sqlite: Dialect = {
  begin: { read: 'begin', write: 'begin immediate' },
  text: sql`text`,
  search: sqliteSearch,
  oneOf: (column, list) => sql`${sql.ref(column)} in (select value from json_each(${listAsJson(list)}))`,
  // The plus sign keeps SQLite from driving the query by this list.
  among: (column, list) => sql`+${sql.ref(column)} in (select value from json_each(${listAsJson(list)}))`,
  someOf: (table, workspaceId, limit) => sql`rowid in (
    select rowid from ${sql.table(table)} where workspace_id = ${workspaceId} limit ${sql.lit(limit)})`,
  ownsAll: true,
  isShared: false,
  // A transaction that writes holds the whole file from its first statement on.
  skipLocked: sql``,
  ownTime: sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`,
  lock: async () => {},
  tableNames: async (db) => {
    const found = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)
    return found.rows.map((row) => row.name)
  },
  faultsInFile: async (db) => {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    return rows.filter((row) => row.integrity_check !== 'ok').length
  },
  faultsInReferences: async (db) => (await sql`pragma foreign_key_check`.execute(db)).rows.length,
}

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
    const db = new Kysely<Database>({
      dialect: new SqliteDialect({ database: cipher === null ? file : openingFile(file, cipher) }),
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
    const dialect = dialectWith(sqlite, cipher)
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

const postgres: Omit<Dialect, 'lock'> = {
  begin: { read: 'begin isolation level repeatable read, read only', write: 'begin' },
  text: sql`text collate "C"`,
  search: postgresSearch,
  oneOf: (column, list) => sql`${sql.ref(column)} = any(${list}::text[])`,
  among: (column, list) => sql`${sql.ref(column)} = any(${list}::text[])`,
  // As an array it is walked by address; as a list the whole table might be read for it.
  someOf: (table, workspaceId, limit) => sql`ctid = any(array(
    select ctid from ${sql.table(table)} where workspace_id = ${workspaceId} limit ${sql.lit(limit)}))`,
  ownsAll: false,
  skipLocked: sql`for update skip locked`,
  ownTime: sql`to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  isShared: true,
  tableNames: async (db) => {
    const found = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = current_schema()`.execute(db)
    return found.rows.map((row) => row.name)
  },
  // The server refuses rows that do not hold together, and looks at its own pages when told to (pg_amcheck).
  faultsInFile: async () => 0,
  faultsInReferences: async () => 0,
}

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
      dialect: dialectWith({ ...postgres, lock }, cipher),
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
