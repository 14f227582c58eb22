import { sql } from 'kysely'
import { connect, type Handle } from '../../../../src/store/dialect.js'
import { workspaceTables } from '../../../../src/store/tables-in-order.js'
import type { IdsOf } from './given.js'

/** Keys are made at random, and hashes with them: they differ from database to database. */
const random = new Set(['secrets', 'tombstones', 'unclaimed', 'heard'])
/** With those by which workspaces are served. */
const tables = [...workspaceTables, 'installations', 'granted_workspaces', 'erasures']

/** Columns of texts, on which no other row depends. */
const said = new Set(['text', 'title', 'company', 'name', 'prefers', 'emoji', 'why', 'user_id'])

/** A look at what lies in a database, past the stores. */
export class Rows {
  readonly #handle: Handle

  constructor(url: string) {
    this.#handle = connect(url, 5_000)
  }

  /** All rows of some workspaces, table by table, as text that is the same when they are. */
  async of(...workspaceIds: readonly string[]): Promise<readonly string[]> {
    const found: string[] = []
    for (const table of tables) {
      const { rows } = await sql<{ workspace_id: string }>`select * from ${sql.table(table)}`.execute(
        this.#handle.db,
      )
      const theirs = rows.filter((row) => workspaceIds.includes(row.workspace_id))
      found.push(...theirs.map((row) => `${table} ${JSON.stringify(row)}`).sort())
    }
    return found
  }

  /** The same of one, as it would be in another database too. */
  async anywhere(workspaceId: string): Promise<readonly string[]> {
    return (await this.of(workspaceId)).map((row) => {
      const [table = ''] = row.split(' ')
      // Where the index has it depends on what else it has.
      return random.has(table) ? table : row.replace(/(?<=^search_entries .*"place":)"?\d+"?/, '0')
    })
  }

  /** The ids of the rows of a workspace, by table. */
  async ids(workspaceId: string): Promise<IdsOf> {
    const found: Record<string, string[]> = {}
    for (const row of await this.of(workspaceId)) {
      const [table = '', ...json] = row.split(' ')
      const { id } = JSON.parse(json.join(' '))
      if (typeof id === 'string') found[table] = [...(found[table] ?? []), id]
    }
    return found
  }

  /** The same rows in a workspace, by the same ids, say something else than elsewhere. */
  async sayOtherwise(workspaceId: string): Promise<void> {
    const { db } = this.#handle
    for (const { name: table, columns } of await db.introspection.getTables()) {
      if (!workspaceTables.includes(table)) continue
      for (const { name } of columns) {
        const column = sql.ref(name)
        const other = said.has(name)
          ? sql`'twin ' || ${column}`
          : /(?<!^is)_(?:at|on)$/.test(name)
            ? sql`replace(${column}, '2026-', '2025-')`
            : null
        if (other !== null)
          await sql`update ${sql.table(table)} set ${column} = ${other}
            where workspace_id = ${workspaceId} and ${column} <> ''`.execute(db)
      }
      if (columns.some(({ name }) => name === 'written_by'))
        await sql`update ${sql.table(table)} set written_by = 'UTWIN'
          where workspace_id = ${workspaceId}`.execute(db)
    }
  }

  close(): Promise<void> {
    return this.#handle.db.destroy()
  }
}

/** What differs, a few rows of it. */
export const differing = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const [was, is] = [new Set(before), new Set(after)]
  // Of rows that read alike some may be one more.
  if (before.length !== after.length && was.size === is.size) return ['another number of rows']
  const gone = before.filter((row) => !is.has(row)).map((row) => `- ${row.slice(0, 300)}`)
  return [...gone, ...after.filter((row) => !was.has(row)).map((row) => `+ ${row.slice(0, 300)}`)].slice(0, 6)
}
