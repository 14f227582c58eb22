import { type CompiledQuery, type SqliteDatabase, sql } from 'kysely'
import type { Dialect, List } from './engine.js'
import { sqliteFirstWords } from './first-words-sqlite.js'
import { listAsJson, listAsText } from './list-as-json.js'
import { sqliteSearch } from './search-sqlite.js'
import { sqliteSpelling } from './spelling-sqlite.js'
import type { Db } from './tables.js'

/** A list as one value: a text that is read by `json_each`. */
const jsonOf = (list: List): unknown => ('toOperationNode' in list ? list : listAsJson(list))

/** What a file understands, whichever. */
export const sqliteDialect: Omit<Dialect, 'ask' | 'say'> = {
  // It answers as it is asked.
  atOnce: (_db, work) => work(),
  begin: { read: 'begin', write: 'begin immediate' },
  text: sql`text`,
  search: sqliteSearch,
  spelling: sqliteSpelling,
  firstWords: sqliteFirstWords,
  oneOf: (column, list) => sql`${sql.ref(column)} in (select value from json_each(${jsonOf(list)}))`,
  // A query that is kept looks for the value in the text of the list, which for a few rows is quicker than to take the list
  // apart. Elsewhere the plus sign keeps SQLite from driving the query by it.
  among: (column, list, rows = 'few') =>
    'toOperationNode' in list && rows === 'few'
      ? sql`instr(${list}, ',' || json_quote('=' || ${sql.ref(column)})) > 0`
      : sql`+${sql.ref(column)} in (select value from json_each(${jsonOf(list)}))`,
  asValue: listAsJson,
  asFilter: (list, rows) => (rows === 'few' ? listAsText(list) : listAsJson(list)),
  listed: (list) => sql`(select value as word from json_each(${jsonOf(list)}))`,
  gathered: (column) => sql`json_group_array(${sql.ref(column)})`,
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

/** A file has one connection, so whoever is in a transaction may ask it without going by way of the builder. */
export const askingFile = (database: SqliteDatabase): Pick<Dialect, 'ask' | 'say'> => ({
  ask: async <O>(_db: Db, { sql: source, parameters }: CompiledQuery<O>) =>
    database.prepare(source).all(parameters) as O[],
  say: async (_db, statement) => {
    database.prepare(statement).run([])
  },
})
