import type { Database as SQLiteFile } from 'better-sqlite3'

/** A table as it is moved: cell by cell as it stands, sealed or not. */
export type MovedTable = {
  readonly name: string
  readonly columns: readonly MovedColumn[]
  /** By which the rows are ordered and known; never null, and compared byte by byte in both engines. */
  readonly key: readonly string[]
}
/** `words`: a list of words with spaces between, which PostgreSQL keeps as its index. */
export type MovedColumn = { readonly name: string; readonly type: 'text' | 'integer' | 'bigint' | 'words' }

/** What the engine keeps by the keys of people, there as well. */
export const followKeys: readonly string[] = ['name_spellings', 'first_words']
/** Of ours in every database, and made anew in the other one. */
const isMoved = (name: string): boolean => !/^(personable_|sqlite_)/.test(name) && !followKeys.includes(name)

/** SQLite numbers these rows itself, in another order than they are known by. */
const otherKeys: Readonly<Record<string, readonly string[]>> = {
  search_entries: ['workspace_id', 'source', 'entry_id'],
}

/** Wider than SQLite's own `integer` says: what is made there with more than 32 bits. */
const isWide = (table: string, column: string): boolean => table === 'search_entries' && column === 'place'
export const isWords = (table: string, column: string): boolean =>
  table === 'search_entries' && column === 'words'

/** Every table that a file of ours has, but those that SQLite itself keeps beside a full-text index. */
export const tablesOf = (file: SQLiteFile): readonly MovedTable[] => {
  const names = file
    .prepare(`select name from pragma_table_list where schema = 'main' and type = 'table' order by name`)
    .pluck()
    .all()
    .map(String)
  return names.filter(isMoved).map((name) => tableOf(file, name))
}

type Declared = {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
}

const tableOf = (file: SQLiteFile, table: string): MovedTable => {
  const declared = file
    .prepare('select name, type, "notnull", pk from pragma_table_info(?) order by cid')
    .all(table) as Declared[]
  const columns = declared.map(({ name, type }): MovedColumn => {
    const kind = type.toLowerCase()
    if (kind !== 'text' && kind !== 'integer') throw new Error(`${table}.${name} is neither text nor integer`)
    if (isWords(table, name)) return { name, type: 'words' }
    return { name, type: kind === 'integer' && isWide(table, name) ? 'bigint' : kind }
  })
  const own = declared.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk)
  const key = otherKeys[table] ?? own.map(({ name }) => name)
  if (key.length === 0) throw new Error(`${table} has no key to be moved by`)
  return { name: table, columns, key }
}
