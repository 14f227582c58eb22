import { setImmediate as turn } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { lifeOf } from './life.js'
import { columns, type FilledTable, type Row, writeAct } from './rows.js'
import { lastContactOf, writtenAt } from './written.js'

/** Rows in one transaction. */
const atOnce = 100_000
const tables = Object.keys(columns) as FilledTable[]

/**
 * Fills a SQLite file, which has the tables of the program and nobody in it. Indexes and the search are taken away and
 * made anew at the end, out of the same statements: made all at once they take a fraction of the time. How names are
 * spelled follows their keys on the way: each is written once, however many are called so.
 */
export const fillFile = async (path: string, people: number, say: (text: string) => void): Promise<void> => {
  const file = new SQLite(path)
  // From one kind of log to none there is no direct way.
  file.pragma('journal_mode = delete')
  file.pragma('journal_mode = off')
  file.pragma('synchronous = off')
  file.pragma('locking_mode = exclusive')
  file.pragma('cache_size = -1000000')
  file.pragma('foreign_keys = off')
  file.pragma('temp_store = file')
  const apart = takenApart(file)
  const inserts = new Map(tables.map((table) => [table, file.prepare(insertInto(table))]))
  let rows = 0
  file.exec('begin')
  const sink = (table: FilledTable, row: Row): void => {
    inserts.get(table)?.run(...row)
    rows++
  }
  const begun = performance.now()
  for (const event of lifeOf(people)) {
    await writeAct(sink, writtenAt(event, people), lastContactOf(event.person, people))
    if (rows < atOnce) continue
    rows = 0
    file.exec('commit; begin')
    await turn()
    if (event.seq % 1_000_000 < 50_000) say(`${event.seq} acts, ${seconds(begun)}`)
  }
  file.exec('commit')
  for (const statement of apart) {
    file.exec(statement)
    say(`${/^\S+ \S+ ?\S* \S+/.exec(statement)?.[0]}, ${seconds(begun)}`)
  }
  for (const index of ['search_fts', 'search_fts_people'])
    file.exec(`insert into ${index} (${index}) values ('rebuild')`)
  say(`search, ${seconds(begun)}`)
  file.pragma('locking_mode = normal')
  file.pragma('journal_mode = wal')
  file.close()
}

const seconds = (from: number): string => `${Math.round((performance.now() - from) / 1000)} s`

const insertInto = (table: FilledTable): string =>
  `insert into ${table} (${columns[table].join(', ')}) values (${columns[table].map(() => '?').join(', ')})`

/** Drops what slows rows down on their way in, and answers how it is made again. */
const takenApart = (file: SQLite.Database): string[] => {
  const among = tables.map((table) => `'${table}'`).join(', ')
  const found = file
    .prepare(`select type, name, sql from sqlite_master
      where type in ('index', 'trigger') and sql is not null and tbl_name in (${among})
        and not (type = 'trigger' and tbl_name = 'person_keys')`)
    .all() as { type: string; name: string; sql: string }[]
  for (const { type, name } of found) file.exec(`drop ${type} ${name}`)
  return found.map(({ sql }) => sql)
}
