import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import { cleanString } from './clean-text.js'
import type { Dialect, Rows } from './engine.js'
import { isWrittenOut } from './file-dialect.js'
import type { Db } from './tables.js'

/** What stands in a query in place of a value, which is told when it is asked. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A value that needs nothing done to it any more. */
export class Ready {
  readonly value: unknown
  constructor(value: unknown) {
    this.value = value
  }
}
export type Value = string | number | null | readonly string[] | Ready
export type Values = { readonly [name: string]: Value }
/** The values as they stand in a query that is being written: a slot for each. */
export type Given<V> = { readonly [K in keyof V]: RawBuilder<V[K]> }

/** Kysely's builders, when they are finished. */
type Builder<O> = { compile(): CompiledQuery<O> }
type Written<O> = { readonly query: CompiledQuery<O>; readonly parameters: readonly unknown[] }

/**
 * A statement that answers with rows, put together and compiled once for each database and for each `shape` of it, and asked often. Whatever
 * differs from one time to the next is given in slots: nothing else can be in it, since nothing else is at hand where it is
 * written. A `limit` alone is written out, once for each that is small: engines plan by it (see `FileDialect`). See docs/adr/0031.
 */
export class KeptQuery<C, V extends Values, O> {
  /** Of so many it is asked whether whoever asks may see them. */
  readonly rows: Rows
  readonly #write: (context: C, given: Given<V>, dialect: Dialect) => Builder<O>
  readonly #written = new WeakMap<Dialect, Map<string, Written<O>>>()

  constructor(write: (context: C, given: Given<V>, dialect: Dialect) => Builder<O>, rows: Rows = 'few') {
    this.#write = write
    this.rows = rows
  }

  /** The query with these values in its slots. `context` is what it is written from, where it was not yet. */
  filled(dialect: Dialect, shape: string, context: () => C, values: Values): CompiledQuery<O> {
    const { query, parameters } = this.#in(dialect, shape, context, values)
    return { ...query, parameters: parameters.map((each) => filledIn(dialect, each, values)) }
  }

  #in(dialect: Dialect, scope: string, context: () => C, { limit }: Values): Written<O> {
    const isLimited = isWrittenOut(limit)
    const shape = isLimited ? `${scope} ${limit}` : scope
    const shapes = this.#written.get(dialect) ?? new Map<string, Written<O>>()
    const known = shapes.get(shape)
    if (known !== undefined) return known
    const given = isLimited ? slotsBut('limit', sql.lit(limit)) : slots
    const query = this.#write(context(), given as Given<V>, dialect).compile()
    const written = { query, parameters: query.parameters }
    this.#written.set(dialect, shapes.set(shape, written))
    return written
  }
}

/** The rows of a query that is compiled once, of the connection alone: it names its workspace itself. */
export const askOn = <V extends Values, O>(
  db: Db,
  dialect: Dialect,
  query: KeptQuery<Db, V, O>,
  values: V,
): Promise<O[]> =>
  dialect.ask(
    db,
    query.filled(dialect, 'db', () => db, values),
  )

/** A slot of any name. */
export const slot = <T>(name: string): RawBuilder<T> => sql<T>`${new Slot(name)}`
const slotsBut = (known: string | null, value: RawBuilder<unknown> | null): unknown =>
  new Proxy({}, { get: (_, name) => (name === known ? value : slot(String(name))) })
const slots = slotsBut(null, null)

/** Cleaned as the plugin does it, which sees slots alone. */
const filledIn = (dialect: Dialect, parameter: unknown, values: Values): unknown => {
  if (!(parameter instanceof Slot)) return parameter
  const value = values[parameter.name]
  if (value === undefined) throw new Error(`no value for ${parameter.name}`)
  if (value instanceof Ready) return value.value
  if (typeof value === 'string') return cleanString(value)
  return typeof value === 'object' && value !== null ? dialect.asValue(value) : value
}
