import type { Handle } from '../dialect.js'
import { keyError } from '../open-error.js'
import type { Db } from '../tables.js'
import { inTransaction } from '../transaction.js'

/** Throws an `OpenError` when values may be sealed with a key that is not given. Before anything is written. */
export const checkKeys = async (
  { cipher, where }: Handle,
  db: Db,
  tables: readonly string[],
): Promise<void> => {
  if (!tables.includes('seals')) return
  for (const { key_id: id } of await db.selectFrom('seals').select('key_id').execute())
    if (cipher?.knows(id) !== true) throw keyError(where, id, cipher !== null)
}

/** Notes down that from now on values may be sealed with the newest key. */
export const noteKey = async (handle: Handle, patienceMs: number): Promise<void> => {
  const id = handle.cipher?.newestId ?? null
  if (id === null) return
  await inTransaction(handle, 'write', patienceMs, async (db) => {
    const noted = db.insertInto('seals').values({ key_id: id })
    await noted.onConflict((conflict) => conflict.doNothing()).execute()
    return { value: undefined, keep: true }
  })
}
