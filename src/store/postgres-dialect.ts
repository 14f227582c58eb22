import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { askingServer } from './asking-server.js'
import { cleanString } from './clean-text.js'
import type { Dialect, List } from './engine.js'
import { postgresFirstWords } from './first-words-postgres.js'
import { postgresSearch } from './search-postgres.js'
import { postgresSpelling } from './spelling-postgres.js'

/** What a server understands, whichever. */
export const postgresDialect: Omit<Dialect, 'lock'> = {
  begin: { read: 'begin isolation level repeatable read, read only', write: 'begin' },
  text: sql`text collate "C"`,
  search: postgresSearch,
  spelling: postgresSpelling,
  firstWords: postgresFirstWords,
  oneOf: (column, list) => sql`${sql.ref(column)} = any(${list}::text[])`,
  among: (column, list, rows = 'few') => {
    if (rows === 'any number') return inTable(column, list)
    if ('toOperationNode' in list && rows === 'few') return byPosition(column, list)
    return sql`${sql.ref(column)} = any(${list}::text[])`
  },
  // As an array it is walked by address; as a list the whole table might be read for it.
  listed: (list) => sql`(select unnest(${list}::text[]) as word)`,
  asValue: (list) => list.map(cleanString),
  asFilter: (list) => list.map(cleanString),
  ...askingServer,
  gathered: (column) => sql`coalesce(json_agg(${sql.ref(column)})::text, '[]')`,
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

/**
 * Looked for in a way that the planner makes nothing of: else it compares each home of whoever asks with each that the table has
 * often, for each query anew, which with a hundred homes takes longer than all the rest.
 */
const byPosition = (column: string, list: List): RawBuilder<SqlBool> =>
  sql`array_position(${list}::text[], ${sql.ref(column)}) is not null`
/** So too, and put up as a table first, in which each of many is looked up at once. */
const inTable = (column: string, list: List): RawBuilder<SqlBool> =>
  sql`(${sql.ref(column)} in (select unnest(${list}::text[]))) is true`
