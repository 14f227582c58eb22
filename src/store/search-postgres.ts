import { sql } from 'kysely'
import type { SearchDialect } from './search-dialect.js'

/**
 * PostgreSQL's full-text index over the words as they are, without its dictionaries. The workspace stands before
 * each word, so that one workspace never walks through the words of another.
 */
export const postgresSearch: SearchDialect = {
  columns: sql`place bigint not null, words tsvector not null`,
  setUp: [sql`create index search_entries_by_word on search_entries using gin (words)`],
  setUpCommon: [
    sql`create index search_entries_newest on search_entries (workspace_id, place, entry_id)`,
    sql`create index search_people_by_word on search_entries using gin (words) where source in ('people', 'roles')`,
  ],
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
  looksAmongNewest: () => true,
  hits: (workspaceId, words, among = 'everything') => sql`
    select e.place, e.workspace_id, e.source, e.entry_id, e.kind, e.person_id, e.home, e.written_by
    from ${among === 'newest' ? newestOf(workspaceId) : sql`search_entries`} as e
    where e.workspace_id = ${workspaceId}
      and e.words @@ ${words.map((ways) => anyOf(workspaceId, ways)).join(' & ')}::tsquery
      ${among === 'people' ? ofPeople : sql``} ${among === 'newest' ? sql`` : asFound}`,
  newestOfPeople: null,
  commonness: (workspaceId, word, bound) => sql`(select count(*) from (select 1 from search_entries as e
    where e.workspace_id = ${workspaceId} and e.words @@ ${anyOf(workspaceId, word)}::tsquery ${ofPeople}
    limit ${bound}) as f)`,
  cipher: null,
}

/** So many of the newest are looked at for a word that is common: of a rarer one there are not too many to be put in order. */
const lookedAt = 4_000
const newestOf = (
  workspaceId: string,
) => sql`(select * from search_entries where workspace_id = ${workspaceId}
  order by place desc, entry_id desc limit ${sql.lit(lookedAt)})`
/** Found by the words, and put in order then: the server takes an order for a reason to walk through all that there is. */
const asFound = sql`offset 0`

/** As the index says it, which is only then used. */
const ofPeople = sql`and e.source in ('people', 'roles')`

const anyOf = (workspaceId: string, ways: readonly string[]): string =>
  `(${ways.map((word) => `${quoted(lexeme(workspaceId, word))}:*`).join(' | ')})`

const lexeme = (workspaceId: string, word: string): string => `${workspaceId}/${word}`
const quoted = (text: string): string => `'${text.replace(/['\\]/g, '$&$&')}'`
