import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import SQLite from 'better-sqlite3'
import {
  CompiledQuery,
  Kysely,
  type KyselyPlugin,
  PostgresDialect,
  type RawBuilder,
  type SqlBool,
  SqliteDialect,
  sql,
} from 'kysely'
import pg from 'pg'
import type { Cipher } from './cipher/cipher.js'
import { openingFile, openingPool } from './cipher/opening.js'
import { sealing } from './cipher/sealing.js'
import { cleanString, cleanText } from './clean-text.js'
import { keepingStatements } from './kept-statements.js'
import { makeFolder } from './make-folder.js'
import {
  addressError,
  encodingError,
  fileError,
  type OpenError,
  serverError,
  tooOldError,
} from './open-error.js'
import type { SearchDialect } from './search-dialect.js'
import { postgresSearch } from './search-postgres.js'
import { sqliteSearch } from './search-sqlite.js'
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
  /** Waits its turn; held until the transaction ends. */
  lock(db: Db, name: string): Promise<void>
  tableNames(db: Db): Promise<readonly string[]>
  /** How much of what the engine keeps does not hold together, as far as it can be asked. */
  faultsInFile(db: Db): Promise<number>
  /** How many rows name a row that is not there. */
  faultsInReferences(db: Db): Promise<number>
  /** Whether tables of another program beside ours mean that the database is not ours. */
  readonly ownsAll: boolean
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
}

/**
 * `file:PATH`, `file::memory:` or `postgres://...`; throws an `OpenError` for anything else. To be read alone, a file has
 * to be there, and nothing can be written in it.
 */
export const connect = (
  url: string,
  patienceMs: number,
  cipher: Cipher | null = null,
  to: 'write' | 'read' = 'write',
): Handle => {
  if (url.startsWith('file:') && url.length > 'file:'.length)
    return openFile(url.slice('file:'.length), cipher, to === 'read')
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return openServer(url, patienceMs, cipher)
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

// Inside JSON the plugin that cleans values does not see them.
const asJson = (list: readonly string[]): string => JSON.stringify(list.map(cleanString))

const sqlite: Dialect = {
  begin: { read: 'begin', write: 'begin immediate' },
  text: sql`text`,
  search: sqliteSearch,
  oneOf: (column, list) => sql`${sql.ref(column)} in (select value from json_each(${asJson(list)}))`,
  // The plus sign keeps SQLite from driving the query by this list.
  among: (column, list) => sql`+${sql.ref(column)} in (select value from json_each(${asJson(list)}))`,
  ownsAll: true,
  // A transaction that writes holds the whole file from its first statement on.
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
    return { db, dialect, where, cipher, openError, inspect, prepare, overwriteRemoved }
  } catch (error) {
    throw openError(error)
  }
}

const prepareFile = (file: SQLite.Database): void => {
  file.pragma('foreign_keys = on')
  file.pragma('synchronous = normal')
  // What is removed is overwritten, not merely let go.
  file.pragma('secure_delete = on')
  file.pragma('journal_mode = wal')
  // SQLite opens what it may not write for reading, and says so only when something is written.
  file.exec('begin immediate')
  try {
    file.pragma('user_version = 1')
  } finally {
    if (file.inTransaction) file.exec('rollback')
  }
}

// ---- PostgreSQL ----

const postgres: Dialect = {
  begin: { read: 'begin isolation level repeatable read, read only', write: 'begin' },
  text: sql`text collate "C"`,
  search: postgresSearch,
  oneOf: (column, list) => sql`${sql.ref(column)} = any(${list}::text[])`,
  among: (column, list) => sql`${sql.ref(column)} = any(${list}::text[])`,
  ownsAll: false,
  lock: async (db, name) => {
    const number = createHash('sha256').update(name).digest().readBigInt64BE(0).toString()
    await sql`select pg_advisory_xact_lock(${number}::bigint)`.execute(db)
  },
  tableNames: async (db) => {
    const found = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = current_schema()`.execute(db)
    return found.rows.map((row) => row.name)
  },
  // The server refuses rows that do not hold together, and looks at its own pages when told to (pg_amcheck).
  faultsInFile: async () => 0,
  faultsInReferences: async () => 0,
}

const oldestServer = 130_000

const openServer = (url: string, patienceMs: number, cipher: Cipher | null): Handle => {
  const { host, pathname } = new URL(url)
  const where = `${host}${pathname}`
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  // A server that goes away must not end the process, whether the connection rests or not; the next query says so.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  if (cipher !== null) openingPool(pool, cipher)
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(`set lock_timeout = ${Math.ceil(patienceMs)}`))
        await connection.executeQuery(CompiledQuery.raw('set idle_in_transaction_session_timeout = 60000'))
      },
    }),
    plugins: pluginsWith(cipher),
  })
  const inspect = async () => {
    const found = await sql<{ number: string; version: string; encoding: string }>`
      select current_setting('server_version_num') as number, current_setting('server_version') as version,
        current_setting('server_encoding') as encoding`.execute(db)
    const server = found.rows[0]
    if (server === undefined || Number(server.number) < oldestServer)
      throw tooOldError(where, server?.version ?? 'unknown')
    if (server.encoding !== 'UTF8') throw encodingError(where, server.encoding)
  }
  const openError = (error: unknown) => serverError(where, error)
  // Rows that were removed are made room of; what stood there is overwritten as the room is used.
  const overwriteRemoved = async () => {
    for (const table of await postgres.tableNames(db)) await sql`vacuum ${sql.table(table)}`.execute(db)
  }
  const dialect = dialectWith(postgres, cipher)
  return { db, dialect, where, cipher, openError, inspect, prepare: async () => {}, overwriteRemoved }
}
