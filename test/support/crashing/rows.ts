import { existsSync } from 'node:fs'
import pg from 'pg'
import { openStore } from '../../../src/store/open-store.js'
import { inDatabase } from '../process-database.js'

export type Row = Readonly<Record<string, unknown>>
/** Every row of every table, by the name of the table. */
export type Rows = Readonly<Record<string, readonly Row[]>>

/** All that a database holds now, and what the engine itself finds wrong with it. */
export type Found = { readonly rows: Rows; readonly damage: readonly string[] }

export const foundIn = async (url: string): Promise<Found> => {
  const found = url.startsWith('file:') ? inFile(url.slice('file:'.length)) : await onServer(url)
  // Killed before it made its tables, a bot leaves nothing to verify.
  if (found.rows.acts === undefined) return found
  return { ...found, damage: [...found.damage, ...(await findingsIn(url))] }
}

/** What `npm run verify` finds. */
const findingsIn = async (url: string): Promise<string[]> => {
  const store = await openStore(url, { newId: () => '' })
  try {
    const { findings } = await store.verify()
    return findings.map(({ check, table, id, says }) => `verify, ${check}: ${table} ${id ?? ''} ${says}`)
  } finally {
    await store.close()
  }
}

const nothing: Found = { rows: {}, damage: [] }

const inFile = (path: string): Found => {
  if (!existsSync(path)) return nothing
  return inDatabase(path, (file) => {
    const names = file
      .prepare(
        `select name from sqlite_master where type = 'table' and name not like 'search_fts%' order by name`,
      )
      .pluck()
      .all()
    const rows = Object.fromEntries(
      names.map((name) => [String(name), file.prepare(`select * from "${name}"`).all() as Row[]]),
    )
    const integrity = file.prepare('pragma integrity_check').pluck().all().map(String)
    const foreign = file.prepare('pragma foreign_key_check').all()
    // FTS5 compares its index with the table that it indexes.
    const index =
      rows.search_entries === undefined
        ? []
        : ['search_fts', 'search_fts_people'].flatMap((index) =>
            indexFaults(() =>
              file.prepare(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`).run(),
            ),
          )
    return {
      rows,
      damage: [
        ...integrity.filter((line) => line !== 'ok'),
        ...foreign.map((fault) => `foreign key: ${JSON.stringify(fault)}`),
        ...index,
      ],
    }
  })
}

const indexFaults = (check: () => unknown): string[] => {
  try {
    check()
    return []
  } catch (error) {
    return [`search index: ${String(error)}`]
  }
}

const onServer = async (url: string): Promise<Found> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // One moment for all tables: a server may still carry out what a dead client had sent.
    await client.query('begin isolation level repeatable read')
    const tables = await client.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    )
    const rows: Record<string, Row[]> = {}
    for (const { name } of tables.rows) rows[name] = (await client.query(`select * from "${name}"`)).rows
    return { rows, damage: [] }
  } finally {
    await client.end()
  }
}
