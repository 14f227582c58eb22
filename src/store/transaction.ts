import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { StoreUnavailable } from '../app/ports.js'
import type { Handle } from './dialect.js'
import { passedOn } from './errors.js'
import type { Db } from './tables.js'

/** What a transaction answers, and whether what it wrote is kept. */
export type Verdict<T> = { readonly value: T; readonly keep: boolean }

/** Pauses between attempts on a busy database grow from the first to the longest. */
const firstPauseMs = 5
const longestPauseMs = 200

/**
 * One transaction. While another process holds the database it is tried again as a whole, with pauses in which
 * this process does other things; after `patienceMs` it rejects with `StoreUnavailable`. Waiting for a connection
 * counts, so a transaction begun inside another ends in that error and not in a standstill.
 */
export const inTransaction = async <T>(
  handle: Handle,
  mode: 'read' | 'write',
  patienceMs: number,
  work: (db: Db) => Promise<Verdict<T>>,
): Promise<T> => patiently(patienceMs, (leftMs) => attempt(handle, mode, leftMs, work))

/** Tries again while the database is busy; trouble of the database rejects as `StoreUnavailable`. */
export const patiently = async <T>(
  patienceMs: number,
  attempt: (leftMs: number) => Promise<T>,
): Promise<T> => {
  const until = performance.now() + patienceMs
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 1.5, longestPauseMs)) {
    const left = until - performance.now()
    try {
      return await attempt(Math.max(left, 0))
    } catch (error) {
      const trouble = passedOn(error)
      const isBusy = trouble instanceof StoreUnavailable && trouble.trouble === 'busy'
      if (!isBusy || left <= pauseMs) throw trouble
      await pause(pauseMs)
    }
  }
}

const attempt = async <T>(
  { db, dialect }: Handle,
  mode: 'read' | 'write',
  leftMs: number,
  work: (db: Db) => Promise<Verdict<T>>,
): Promise<T> => {
  const turn = new AbortController()
  const transaction = db.connection().execute(async (connection) => {
    if (turn.signal.aborted) throw new StoreUnavailable('busy', 'No connection came free in time.')
    turn.abort()
    await sql.raw(dialect.begin[mode]).execute(connection)
    try {
      const { value, keep } = await work(connection)
      await sql.raw(keep ? 'commit' : 'rollback').execute(connection)
      return value
    } catch (error) {
      // An engine that is in trouble may have rolled back already.
      await sql`rollback`.execute(connection).catch(() => {})
      throw error
    }
  })
  const tooLate = pause(leftMs, 'too late' as const, { signal: turn.signal }).catch(() => transaction)
  const first = await Promise.race([transaction, tooLate])
  if (first !== 'too late' || turn.signal.aborted) return transaction
  turn.abort()
  transaction.catch(() => {})
  throw new StoreUnavailable('busy', 'No connection came free in time.')
}
