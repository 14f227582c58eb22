import type { Instant } from '../../domain/local-time.js'
import { count } from '../codec.js'
import type { Handle } from '../dialect.js'
import { askOn, type Given, KeptQuery } from '../kept-query.js'
import type { Db } from '../tables.js'
import { inTransaction } from '../transaction.js'
import { isOver, waits } from '../waits-until.js'

const chore = 'tidy'
/** Never done: by its mark, each process knows that somebody was forgotten since it last looked. */
const lastOne = 'forgotten last'
/** After a tidying that did not succeed: the disk may be full, which a minute does not change. */
const againMs = 10 * 60_000

/** Notes down that the file has to be tidied; a later wish counts anew, also while an earlier one is carried out. */
export const tidyChore = async (db: Db, mark: string): Promise<void> => {
  await note(db, chore, mark)
  await note(db, lastOne, mark)
}

/** The same after what made nobody's Home look different. */
export const overwriteChore = (db: Db, mark: string): Promise<void> => note(db, chore, mark)

const note = async (db: Db, name: string, mark: string): Promise<void> => {
  await db
    .insertInto('chores')
    .values({ name, mark, not_before: null })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ mark, not_before: null }))
    .execute()
}

/** A workspace that is gone has none. */
export const forgetGaps = async (db: Db, workspaceId: string): Promise<void> => {
  await db.deleteFrom('chores').where('name', '=', gapsIn(workspaceId)).execute()
}

const gapsIn = (workspaceId: string): string => `gaps in the journal of ${workspaceId}`

/** Notes down how far the journal went when steps were taken out of it: from there on nothing may be missing. */
export const noteGaps = async (db: Db, workspaceId: string): Promise<void> => {
  const { last } = await db
    .selectFrom('acts')
    .select((eb) => eb.fn.max('seq').as('last'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  await note(db, gapsIn(workspaceId), String(count(last)))
}

/** Up to which act steps may be missing in the journal, since somebody was forgotten; 0 when none may. */
export const gapsUpTo = async (db: Db, workspaceId: string): Promise<number> => {
  const noted = await db
    .selectFrom('chores')
    .select('mark')
    .where('name', '=', gapsIn(workspaceId))
    .executeTakeFirst()
  // Before it was noted down, the act alone said so.
  const { last } = await db
    .selectFrom('acts')
    .select((eb) => eb.fn.max('seq').as('last'))
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'forget')
    .executeTakeFirstOrThrow()
  return Math.max(count(noted?.mark), count(last))
}

const choreOf = new KeptQuery((db: Db, { name }: Given<{ name: string }>) =>
  db.selectFrom('chores').selectAll().where('name', '=', name),
)

/** Another mark after each forgetting, whichever process it was in; null when nobody ever was. */
export const lastForgetting = (handle: Handle, patienceMs: number): Promise<string | null> =>
  inTransaction(handle, 'alone', patienceMs, async (db) => {
    const [row] = await askOn(db, handle.dialect, choreOf, { name: lastOne })
    return { value: row?.mark ?? null, keep: true }
  })

/**
 * Overwrites what was forgotten in what the engine keeps beside the rows, when that is still to be done: once after
 * each forgetting, whichever process comes first. True when nothing is left to do. Throws what stood in the way.
 */
export const tidy = async (handle: Handle, patienceMs: number, now: Instant): Promise<boolean> => {
  const [wish] = await inTransaction(handle, 'alone', patienceMs, async (db) => ({
    value: await askOn(db, handle.dialect, choreOf, { name: chore }),
    keep: true,
  }))
  if (wish === undefined) return true
  if (waits(wish.not_before, now)) return false
  const write = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    inTransaction(handle, 'write', patienceMs, async (db) => ({ value: await work(db), keep: true }))
  const notBefore = new Date(Date.parse(now) + againMs).toISOString()
  const putOff = () =>
    write(async (db) => {
      const wished = db.updateTable('chores').where('name', '=', chore).where('mark', '=', wish.mark)
      const due = wished.where(isOver('not_before', now))
      return (await due.set({ not_before: notBefore }).returning('name').execute()).length > 0
    })
  // Of several processes one does it: to the others it is put off before it is begun.
  if (handle.dialect.isShared && !(await putOff())) return false
  try {
    await handle.overwriteRemoved()
  } catch (error) {
    await putOff()
    throw error
  }
  // Somebody was forgotten meanwhile: their wish has a mark of its own, and stays.
  const done = await write((db) =>
    db.deleteFrom('chores').where('name', '=', chore).where('mark', '=', wish.mark).execute(),
  )
  return done.some(({ numDeletedRows }) => numDeletedRows > 0n)
}
