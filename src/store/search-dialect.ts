import type { RawBuilder, SqlBool } from 'kysely'
import type { Cipher } from './cipher/cipher.js'
import type { SearchEntryRow } from './search-tables.js'
import type { Db } from './tables.js'

export type Hit = Omit<SearchEntryRow, 'words'>

/** A word, and how else it may stand in the index. */
export type Ways = readonly string[]
/** What is looked at: everything, the names and roles of people alone, or some thousands of the newest entries. */
export type Among = 'everything' | 'people' | 'newest'

/** What the engines do differently in a search. Words are folded already, and have no character that means something. */
export type SearchDialect = {
  /** The columns `place` and `words`, and what else it takes to find by them. */
  readonly columns: RawBuilder<unknown>
  readonly setUp: readonly RawBuilder<unknown>[]
  /** What it takes to look among names and roles alone, and among the newest entries. */
  readonly setUpCommon: readonly RawBuilder<unknown>[]
  /** Whether entries with these words are looked for among the newest first, since all that have them are too many. */
  looksAmongNewest(words: readonly string[]): boolean
  /** The words as the column `words` holds them. */
  indexed(workspaceId: string, words: readonly string[]): RawBuilder<string>
  /** Such a column as a text that `wordsIn` reads back. */
  readonly written: RawBuilder<string>
  wordsIn(workspaceId: string, written: string): readonly string[]
  /** How many words are found where no entry has them, or are not found where one does. */
  strays(db: Db): Promise<number>
  /** The order of entries `e`. Where several may have one place, their ids decide, so that no page repeats another. */
  readonly newestFirst: RawBuilder<unknown>
  /** For each a place in the order that may be taken: the one wished for, or one after it. */
  freePlaces(db: Db, wished: readonly number[]): Promise<readonly number[]>
  /** Whether the entry with this column of words has a word, whole or as a beginning; for one entry at a time. */
  has(column: string, workspaceId: string, word: string): RawBuilder<SqlBool>
  /** The entries of a workspace that have all the words, each whole or a beginning, in one way or another. */
  hits(workspaceId: string, words: readonly Ways[], among?: Among): RawBuilder<Hit>
  /** The same among names and roles, no older than so many of them; null where the newest do not come first by themselves. */
  readonly newestOfPeople:
    | ((workspaceId: string, words: readonly Ways[], most: number) => RawBuilder<Hit>)
    | null
  /** In how many names and roles a word is, roughly, and counted no further than to a bound. */
  commonness(workspaceId: string, word: Ways, bound: number): RawBuilder<number>
  /** By which the words of sealed texts are in the index; null where nothing is sealed. */
  readonly cipher: Pick<Cipher, 'wordMark' | 'wordMarks'> | null
}
