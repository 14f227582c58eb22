import { setTimeout as pause } from 'node:timers/promises'
import { StoreUnavailable } from '../app/ports.js'
import { together } from '../domain/together.js'
import type { Dialect, Handle } from './dialect.js'
import { passedOn } from './errors.js'
import type { Db } from './tables.js'

/** What a transaction answers, and whether what it wrote is kept. */
export type Verdict<T> = { readonly value: T; readonly keep: boolean }

/** Pauses between attempts on a busy database grow from the first to the longest. */
const firstPauseMs = 5
const longestPauseMs = 200

/** One statement is a transaction by itself: `alone` says neither where it begins nor where it ends. */
export type Mode = 'read' | 'write' | 'alone'

/**
 * One transaction. While another process holds the database it is tried again as a whole, with pauses in which
 * this process does other things; after `patienceMs` it rejects with `StoreUnavailable`. Waiting for a connection
 * counts, so a transaction begun inside another ends in that error and not in a standstill.
 */
export const inTransaction = async <T>(
  handle: Handle,
  mode: Mode,
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
  mode: Mode,
  leftMs: number,
  work: (db: Db) => Promise<Verdict<T>>,
): Promise<T> => {
  let turn: 'waiting' | 'come' | 'over' = 'waiting'
  let timer: NodeJS.Timeout | undefined
  const transaction = db.connection().execute(async (connection) => {
    if (turn === 'over') throw tooLate()
    turn = 'come'
    clearTimeout(timer)
    if (mode === 'alone') return (await work(connection)).value
    return mode === 'read' ? reading(dialect, connection, work) : writing(dialect, connection, work)
  })
  // Its turn may have come before anybody began to wait for it.
  const waiting = new Promise<never>((_, reject) => {
    if (turn !== 'waiting') return
    timer = setTimeout(() => {
      if (turn !== 'waiting') return
      turn = 'over'
      reject(tooLate())
    }, leftMs)
  })
  transaction.catch(() => clearTimeout(timer))
  return Promise.race([transaction, waiting])
}

/** Its beginning is not waited for: were it refused, what was read would be told to nobody. See docs/adr/0038. */
const reading = <T>(dialect: Dialect, db: Db, work: (db: Db) => Promise<Verdict<T>>): Promise<T> =>
  dialect.atOnce(db, () =>
    toItsEnd(dialect, db, async () => {
      const begun = dialect.say(db, dialect.begin.read)
      return (await together({ begun, done: work(db) })).done
    }),
  )

const writing = async <T>(dialect: Dialect, db: Db, work: (db: Db) => Promise<Verdict<T>>): Promise<T> => {
  await dialect.say(db, dialect.begin.write)
  return toItsEnd(dialect, db, () => work(db))
}

const toItsEnd = async <T>(dialect: Dialect, db: Db, work: () => Promise<Verdict<T>>): Promise<T> => {
  try {
    const { value, keep } = await work()
    await dialect.say(db, keep ? 'commit' : 'rollback')
    return value
  } catch (error) {
    // An engine that is in trouble may have rolled back already.
    await dialect.say(db, 'rollback').catch(() => {})
    throw error
  }
}

const tooLate = (): StoreUnavailable => new StoreUnavailable('busy', 'No connection came free in time.')
