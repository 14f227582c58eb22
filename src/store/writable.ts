import type { Writing } from '../app/ports.js'
import type { Codec } from './codec.js'
import type { Recorder } from './recorder.js'
import type { JournalledTable } from './tables.js'

/**
 * A store whose rows can be written too, journalled. `asWritten` is the bound reading of a row as it is kept: what the
 * asker cannot see cannot be changed either, and a caller who tries has made a mistake.
 */
export const writable = <
  T extends { readonly id: string },
  Table extends JournalledTable,
  S extends { get(id: string): Promise<T | null> },
>(
  recorder: Recorder,
  codec: Codec<T, Table>,
  store: S,
  asWritten = (id: string): Promise<T | null> => store.get(id),
): S & Writing<T> => {
  const seen = async (id: string): Promise<T> => {
    const thing = await asWritten(id)
    if (thing === null) throw new Error(`no row ${id} in ${codec.table} that may be changed`)
    return thing
  }
  const written: Writing<T> = {
    add: (...rows) =>
      recorder.add(
        codec.table,
        rows.map((row) => ({ id: row.id, cells: codec.encode(row) })),
      ),
    change: async (id, patch) =>
      recorder.change(codec.table, id, codec.encode({ ...(await seen(id)), ...patch })),
    remove: async (id) => {
      await seen(id)
      await recorder.remove(codec.table, id)
    },
  }
  return Object.assign(store, written)
}
