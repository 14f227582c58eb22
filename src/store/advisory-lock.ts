import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { StoreUnavailable } from '../app/ports.js'
import type { Db } from './tables.js'

/**
 * Locks by name on a server, held until the transaction ends. Of the connections at hand `mostWaiting` may wait for one at
 * a time: whoever would be more gives theirs back, and comes again. So there is always one left for those whose lock is
 * free, however many workspaces other processes are busy with.
 */
export const advisoryLocks = (mostWaiting: number): ((db: Db, name: string) => Promise<void>) => {
  let waiting = 0
  return async (db, name) => {
    const number = createHash('sha256').update(name).digest().readBigInt64BE(0).toString()
    const { rows } = await sql<{ taken: boolean }>`
      select pg_try_advisory_xact_lock(${number}::bigint) as taken`.execute(db)
    if (rows[0]?.taken === true) return
    if (waiting >= mostWaiting) throw new StoreUnavailable('busy', 'Too many wait for others already.')
    waiting++
    try {
      await sql`select pg_advisory_xact_lock(${number}::bigint)`.execute(db)
    } finally {
      waiting--
    }
  }
}
