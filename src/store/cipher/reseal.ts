import { type SqlBool, sql } from 'kysely'
import { updateCells } from '../cells.js'
import type { Cell, Cells } from '../codec.js'
import type { Dialect, Handle } from '../dialect.js'
import { indexRow } from '../search-index.js'
import type { Db } from '../tables.js'
import { inTransaction, type Verdict } from '../transaction.js'
import { sealMark } from './cipher.js'
import { sealedTables } from './sealed-columns.js'

/** Rows of a table that go in one transaction, beside which others have their turn. */
const atOnce = 200

/**
 * Seals with the newest key whatever is plain or is sealed with another, and indexes its words anew; without a newest key
 * it opens what is sealed. A batch is a transaction: cut short, it goes on where it was.
 */
export const reseal = async (handle: Handle, patienceMs: number): Promise<Resealed> => {
  const { dialect, cipher } = handle
  const newestId = cipher?.newestId ?? null
  const write = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    inTransaction(
      handle,
      'write',
      patienceMs,
      async (db): Promise<Verdict<T>> => ({
        value: await work(db),
        keep: true,
      }),
    )
  const once = async (): Promise<number> => {
    let rows = 0
    for (const [table, { key, columns }] of Object.entries(sealedTables))
      for (const workspaceId of await write((db) => workspacesIn(db, table)))
        for (let after: Cells | null = null; ; ) {
          const query: Query = { table, key, columns, workspaceId, newestId, after }
          const page: readonly Cells[] = await write((db) => resealPage(db, dialect, query))
          rows += page.length
          after = page.at(-1) ?? null
          if (page.length < atOnce) break
        }
    return rows
  }
  let rows = await once()
  // What was written meanwhile by a process that was stopped since; one that goes on has to be stopped first.
  const late = await once()
  let isWhole = late === 0 || (await once()) === 0
  rows += late
  if (isWhole) {
    await write(async (db) => {
      const past = db.deleteFrom('seals')
      await (newestId === null ? past : past.where('key_id', '<>', newestId)).execute()
    })
    // What was being written as they were taken off the list. Whoever writes with one of them later puts it back.
    rows += await once()
    const left = await write((db) => db.selectFrom('seals').select('key_id').execute())
    isWhole = left.every(({ key_id: id }) => id === newestId)
  }
  // Somebody may hold on to the file, or the disk be full: what was plain may still stand between the rows.
  const isTidy = await handle.overwriteRemoved().then(
    () => true,
    () => false,
  )
  return { rows, isWhole, isTidy }
}

/** How many rows changed, whether none is left, and whether the engine keeps nothing any more of how they were. */
export type Resealed = { readonly rows: number; readonly isWhole: boolean; readonly isTidy: boolean }

type Query = {
  readonly table: string
  readonly key: readonly string[]
  readonly columns: readonly string[]
  readonly workspaceId: string
  readonly newestId: string | null
  /** The row behind which to go on. */
  readonly after: Cells | null
}

const workspacesIn = async (db: Db, table: string): Promise<readonly string[]> => {
  const found = await sql<{ workspace_id: string }>`
    select distinct workspace_id from ${sql.table(table)} order by workspace_id`.execute(db)
  return found.rows.map((row) => row.workspace_id)
}

/** Rows come out opened, and go in sealed with the newest key. */
const resealPage = async (db: Db, dialect: Dialect, query: Query): Promise<readonly Cells[]> => {
  const { table, key, columns, workspaceId, after } = query
  // Whoever else writes these rows waits their turn by the same name.
  await dialect.lock(db, `acts of ${workspaceId}`)
  const keys = sql.join(key.map((column) => sql.ref(column)))
  const behind = after === null ? sql`` : sql`and (${keys}) > (${sql.join(key.map((name) => after[name]))})`
  const { rows } = await sql<Record<string, Cell>>`select * from ${sql.table(table)}
    where workspace_id = ${workspaceId} ${behind} and (${sql.join(columns.map(isToDo(query)), sql` or `)})
    order by ${keys} limit ${sql.lit(atOnce)}`.execute(db)
  for (const row of rows) {
    const some = (names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
    await updateCells(db, table, { workspaceId, key: some(key) }, some(columns))
    const { workspace_id: _, ...cells } = row
    await indexRow(db, dialect.search, workspaceId, table, String(row.id), cells)
  }
  return rows
}

const isToDo =
  ({ newestId }: Query) =>
  (column: string) => {
    // Written as it is: as a value it would lose its mark on the way.
    const beginsWith = (text: string) =>
      sql<SqlBool>`substr(${sql.ref(column)}, 1, ${sql.lit(text.length)}) = ${sql.raw(`'${text}'`)}`
    if (newestId === null) return beginsWith(sealMark)
    return sql<SqlBool>`(${sql.ref(column)} <> '' and not ${beginsWith(`${sealMark}${newestId}:`)})`
  }
