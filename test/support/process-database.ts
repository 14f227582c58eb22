import SQLite from 'better-sqlite3'
import { keepingStatements } from '../../src/store/kept-statements.js'

/** Looks into a database file, or puts something into it, as another program would. */
export const inDatabase = <T>(path: string, work: (file: SQLite.Database) => T): T => {
  const file = keepingStatements(new SQLite(path))
  try {
    return work(file)
  } finally {
    file.close()
  }
}

/** Every row of every table. */
export const contentOf = (path: string): Record<string, unknown[]> =>
  inDatabase(path, (file) => {
    const tables = file.prepare(`select name from sqlite_master where type = 'table' order by name`).pluck()
    return Object.fromEntries(
      tables.all().map((name) => [String(name), file.prepare(`select * from "${name}"`).all()]),
    )
  })

/** How many rows a query counts. */
export const countIn = (path: string, query: string): number =>
  inDatabase(path, (file) => Number(file.prepare(query).pluck().get()))

/** The bot works on weekends too: a test may run on one. */
export const worksEveryDay = (path: string): void =>
  inDatabase(path, (file) => void file.prepare(`update places set days = '[1,2,3,4,5,6,7]'`).run())
