import { sql } from 'kysely'
import type { Handle } from '../dialect.js'
import { OpenError } from '../open-error.js'
import type { Db } from '../tables.js'
import { inTransaction } from '../transaction.js'

/** Stands in a database while another is moved into it, and goes with the last step. Its row says whence. */
export const movingTable = 'personable_moving'
/** What was copied so far. */
export const chunksTable = 'personable_moving_chunks'
/** Stands in a file that was moved away: whereto, and when. */
export const movedTable = 'personable_moved'

/** Rejects with an `OpenError` while another database is moved into this one: it would be worked with half filled. */
export const refuseHalfMoved = (handle: Handle, patienceMs: number): Promise<void> =>
  looking(handle, patienceMs, async (db, names) => {
    if (names.includes(movingTable)) throw halfMoved(handle.where, await fromIn(db))
  })

/** The same, and for a file that was moved away: whoever worked with it still would send everything a second time. */
export const refuseMoved = (handle: Handle, patienceMs: number): Promise<void> =>
  looking(handle, patienceMs, async (db, names) => {
    if (names.includes(movingTable)) throw halfMoved(handle.where, await fromIn(db))
    if (!names.includes(movedTable)) return
    const { rows } = await sql<Moved>`select moved_to, moved_at from ${sql.table(movedTable)}`.execute(db)
    throw movedAway(handle.where, rows[0] ?? { moved_to: 'a server', moved_at: '' })
  })

export type Moved = { readonly moved_to: string; readonly moved_at: string }

const looking = (
  handle: Handle,
  patienceMs: number,
  look: (db: Db, names: readonly string[]) => Promise<void>,
): Promise<void> =>
  inTransaction(handle, 'read', patienceMs, async (db) => ({
    value: await look(db, await handle.dialect.tableNames(db)),
    keep: false,
  }))

const fromIn = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ from_file: string }>`select from_file from ${sql.table(movingTable)}`.execute(
    db,
  )
  return rows[0]?.from_file ?? 'PATH'
}

const halfMoved = (where: string, from: string): OpenError =>
  new OpenError(
    `The database file ${from} is being moved into ${where}, and that is not finished. Run npm run move to its end, or go on with DATABASE_URL=file:${from}. Nothing was changed.`,
  )

const movedAway = (where: string, { moved_to, moved_at }: Moved): OpenError =>
  new OpenError(
    `The database file ${where} was moved to ${moved_to} on ${moved_at.slice(0, 10)}. Put the address of that server into DATABASE_URL. To go on with the file as it was then: npm run move -- --from file:${where} --back. Nothing was changed.`,
  )
