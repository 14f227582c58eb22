import type { ActingStores, KeepingStores, Stores } from '../../../../src/app/ports.js'
import type { Given } from './given.js'

/** Those members of a store that can be called. */
type Called<S> = {
  readonly [M in keyof S as S[M] extends (...given: never[]) => Promise<unknown> ? M : never]: S[M]
}

/** A row for each method of a store: how it is asked. */
export type Rows<S, Known = unknown> = {
  readonly [M in Exclude<keyof Called<S>, keyof Known>]: (store: S, given: Given) => Promise<unknown>
}
/** Of stores that can do more than those which read: what is more. */
type More<All> = {
  readonly [N in keyof All as Exclude<
    keyof Called<All[N]>,
    N extends keyof Stores ? keyof Stores[N] : never
  > extends never
    ? never
    : N]: Rows<All[N], N extends keyof Stores ? Stores[N] : unknown>
}

/** A port or a method that is added does not compile until it has its row. */
export type Reading = { readonly [N in keyof Stores]: Rows<Stores[N]> }
export type Acting = More<ActingStores>
export type Keeping = More<KeepingStores>

export type Table = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** The names of all rows, as `people.get`. */
export const namesIn = (table: Table): string[] =>
  Object.entries(table).flatMap(([store, rows]) => Object.keys(rows).map((method) => `${store}.${method}`))

/** Asks the method that a name means, of the stores that are at hand. */
export const askedBy = (table: Table, name: string) => {
  const [store = '', method = ''] = name.split('.')
  const row = table[store]?.[method]
  if (typeof row !== 'function') throw new Error(`no row for ${name}`)
  return async (stores: object, given: Given): Promise<unknown> => row(Reflect.get(stores, store), given)
}
