import { type Compilable, CompiledQuery } from 'kysely'
import type { Handle } from '../../src/store/dialect.js'

/** How SQLite goes about a query, line by line; reading what was handed in, a list or one value, is no scan. */
export const planIn = async (handle: Handle, query: Compilable): Promise<string[]> => {
  const { sql, parameters } = query.compile()
  const plan = await handle.db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  )
  return plan.rows.map((row) => row.detail).filter((line) => !/json_each|CONSTANT ROW/.test(line))
}

export const scans = (plan: readonly string[]): string[] =>
  plan.filter((line) => line.startsWith('SCAN') && !line.includes('VIRTUAL TABLE'))
