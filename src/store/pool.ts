import { createRequire } from 'node:module'
import type pg from 'pg'

/** How a pool of connections is kept within bounds. */
export type PoolLimits = {
  /** Connections at most. */
  readonly connections: number
  /** How long a lock is waited for, in ms. */
  readonly patienceMs: number
  /** How long one statement may take, in ms; null for work that takes as long as it takes. */
  readonly statementMs: number | null
}

/** Read where there is a server to speak to: whoever keeps a file has no use of it. */
const driver = (): typeof pg => createRequire(import.meta.url)('pg')

/** How long after its own limit the server is waited for to say that a statement took too long. */
const answerMs = 5_000
/** A transaction in which nothing is asked is one whose process hangs; longer work waits for files and people. */
const idleMs = { hurried: 60_000, unhurried: 10 * 60_000 }

/**
 * Connections to a server, made when they are needed and kept. What limits them goes along as each is opened, so that
 * none is ever without it. A server that goes away does not end the process: the next query says so. A network that
 * swallows what is sent holds up one statement for its time, and not the next one too.
 */
export const openPool = (url: string, { connections, patienceMs, statementMs }: PoolLimits): pg.Pool => {
  const isHurried = statementMs !== null
  const answerWithinMs = isHurried ? statementMs + Math.min(answerMs, statementMs) : undefined
  const pool = new (driver().Pool)({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    fallback_application_name: 'personable',
    lock_timeout: Math.max(Math.ceil(patienceMs), 1),
    idle_in_transaction_session_timeout: isHurried ? idleMs.hurried : idleMs.unhurried,
    ...(isHurried
      ? { statement_timeout: statementMs, query_timeout: answerWithinMs }
      : { idleTimeoutMillis: 1_000, allowExitOnIdle: true }),
  })
  const resting = new Set<pg.PoolClient>()
  const hangUpAll = (): void => {
    for (const client of [...resting]) {
      // At an error the pool lets go of one that rests, at once; its goodbye would not arrive either.
      client.emit('error', new Error(silentMessage))
      client.connection.stream.destroy()
    }
  }
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    // Whether the connection rests or not.
    client.on('error', () => {})
    heedFailures(client, answerWithinMs, hangUpAll)
  })
  pool.on('release', (_, client) => resting.add(client))
  pool.on('acquire', (client) => resting.delete(client))
  pool.on('remove', (client) => resting.delete(client))
  return pool
}

/**
 * A connection whose server never answered is of no use, and would go back to the pool with its statement still open;
 * those that rest lead over the same silent network, and would hold up one statement each. Of what stands behind something that
 * failed it tells what that was.
 */
const heedFailures = (
  client: pg.PoolClient,
  answerWithinMs: number | undefined,
  others: () => void,
): void => {
  const query = client.query.bind(client)
  let unanswered = 0
  let failure: unknown
  const asking = async (text: string, values?: unknown[]): Promise<pg.QueryResult> => {
    unanswered++
    try {
      // Behind others it is answered after them, each of which may take its time.
      const within = answerWithinMs === undefined ? {} : { query_timeout: answerWithinMs * unanswered }
      return await query(Object.assign(within, { text, values: values ?? [] }))
    } catch (error) {
      if (error instanceof Error && error.message === silentMessage) {
        // With a statement still open it hangs up, and from now on no pool takes it back.
        client.end().catch(() => {})
        others()
      }
      // They fail in the order in which they were asked, whoever hears of it first.
      if (isOfAborted(error)) throw failure ?? error
      failure = error
      throw error
    } finally {
      unanswered--
    }
  }
  Object.assign(client, { query: asking })
}

/** What stands behind something that failed in a transaction fails with it, and says nothing of why. */
const isOfAborted = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '25P02'

/** What the driver says without a code when `query_timeout` is over. */
const silentMessage = 'Query read timeout'
