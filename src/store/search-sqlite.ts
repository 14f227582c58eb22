import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { groupBy } from '../domain/group-by.js'
import { hasLetter, indexes, isLetter, type MatchedIndex, matching } from './matching-sqlite.js'
import type { Hit, SearchDialect, Ways } from './search-dialect.js'
import { straysIn } from './search-strays.js'
import type { Db } from './tables.js'

/** How many places after a taken one are passed over together. */
const nearby = 2 ** 16

/**
 * SQLite's FTS5. The table of entries is its content, kept in step by triggers. A row's number is its place in
 * the order, so the newest come first without sorting. Its tokenizer splits at ASCII punctuation alone, and the
 * words have none but the underscore.
 */
export const sqliteSearch: SearchDialect = {
  columns: sql`place integer primary key, words text not null`,
  setUp: [
    sql`create virtual table search_fts using fts5(
      words, content = 'search_entries', content_rowid = 'place', prefix = '2 3',
      tokenize = "ascii tokenchars '_'")`,
    // What is removed is taken out of the index at once, not left until it is next merged.
    sql`insert into search_fts (search_fts, rank) values ('secure-delete', 1)`,
    sql`create trigger search_entries_added after insert on search_entries begin
      insert into search_fts (rowid, words) values (new.place, new.words);
    end`,
    sql`create trigger search_entries_removed after delete on search_entries begin
      insert into search_fts (search_fts, rowid, words) values ('delete', old.place, old.words);
    end`,
  ],
  // The index reads what it indexes from a view, and so can be made anew and compared like the other.
  setUpCommon: [
    sql`create view search_people as
      select place, words from search_entries where source in ('people', 'roles')`,
    sql`create virtual table search_fts_people using fts5(
      words, content = 'search_people', content_rowid = 'place', prefix = '2 3',
      tokenize = "ascii tokenchars '_'")`,
    sql`insert into search_fts_people (search_fts_people, rank) values ('secure-delete', 1)`,
    sql`insert into search_fts_people (search_fts_people) values ('rebuild')`,
    sql`create trigger search_people_added after insert on search_entries
      when new.source in ('people', 'roles') begin
      insert into search_fts_people (rowid, words) values (new.place, new.words);
    end`,
    sql`create trigger search_people_removed after delete on search_entries
      when old.source in ('people', 'roles') begin
      insert into search_fts_people (search_fts_people, rowid, words) values ('delete', old.place, old.words);
    end`,
  ],
  indexed: (_workspaceId, words) => sql`${words.join(' ')}`,
  written: sql`words`,
  wordsIn: (_workspaceId, written) => written.split(' '),
  strays: async (db) => {
    let strays = 0
    for (const each of Object.values(indexes)) strays += await straysIn(db, each)
    return strays
  },
  newestFirst: sql`e.place desc`,
  looksAmongNewest: (words) => words.every(isLetter),
  freePlaces: async (db, wished) => {
    // What wishes for the same place stands together.
    const next = new Map<number, number>()
    let end = 0
    for (const [place, { length }] of [...groupBy(wished, (each) => each)].sort(([a], [b]) => a - b)) {
      const from = await freeStretch(db, Math.max(place, end), length)
      next.set(place, from)
      end = from + length
    }
    return wished.map((place) => {
      const free = next.get(place) ?? place
      next.set(place, free + 1)
      return free
    })
  },
  has: (column, _workspaceId, word) => sql`instr(' ' || ${sql.ref(column)}, ${` ${word}`}) > 0`,
  hits: (workspaceId, words, among = 'everything') => {
    if (among === 'newest') return newestWith(workspaceId, words)
    return hitsOf(workspaceId, words, indexes[among])
  },
  newestOfPeople: (workspaceId, words, most) => sql`${hitsOf(workspaceId, words, indexes.people)}
      and f.rowid >= coalesce((select rowid from search_fts_people where ${matching(words, indexes.people)}
        order by rowid desc limit 1 offset ${sql.lit(most - 1)}), 0)`,
  // In whichever workspace: no entry is fetched for it.
  commonness: (_workspaceId, word, bound) => sql`(select count(*) from (
    select rowid from search_fts_people where ${matching([word], indexes.people)} limit ${sql.lit(bound)}))`,
  cipher: null,
}

/** The cross join keeps the full-text table outside, whose rows come in the order of their numbers. */
const hitsOf = (workspaceId: string, words: readonly Ways[], at: MatchedIndex): RawBuilder<Hit> => sql`
    select f.rowid as place, e.workspace_id, e.source, e.entry_id, e.kind, e.person_id, e.home, e.written_by
    from ${sql.raw(at.index)} as f cross join search_entries as e on e.place = f.rowid
    where ${matching(words, at)} and e.workspace_id = ${workspaceId}`

/** So many of the newest are looked at for letters, of which each asks the index for all that can follow. */
const lookedAt = 200
const newestWith = (workspaceId: string, letters: readonly Ways[]): RawBuilder<Hit> => sql`
    select e.place, e.workspace_id, e.source, e.entry_id, e.kind, e.person_id, e.home, e.written_by
    from (select * from search_entries as newest order by newest.place desc limit ${sql.lit(lookedAt)}) as e
    where e.workspace_id = ${workspaceId} and ${sql.join(letters.map(anyLetter), sql` and `)}`

const anyLetter = (ways: Ways): RawBuilder<SqlBool> => {
  const each = ways.map((way) => (isLetter(way) ? hasLetter('e.words', way) : hasWhole('e.words', way)))
  return sql`(${sql.join(each, sql` or `)})`
}
const hasWhole = (column: string, word: string): RawBuilder<SqlBool> =>
  sql`instr(' ' || ${sql.ref(column)} || ' ', ${` ${word} `}) > 0`

/** The first of so many places in a row that are free, from one on. */
const freeStretch = async (db: Db, from: number, length: number): Promise<number> => {
  let place = from
  while (await isTaken(db, place, length)) place = (await lastNear(db, place)) + 1
  return place
}

const isTaken = async (db: Db, place: number, length: number): Promise<boolean> => {
  const there = db.selectFrom('search_entries').select('entry_id').where('place', '>=', place)
  return (
    (await there
      .where('place', '<', place + length)
      .limit(1)
      .executeTakeFirst()) !== undefined
  )
}

const lastNear = async (db: Db, place: number): Promise<number> => {
  const { last } = await db
    .selectFrom('search_entries')
    .select((eb) => eb.fn.max('place').as('last'))
    .where('place', '>=', place)
    .where('place', '<', place + nearby)
    .executeTakeFirstOrThrow()
  return last
}
