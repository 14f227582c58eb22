import { sql } from 'kysely'
import { groupBy } from './group-by.js'
import { isKindWord } from './kind-word.js'
import type { SearchDialect } from './search-dialect.js'
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
  indexed: (_workspaceId, words) => sql`${words.join(' ')}`,
  written: sql`words`,
  wordsIn: (_workspaceId, written) => written.split(' '),
  strays: straysIn,
  newestFirst: sql`e.place desc`,
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
  // The cross join keeps the full-text table outside, whose rows come in the order of their numbers.
  hits: (workspaceId, words) => sql`
    select f.rowid as place, e.workspace_id, e.source, e.entry_id, e.kind, e.person_id, e.home, e.written_by
    from search_fts as f cross join search_entries as e on e.place = f.rowid
    where f.search_fts match ${words.map(anyOf).join(' AND ')}
      and e.workspace_id = ${workspaceId}`,
  cipher: null,
}

const anyOf = (ways: readonly string[]): string => `(${ways.flatMap(beginning).join(' OR ')})`

/**
 * The index has beginnings of two and three letters, each in the order of their rows. Of one letter it would put together
 * all words that begin so before it answered, millions of rows: so it is asked for each that can follow.
 */
const beginning = (word: string): string[] => {
  if (isKindWord(word)) return [`"${word}"`]
  return /^[a-z0-9]$/.test(word)
    ? [`"${word}"`, ...seconds.map((next) => `"${word}${next}"*`)]
    : [`"${word}"*`]
}
const seconds = [...'abcdefghijklmnopqrstuvwxyz0123456789_', ...'àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšžßłđčćğışž']

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
