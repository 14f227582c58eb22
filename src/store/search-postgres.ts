import { sql } from 'kysely'
import type { SearchDialect } from './search-dialect.js'

/**
 * PostgreSQL's full-text index over the words as they are, without its dictionaries. The workspace stands before
 * each word, so that one workspace never walks through the words of another.
 */
export const postgresSearch: SearchDialect = {
  columns: sql`place bigint not null, words tsvector not null`,
  setUp: [sql`create index search_entries_by_word on search_entries using gin (words)`],
  indexed: (workspaceId, words) =>
    sql`array_to_tsvector(${words.map((word) => lexeme(workspaceId, word))}::text[])`,
  written: sql`array_to_string(tsvector_to_array(words), ' ')`,
  wordsIn: (workspaceId, written) =>
    written.split(' ').map((word) => word.slice(lexeme(workspaceId, '').length)),
  // The words are the index; the engine keeps its own beside them.
  strays: async () => 0,
  newestFirst: sql`e.place desc, e.entry_id desc`,
  freePlaces: async (_db, wished) => wished,
  has: (column, workspaceId, word) =>
    sql`${sql.ref(column)} @@ ${`${quoted(lexeme(workspaceId, word))}:*`}::tsquery`,
  hits: (workspaceId, words) => sql`
    select e.place, e.workspace_id, e.source, e.entry_id, e.kind, e.person_id, e.home, e.written_by
    from search_entries as e
    where e.workspace_id = ${workspaceId}
      and e.words @@ ${words.map((ways) => anyOf(workspaceId, ways)).join(' & ')}::tsquery`,
  cipher: null,
}

const anyOf = (workspaceId: string, ways: readonly string[]): string =>
  `(${ways.map((word) => `${quoted(lexeme(workspaceId, word))}:*`).join(' | ')})`

const lexeme = (workspaceId: string, word: string): string => `${workspaceId}/${word}`
const quoted = (text: string): string => `'${text.replace(/['\\]/g, '$&$&')}'`
