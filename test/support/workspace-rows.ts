import { sql } from 'kysely'
import type { Handle } from '../../src/store/dialect.js'
import type { SearchDialect } from '../../src/store/search-dialect.js'
import type { Db } from '../../src/store/tables.js'
import { workspaceTables } from '../../src/store/tables-in-order.js'
import { rawly, rawlyUnchecked } from './rawly.js'

/** Every table that has a workspace in each row, with its columns: as the database says, not as our lists do. */
const tablesIn = async ({ db }: Pick<Handle, 'db'>) =>
  (await db.introspection.getTables()).filter(({ columns }) =>
    columns.some(({ name }) => name === 'workspace_id'),
  )

/** All that a database has of a workspace, row by row, as it lies there; chores that name it too. */
export const rowsOfWorkspace = (url: string, workspaceId: string): Promise<readonly string[]> =>
  rawly(url, async (handle) => {
    const found: string[] = []
    for (const { name } of await tablesIn(handle)) {
      const { rows } =
        await sql`select * from ${sql.table(name)} where workspace_id = ${workspaceId}`.execute(handle.db)
      found.push(...rows.map((row) => `${name} ${JSON.stringify(row)}`))
    }
    const chores = await handle.db.selectFrom('chores').selectAll().execute()
    const named = chores.filter(({ name }) => name.split(' ').includes(workspaceId))
    return [...found, ...named.map((row) => `chores ${JSON.stringify(row)}`)].sort()
  })

/** The tables that hold rows of workspaces in which this one has none. */
export const tablesWithout = (url: string, workspaceId: string): Promise<readonly string[]> =>
  rawly(url, async (handle) => {
    const without: string[] = []
    for (const { name } of await tablesIn(handle)) {
      const { rows } = await sql`select 1 as one from ${sql.table(name)}
        where workspace_id = ${workspaceId} limit 1`.execute(handle.db)
      if (rows.length === 0) without.push(name)
    }
    return without
  })

/** Puts some row into whichever table of workspaces has none of this one yet. */
export const fillTheRest = async (url: string, workspaceId: string): Promise<void> => {
  const empty = (await tablesWithout(url, workspaceId)).filter((name) => workspaceTables.includes(name))
  await rawly(url, async (handle) => {
    const tables = (await tablesIn(handle)).filter(({ name }) => empty.includes(name))
    for (const { name, columns } of tables) {
      const cells = columns.map((column) => {
        if (column.name === 'workspace_id') return workspaceId
        return /int/i.test(column.dataType) ? 0 : `some ${column.name}`
      })
      await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.id(column.name)))})
        values (${sql.join(cells)})`.execute(handle.db)
    }
  })
}

/** Gives every row of a workspace to another one; answers all their ids. */
export const giveAllTo = (url: string, workspaceId: string, otherId: string): Promise<readonly string[]> =>
  rawlyUnchecked(url, async ({ db, dialect }) => {
    const ids: string[] = []
    for (const { name, columns } of await tablesIn({ db })) {
      const theirs = sql`where workspace_id = ${workspaceId}`
      if (columns.some((column) => column.name === 'id')) {
        const { rows } = await sql<{ id: unknown }>`select id from ${sql.table(name)} ${theirs}`.execute(db)
        ids.push(...rows.map(({ id }) => String(id)))
      }
      if (name === 'search_entries') await giveWords(db, dialect.search, workspaceId, otherId)
      await sql`update ${sql.table(name)} set workspace_id = ${otherId} ${theirs}`.execute(db)
    }
    return [...new Set(ids)]
  })

/** On a server a word stands in the index with its workspace before it. */
const giveWords = async (db: Db, search: SearchDialect, workspaceId: string, otherId: string) => {
  const { rows } = await sql<{ source: string; id: string; written: string }>`
    select source, entry_id as id, ${search.written} as written from search_entries
    where workspace_id = ${workspaceId}`.execute(db)
  for (const { source, id, written } of rows) {
    const words = search.indexed(otherId, search.wordsIn(workspaceId, written))
    await sql`update search_entries set words = ${words}
      where workspace_id = ${workspaceId} and source = ${source} and entry_id = ${id}`.execute(db)
  }
}
