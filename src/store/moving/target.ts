import { cipherFor, type Encryption } from '../cipher/cipher.js'
import { connect } from '../dialect.js'
import { migrate } from '../migrate.js'
import { newerError } from '../open-error.js'
import { chunksTable, movingTable } from './gate.js'
import { followKeys, type MovedTable } from './moved-tables.js'
import { notEmpty, otherMove, othersTables } from './refusals.js'
import type { ServerSession } from './server-session.js'

/** What is moved, as the file has it. */
export type Moving = {
  readonly from: string
  readonly schema: readonly string[]
  readonly tables: readonly MovedTable[]
}

type MovingRow = { from_file: string; schema: string; tables: string; keys: string | null }
type Key = { table: string; name: string; definition: string }

const migrations = 'personable_migrations'
const ours = [migrations, 'personable_migration_lock', ...followKeys]
const quoted = (name: string): string => `"${name}"`

/** Whether a move of this file into it has begun, and is not finished. Throws for one of another file. */
export const isMovingInto = async (server: ServerSession, from: string): Promise<boolean> => {
  const row = await movingRow(server)
  if (row !== null && row.from_file !== from) throw otherMove(server.where, row.from_file)
  return row !== null
}

/**
 * Makes a database ready to be moved into: empty, with our tables, and closed to bots. One that a move of this file has
 * filled in part is left as it is, or begun anew when the tables are others by now.
 */
export const prepare = async (
  server: ServerSession,
  { url, encryption }: { readonly url: string; readonly encryption: Encryption },
  moving: Moving,
): Promise<void> => {
  const begun = await movingRow(server)
  const schema = JSON.stringify(moving.schema)
  if (begun !== null && begun.schema !== schema) await dropAll(server, JSON.parse(begun.tables))
  if (begun === null) await refuseUnlessEmpty(server, moving)
  if (begun === null || begun.schema !== schema) await noteBegun(server, moving)
  const handle = connect(url, 30_000, cipherFor(encryption)).unhurried
  try {
    await migrate(handle, 30_000)
  } catch (error) {
    throw handle.openError(error)
  } finally {
    await handle.db.destroy().catch(() => {})
  }
  await refuseOtherColumns(server, moving.tables)
  await takeKeysAway(server)
}

const movingRow = async (server: ServerSession): Promise<MovingRow | null> => {
  if (!(await tablesThere(server)).includes(movingTable)) return null
  const [row] = await server.ask<MovingRow>({ text: `select * from ${movingTable}` })
  return row ?? null
}

const tablesThere = async (server: ServerSession): Promise<readonly string[]> => {
  const text = 'select tablename as name from pg_tables where schemaname = current_schema()'
  return (await server.ask<{ name: string }>({ text })).map(({ name }) => name)
}

const refuseUnlessEmpty = async (server: ServerSession, { schema, tables }: Moving): Promise<void> => {
  const there = await tablesThere(server)
  const known = tables.map(({ name }) => name).filter((name) => there.includes(name))
  if (!there.includes(migrations)) {
    const [other] = known
    if (other !== undefined) throw othersTables(server.where, other)
    return
  }
  const done = await server.ask<{ name: string }>({ text: `select name from ${migrations}` })
  if (done.some(({ name }) => !schema.includes(name))) throw newerError(server.where)
  for (const table of known) {
    // What a program makes when it starts belongs to no workspace.
    const text = `select to_jsonb(t)->>'workspace_id' <> '' as is_kept from ${quoted(table)} as t limit 50`
    const rows = await server.ask<{ is_kept: boolean | null }>({ text })
    if (rows.some(({ is_kept }) => is_kept)) throw notEmpty(server.where, table)
  }
}

/** Before our tables are made: from here on no bot starts on it. */
const noteBegun = (server: ServerSession, { from, schema, tables }: Moving): Promise<void> =>
  server.atOnce(async () => {
    await server.ask({
      text: `create table ${movingTable} (from_file text not null, schema text not null, tables text not null, keys text)`,
    })
    await server.ask({
      text: `create table ${chunksTable} (table_name text not null, nth integer not null, after_key text, up_to_key text,
        row_count integer not null, sum text, primary key (table_name, nth))`,
    })
    await server.ask({
      text: `insert into ${movingTable} (from_file, schema, tables) values ($1, $2, $3)`,
      values: [from, JSON.stringify(schema), JSON.stringify(tables.map(({ name }) => name))],
    })
  })

/** All that a move of before has made. */
const dropAll = (server: ServerSession, tables: readonly string[]): Promise<void> =>
  server.atOnce(async () => {
    for (const table of [...tables, ...ours, chunksTable, movingTable])
      await server.ask({ text: `drop table if exists ${quoted(table)} cascade` })
  })

/** Both engines are given the same tables by the same migrations. */
const refuseOtherColumns = async (server: ServerSession, tables: readonly MovedTable[]): Promise<void> => {
  const found = await server.ask<{ said: string }>({
    text: `select table_name || '.' || column_name || ' ' || data_type as said from information_schema.columns
      where table_schema = current_schema()`,
  })
  const there = new Set(found.map(({ said }) => said))
  const wished = tables.flatMap(({ name: table, columns }) =>
    columns.map(({ name, type }) => `${table}.${name} ${type === 'words' ? 'tsvector' : type}`),
  )
  const missing = wished.filter((said) => !there.has(said))
  const known = new Set(tables.map(({ name }) => name))
  const wishes = new Set(wished)
  const more = [...there].filter((said) => known.has(said.split('.')[0] ?? '') && !wishes.has(said))
  if (missing.length + more.length > 0)
    throw new Error(`the tables of both engines differ: ${[...missing, ...more].join(', ')}`)
}

/** Rows come in any order, and some go and come again: what they name is looked at once all are there. */
const takeKeysAway = async (server: ServerSession): Promise<void> => {
  if ((await movingRow(server))?.keys !== null) return
  await server.atOnce(async () => {
    const keys = await server.ask<Key>({
      text: `select t.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
        from pg_constraint as c join pg_class as t on t.oid = c.conrelid
        where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace
          and t.relname = any (array(select json_array_elements_text(tables::json) from ${movingTable}))`,
    })
    for (const { table, name } of keys)
      await server.ask({ text: `alter table ${quoted(table)} drop constraint ${quoted(name)}` })
    await server.ask({ text: `update ${movingTable} set keys = $1`, values: [JSON.stringify(keys)] })
  })
}

/** What the server needs to know to find its way, once most is there. */
export const lookThrough = async (server: ServerSession, tables: readonly MovedTable[]): Promise<void> => {
  for (const { name } of tables) await server.ask({ text: `analyze ${quoted(name)}` })
}

/**
 * The last step: what names what is put in force again, and the database opened to bots. `mark` closes the file to them
 * right before: between the two neither is open, and it can be done again.
 */
export const finish = (server: ServerSession, mark: () => void): Promise<void> =>
  server.atOnce(async () => {
    await server.ask({ text: 'set local synchronous_commit = on' })
    const keys: readonly Key[] = JSON.parse((await movingRow(server))?.keys ?? '[]')
    for (const { table, name, definition } of keys)
      await server.ask({
        text: `alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`,
      })
    await server.ask({ text: `drop table ${chunksTable}, ${movingTable}` })
    mark()
  })
