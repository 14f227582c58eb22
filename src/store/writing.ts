import type { Writing } from '../app/ports.js'
import type { Codec } from './codec.js'
import type { Recorder } from './recorder.js'
import type { JournalledTable } from './tables.js'

/**
 * Journalled writing of one kind of row. `get` is the bound reading of it: what the asker cannot see cannot be
 * changed either, and a caller who tries has made a mistake.
 */
export const writing = <T extends { readonly id: string }, Table extends JournalledTable>(
  recorder: Recorder,
  codec: Codec<T, Table>,
  get: (id: string) => Promise<T | null>,
): Writing<T> => {
  const seen = async (id: string): Promise<T> => {
    const thing = await get(id)
    if (thing === null) throw new Error(`no row ${id} in ${codec.table} that may be changed`)
    return thing
  }
  return {
    add: (row) => recorder.add(codec.table, row.id, codec.encode(row)),
    change: async (id, patch) =>
      recorder.change(codec.table, id, codec.encode({ ...(await seen(id)), ...patch })),
    remove: async (id) => {
      await seen(id)
      await recorder.remove(codec.table, id)
    },
  }
}
