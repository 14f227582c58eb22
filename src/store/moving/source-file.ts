import SQLite, { type Database as SQLiteFile } from 'better-sqlite3'
import type { Instant } from '../../domain/local-time.js'
import { markAsCopy } from '../backing-up/copied.js'
import { codeOf } from '../errors.js'
import { keepingStatements } from '../kept-statements.js'
import { type Moved, movedTable } from './gate.js'
import { isWords, type MovedTable, tablesOf } from './moved-tables.js'
import { fileTrouble, neverMoved } from './refusals.js'
import { inOrder, type MovedCell, type MovedRow } from './sums.js'

/** What a range ends with: the key of a row, cell by cell. */
export type RowKey = readonly MovedCell[]
/** Behind one row, up to and with another; null is the beginning, or the end. */
export type Range = { readonly after: RowKey | null; readonly upTo: RowKey | null }

/** How long another program's moment of holding the file is waited for. */
const patienceMs = 1_000

/** The file that is moved: read a range at a time, beside whoever works with it, and at the end alone. */
export class SourceFile {
  readonly path: string
  #file: SQLiteFile

  /** Throws a `MoveRefused`. The file is there. */
  constructor(path: string) {
    this.path = path
    this.#file = this.#opened()
  }

  #opened(): SQLiteFile {
    return this.#trying(() =>
      keepingStatements(new SQLite(this.path, { fileMustExist: true, timeout: patienceMs })),
    )
  }

  tables(): readonly MovedTable[] {
    return this.#trying(() => tablesOf(this.#file))
  }

  /** The names of its migrations. */
  schema(): readonly string[] {
    const names = 'select name from personable_migrations order by name'
    return this.#trying(() => this.#file.prepare(names).pluck().all().map(String))
  }

  /** The first rows of a range, in the order of their keys, as they are now. */
  rows(table: MovedTable, { after, upTo }: Range, most: number): readonly MovedRow[] {
    const columns = table.columns.map(({ name }) => quoted(name)).join(', ')
    const key = table.key.map(quoted).join(', ')
    const marks = table.key.map(() => '?').join(', ')
    const bounds = [
      ...(after === null ? [] : [`(${key}) > (${marks})`]),
      ...(upTo === null ? [] : [`(${key}) <= (${marks})`]),
    ]
    const where = bounds.length === 0 ? '' : `where ${bounds.join(' and ')}`
    const query = `select ${columns} from ${quoted(table.name)} ${where} order by ${key} limit ?`
    const found = this.#trying(
      () =>
        this.#file
          .prepare(query)
          .raw()
          .all(...(after ?? []), ...(upTo ?? []), most) as MovedCell[][],
    )
    const words = table.columns.findIndex(({ name }) => isWords(table.name, name))
    if (words >= 0) for (const row of found) row[words] = inOrder(String(row[words]))
    return found
  }

  /**
   * Takes the file for this process alone, as long as nobody else has it open, whether they work with it or rest: SQLite
   * gives up its log only then. Nobody can open it until `close`, or until it is marked.
   */
  isMineAlone(): boolean {
    try {
      if (this.#file.pragma('journal_mode = delete', { simple: true }) !== 'delete') return false
      // What was read beside the log is not looked at again without it: the last pages of others would be missed.
      this.#file.close()
      this.#file = this.#opened()
      this.#file.exec('begin exclusive')
      if (this.#file.pragma('journal_mode', { simple: true }) === 'delete') return true
      // Somebody came in between, and has begun another log.
      this.#file.exec('rollback')
      return false
    } catch (error) {
      if (codeOf(error).startsWith('SQLITE_BUSY')) return false
      throw fileTrouble(this.path, error)
    }
  }

  moved(): Moved | null {
    const isThere = `select 1 from sqlite_master where type = 'table' and name = ?`
    return this.#trying(() => {
      if (this.#file.prepare(isThere).all(movedTable).length === 0) return null
      return (this.#file.prepare(`select * from ${movedTable}`).get() as Moved | undefined) ?? null
    })
  }

  /** The last thing that is done in it; who opens it from now on is told where everything is. */
  mark(to: string, at: Instant): void {
    this.#trying(() => {
      this.#file.exec(`drop table if exists ${movedTable}`)
      this.#file.exec(`create table ${movedTable} (moved_to text not null, moved_at text not null)`)
      this.#file.prepare(`insert into ${movedTable} values (?, ?)`).run(to, at)
      this.#file.exec('commit')
    })
  }

  /**
   * Makes a file that was moved away usable again, as it was then, and marks it as a copy of then: what was posted since
   * is looked for in Slack before anything is sent (docs/adr/0019). Answers where it had been moved to.
   */
  takeBack(): Moved {
    return this.#trying(() => {
      this.#file.exec('begin immediate')
      try {
        const moved = this.moved()
        if (moved === null) throw neverMoved(this.path)
        markAsCopy(this.#file, moved.moved_at)
        this.#file.exec(`drop table ${movedTable}`)
        this.#file.exec('commit')
        return moved
      } finally {
        if (this.#file.inTransaction) this.#file.exec('rollback')
      }
    })
  }

  close(): void {
    this.#file.close()
  }

  #trying<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw fileTrouble(this.path, error)
    }
  }
}

const quoted = (name: string): string => `"${name}"`
