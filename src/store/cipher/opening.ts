import type { Database as SQLiteFile } from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'
import type pg from 'pg'
import { type Cipher, type Place, SealError, sealMark } from './cipher.js'

/**
 * Opens on the way out, whichever store reads and however its query is written: the engine itself says of which column of
 * which table a value is. A value is opened for a query alone that names its workspace, or reads it beside it.
 */
type Row = Record<string, unknown>
type PlaceOf = (name: string) => Place | undefined

const isSealed = (value: unknown): value is string => typeof value === 'string' && value.startsWith(sealMark)
const hasSealed = (rows: readonly unknown[]): rows is readonly Row[] =>
  rows.some((row) => typeof row === 'object' && row !== null && Object.values(row).some(isSealed))

const openRows = (
  cipher: Cipher,
  rows: readonly Row[],
  parameters: readonly unknown[],
  placeOf: PlaceOf,
): void => {
  for (const row of rows)
    for (const [name, value] of Object.entries(row)) {
      if (!isSealed(value)) continue
      const place = placeOf(name)
      if (place === undefined)
        throw new SealError(`What a query calls ${name} is worked out of a sealed column`)
      row[name] = cipher.open(place, value, (id) => row.workspace_id === id || parameters.includes(id))
    }
}

/** A file whose rows come out opened. */
export const openingFile = (file: SQLiteFile, cipher: Cipher): SqliteDatabase => ({
  close: () => void file.close(),
  prepare: (source) => {
    const statement = file.prepare(source)
    const placeOf: PlaceOf = (name) => {
      const from = statement.columns().findLast((column) => column.name === name)
      return from?.table && from.column ? `${from.table}.${from.column}` : undefined
    }
    return {
      reader: statement.reader,
      all: (parameters) => {
        const rows: unknown[] = statement.all(...parameters)
        if (hasSealed(rows)) openRows(cipher, rows, parameters, placeOf)
        return rows
      },
      run: (parameters) => statement.run(...parameters),
      iterate: () => {
        throw new Error('Rows are read at once')
      },
    }
  },
})

/** The same for every connection of a pool. */
export const openingPool = (pool: pg.Pool, cipher: Cipher): void => {
  const places = new Map<string, Place>()
  pool.on('connect', (client) => {
    const query = client.query.bind(client)
    const known = async (fields: readonly pg.FieldDef[]): Promise<void> => {
      const tables = fields.map(({ tableID }) => tableID).filter((id) => id > 0 && !places.has(`${id}`))
      if (tables.length === 0) return
      const { rows } = await query<{ table: number; nth: number; place: Place }>(
        `select c.oid as "table", a.attnum as nth, c.relname || '.' || a.attname as place
          from pg_class as c join pg_attribute as a on a.attrelid = c.oid where c.oid = any($1)`,
        [tables],
      )
      for (const { table, nth, place } of rows) places.set(`${table}`, place).set(`${table} ${nth}`, place)
    }
    const opening = async (source: string, parameters: unknown[]): Promise<pg.QueryResult> => {
      const result = await query(source, parameters)
      if (!hasSealed(result.rows)) return result
      await known(result.fields)
      openRows(cipher, result.rows, parameters, (name) => {
        const from = result.fields.findLast((field) => field.name === name)
        return from && places.get(`${from.tableID} ${from.columnID}`)
      })
      return result
    }
    Object.assign(client, { query: opening })
  })
}
