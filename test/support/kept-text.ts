import { sql } from 'kysely'
import { rawly } from './rawly.js'
import { backupBytesOf, bytesAt } from './traces.js'

const pathOf = (url: string): string | null => (url.startsWith('file:') ? url.slice('file:'.length) : null)

/**
 * All that an engine keeps at an address, in small letters: of a file every byte, log and all; of a server every cell of
 * every row, and what it has noted of columns for its plans. Where rows were removed, a server overwrites their room in
 * its own time (docs/forgetting.md).
 */
export const keptAt = (url: string): Promise<string> => {
  const path = pathOf(url)
  return path === null ? cellsAt(url) : bytesAt(path)
}

/** The same of a backup made now. */
export const keptInBackupOf = (url: string): Promise<string> => {
  const path = pathOf(url)
  return path === null ? cellsAt(url) : backupBytesOf(path)
}

const cellsAt = (url: string): Promise<string> =>
  rawly(url, async ({ db, dialect }) => {
    const found: string[] = []
    for (const table of await dialect.tableNames(db)) {
      const { rows } = await sql<{ row: string }>`
        select ${sql.ref('each')}::text as row from ${sql.table(table)} as ${sql.ref('each')}`.execute(db)
      found.push(...rows.map(({ row }) => row))
    }
    const noted = await sql<{ row: string }>`
      select s::text as row from pg_stats as s where schemaname = current_schema()`.execute(db)
    return [...found, ...noted.rows.map(({ row }) => row)].join('\n').toLowerCase()
  })
