import { StoreUnavailable } from '../../app/ports.js'
import type { Handle } from '../dialect.js'
import { askOn, KeptQuery } from '../kept-query.js'
import { keyError } from '../open-error.js'
import type { Db } from '../tables.js'
import { inTransaction } from '../transaction.js'

/** Throws an `OpenError` when values may be sealed with a key that is not given. Before anything is written. */
export const checkKeys = async (handle: Handle, db: Db): Promise<void> => {
  const seals = await askOn(db, handle.dialect, allSeals, {})
  refuseUnknown(
    handle,
    seals.map(({ key_id: id }) => id),
  )
}

/** The same of keys by which something was sealed. */
export const refuseUnknown = ({ cipher, where }: Handle, ids: readonly string[]): void => {
  for (const id of ids) if (cipher?.knows(id) !== true) throw keyError(where, id, cipher !== null)
}

/** Notes down that from now on values may be sealed with the newest key. */
export const noteKey = (handle: Handle, patienceMs: number): Promise<void> =>
  inTransaction(handle, 'write', patienceMs, async (db) => {
    await noteKeyIn(handle, db)
    return { value: undefined, keep: true }
  })

/**
 * The same within what is written: `npm run rotate`, run with other settings beside this process, has taken the key off
 * the list when nothing was sealed with it any more. Without any key nothing is written beside what another process has
 * begun to seal: it would stand there plain, and nobody would know. Rejects then; see `Store.stillFits`.
 */
export const noteKeyIn = async (
  { cipher, where, dialect }: Pick<Handle, 'cipher' | 'where' | 'dialect'>,
  db: Db,
): Promise<void> => {
  if (cipher === null) return refuseSealed({ where, dialect }, db)
  const id = cipher.newestId
  if (id === null) return
  const noted = db.selectFrom('seals').select('key_id').where('key_id', '=', id)
  if ((await noted.executeTakeFirst()) !== undefined) return
  const note = db.insertInto('seals').values({ key_id: id })
  await note.onConflict((conflict) => conflict.doNothing()).execute()
}

const allSeals = new KeptQuery((db: Db) => db.selectFrom('seals').select('key_id'))
const anySeal = new KeptQuery((db: Db) => db.selectFrom('seals').select('key_id').limit(1))
const refuseSealed = async ({ where, dialect }: Pick<Handle, 'where' | 'dialect'>, db: Db): Promise<void> => {
  const [sealed] = await askOn(db, dialect, anySeal, {})
  if (sealed === undefined) return
  const cause = keyError(where, sealed.key_id, false)
  // Whoever typed something is told so, and keeps their text.
  throw new StoreUnavailable('gone', cause.message, { cause })
}
