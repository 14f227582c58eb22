import { cipherFor, type Encryption } from '../cipher/cipher.js'
import { connect, type Handle } from '../dialect.js'
import { doneIn } from '../migrate.js'
import { mayWorkOn } from '../migrations/floor.js'
import { migrations } from '../migrations/index.js'
import { refuseHalfMoved } from '../moving/gate.js'
import { emptyError, newerError } from '../open-error.js'
import type { Db } from '../tables.js'
import { inTransaction, patiently } from '../transaction.js'
import type { Verified } from './finding.js'
import { verifyEngine, verifyStore } from './verify.js'

/** `isEarlier`: of a schema of before, in which only what the engine itself keeps can be looked at. */
export type VerifiedDatabase = Verified & { readonly where: string; readonly isEarlier: boolean }

/**
 * Looks at a database beside whoever works with it: see `verifyStore`. Makes nothing, migrates nothing, writes nothing.
 * Rejects with an `OpenError` for one that is missing, damaged, or none of ours.
 */
export const verifyDatabase = async (
  url: string,
  encryption: Encryption,
  patienceMs = 10_000,
): Promise<VerifiedDatabase> => {
  const handle = connect(url, patienceMs, cipherFor(encryption), 'read').unhurried
  try {
    await patiently(patienceMs, () => handle.inspect())
    await refuseHalfMoved(handle, patienceMs)
    const isEarlier = await isOfBefore(handle, patienceMs)
    const verified = await (isEarlier ? verifyEngine : verifyStore)(handle, patienceMs)
    return { ...verified, where: handle.where, isEarlier }
  } catch (error) {
    throw handle.openError(error)
  } finally {
    await handle.db.destroy().catch(() => {})
  }
}

const isOfBefore = (handle: Handle, patienceMs: number): Promise<boolean> =>
  inTransaction(handle, 'read', patienceMs, async (db: Db) => {
    const names = Object.keys(migrations)
    const done = await doneIn(handle, db)
    if (done.length === 0) throw emptyError(handle.where)
    if (!mayWorkOn(done, names)) throw newerError(handle.where)
    return { value: !names.every((name) => done.includes(name)), keep: false }
  })
