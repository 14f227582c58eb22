import SQLite from 'better-sqlite3'
import { prepareFile } from '../../../src/store/prepare-file.js'

/** Rows in one transaction. */
const atOnce = 1_000

/**
 * Every row that `imported` has and `into` has not, table by table, by one prepared statement each, with the indexes and
 * triggers of the program; `ms` is what writing them took. `into` is how `imported` was before.
 */
export const insertRaw = (imported: string, into: string): { readonly ms: number; readonly rows: number } => {
  const file = new SQLite(into)
  prepareFile(file)
  file.pragma('foreign_keys = off')
  file.exec(`attach '${imported}' as imported`)
  let [ms, rows] = [0, 0]
  for (const table of tablesOf(file)) {
    const all = file
      .prepare(`select * from imported."${table}" except select * from main."${table}"`)
      .raw()
      .all() as unknown[][]
    const cells = (all[0] ?? []).map(() => '?').join(', ')
    if (all.length === 0) continue
    const insert = file.prepare(`insert or replace into main."${table}" values (${cells})`)
    const write = file.transaction((from: number) => {
      for (const row of all.slice(from, from + atOnce)) insert.run(...row)
    })
    const begun = performance.now()
    for (let from = 0; from < all.length; from += atOnce) write(from)
    ms += performance.now() - begun
    rows += all.length
  }
  file.close()
  return { ms, rows }
}

const tablesOf = (file: SQLite.Database): string[] =>
  file
    .prepare(`select name from pragma_table_list where schema = 'main' and type = 'table'
      and name not like 'sqlite_%' order by name`)
    .pluck()
    .all() as string[]
