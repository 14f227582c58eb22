import type { CompiledQuery, RawBuilder, SqlBool } from 'kysely'
import type { FirstWordsDialect } from './first-words.js'
import type { SearchDialect } from './search-dialect.js'
import type { SpellingDialect } from './spelling.js'
import type { Db } from './tables.js'

/** A list, or the slot of one. */
export type List = readonly string[] | RawBuilder<readonly string[]>

/** Of how many rows a query asks whether they are in a list: who are found by words may be one, or everybody. */
export type Rows = 'few' | 'many' | 'any number'

/** All that differs between the engines; the rest of the store is the same on both. */
export type Dialect = {
  readonly begin: { readonly read: string; readonly write: string }
  /** The type of a text column that compares by code point, as JavaScript's instants and keys do. */
  readonly text: RawBuilder<unknown>
  readonly search: SearchDialect
  readonly spelling: SpellingDialect
  readonly firstWords: FirstWordsDialect
  /** `column` is in a list of any length; an index is used. */
  oneOf(column: string, list: List): RawBuilder<SqlBool>
  /** The same as a mere filter of so many rows, which leaves the choice of index to the rest of the query. */
  among(column: string, list: List, rows?: Rows): RawBuilder<SqlBool>
  /** A list as the value of a slot of `oneOf`. */
  asValue(list: readonly string[]): unknown
  /** A list as the value of a slot of `among`, for as many rows. */
  asFilter(list: readonly string[], rows: Rows): unknown
  /** Says a statement that has no values and no answer. */
  say(db: Db, statement: string): Promise<void>
  /** Asks a query that is compiled; within a transaction, on its connection. */
  ask<O>(db: Db, query: CompiledQuery<O>): Promise<O[]>
  /**
   * While it works, what `db` is asked by `ask` and `say` goes out as it is asked, and waits for no answer to what was asked
   * before it. They are answered in that order. `db` is a connection of a transaction that only reads.
   */
  atOnce<T>(db: Db, work: () => Promise<T>): Promise<T>
  /** A list as a table of one column, `word`. */
  listed(list: List): RawBuilder<unknown>
  /** A column of all rows as one text, in which JSON has a list of it: of a column that is never sealed. */
  gathered(column: string): RawBuilder<string>
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
