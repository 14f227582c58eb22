import { createHash } from 'node:crypto'
import pg from 'pg'
import { movingTable } from './gate.js'
import { serverTrouble, underWay, wrongTo } from './refusals.js'

/** A statement with its values. */
export type Statement = { readonly text: string; readonly values?: readonly unknown[] }

/** Longer than anything takes but an answer that never comes. */
const patienceMs = 15 * 60_000

/** One connection, held from beginning to end; of two moves into one database, one has it. */
export class ServerSession {
  /** Host and database, without a password. */
  readonly where: string
  /** The file is marked as moved already. */
  isMarked = false
  readonly #client: pg.Client

  /** Throws a `MoveRefused` for what is no address of a server. */
  constructor(url: string) {
    if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw wrongTo()
    const { host, pathname } = new URL(url)
    this.where = `${host}${pathname}`
    this.#client = new pg.Client({
      connectionString: url,
      application_name: 'personable move',
      connectionTimeoutMillis: 10_000,
      query_timeout: patienceMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    })
    // A server that goes away must not end the process; the next statement says so.
    this.#client.on('error', () => {})
  }

  async open(): Promise<void> {
    await this.#trying(() => this.#client.connect())
    // What a crash of the server loses of the last moments is lost whole, and copied again; the last step waits for all.
    await this.ask({ text: 'set synchronous_commit = off' })
    await this.ask({ text: 'set statement_timeout = 0' })
    await this.ask({ text: 'set idle_in_transaction_session_timeout = 0' })
    await this.ask({ text: `set lock_timeout = '30s'` })
    const number = createHash('sha256').update(movingTable).digest().readBigInt64BE(0).toString()
    const [lock] = await this.ask<{ mine: boolean }>({
      text: 'select pg_try_advisory_lock($1::bigint) as mine',
      values: [number],
    })
    if (lock?.mine !== true) throw underWay(this.where)
  }

  async ask<T extends object>({ text, values = [] }: Statement): Promise<readonly T[]> {
    return (await this.#trying(() => this.#client.query<T>(text, [...values]))).rows
  }

  /** All of it, or nothing. */
  async atOnce(work: () => Promise<void>): Promise<void> {
    await this.ask({ text: 'begin' })
    try {
      await work()
      await this.ask({ text: 'commit' })
    } catch (error) {
      await this.#client.query('rollback').catch(() => {})
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => {})
  }

  async #trying<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw serverTrouble(this.where, error, this.isMarked)
    }
  }
}
