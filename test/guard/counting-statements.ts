import SQLite from 'better-sqlite3'
import pg from 'pg'
import { onTestFinished } from 'vitest'

export type Statement = { readonly sql: string; readonly given: readonly unknown[] }

/** What was said to the database of either engine since the last look, in the order in which it was said. */
export type Statements = { readonly sinceLastLook: () => readonly Statement[] }

/** Listens at the drivers themselves, so that nothing gets past; until the test ends. For databases opened from now on. */
export const countingStatements = (): Statements => {
  let said: Statement[] = []
  const { prepare } = SQLite.prototype
  SQLite.prototype.prepare = function (this: SQLite.Database, source: string) {
    const statement = prepare.call(this, source)
    for (const method of ['all', 'run', 'get', 'iterate'] as const) {
      const does: unknown = Reflect.get(statement, method)
      if (typeof does !== 'function') continue
      Reflect.set(statement, method, (...given: unknown[]): unknown => {
        said.push({ sql: source, given: given.flat() })
        return Reflect.apply(does, statement, given)
      })
    }
    return statement
  } as typeof prepare
  const { query } = pg.Client.prototype
  Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...given: unknown[]): unknown {
    const [first] = given
    const text: unknown = typeof first === 'string' ? first : Reflect.get(Object(first), 'text')
    said.push({ sql: String(text), given: [] })
    return Reflect.apply(query, this, given)
  })
  onTestFinished(() => {
    SQLite.prototype.prepare = prepare
    Reflect.set(pg.Client.prototype, 'query', query)
  })
  return {
    sinceLastLook: () => {
      const heard = said
      said = []
      return heard
    },
  }
}
