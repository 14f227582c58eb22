import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { connect } from '../../src/store/dialect.js'
import { inTransaction } from '../../src/store/transaction.js'
import { aNetworkTo } from '../support/silent-network.js'
import { freshDatabase } from '../support/stores.js'

const fresh = async () => {
  const database = await freshDatabase('PostgreSQL')
  onTestFinished(() => database.drop())
  return database
}

/** A few connections over a network that can be disturbed, and statements that are not waited for long. */
const overANetwork = async (connections = 2, statementMs = 200) => {
  const { url } = await fresh()
  const network = await aNetworkTo(url)
  const handle = connect(network.url, 300, null, 'write', { connections, statementMs })
  onTestFinished(() => handle.db.destroy())
  const asks = (what = sql`select 1`) =>
    inTransaction(handle, 'read', 300, async (db) => ({ value: await what.execute(db), keep: true }))
  return { network, handle, asks }
}

it('every connection has its limits from the first moment on; work that takes long has none for its statements', async () => {
  const { handle } = await overANetwork()
  const limitsOf = async ({ db }: typeof handle) => {
    const found = await sql<{ name: string; setting: string }>`select name, setting from pg_settings
      where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`.execute(db)
    return Object.fromEntries(found.rows.map(({ name, setting }) => [name, Number(setting)]))
  }
  expect(await limitsOf(handle)).toEqual({
    statement_timeout: 200,
    lock_timeout: 300,
    idle_in_transaction_session_timeout: 60_000,
  })
  onTestFinished(() => handle.unhurried.db.destroy())
  expect(await limitsOf(handle.unhurried)).toEqual({
    statement_timeout: 0,
    lock_timeout: 300,
    idle_in_transaction_session_timeout: 600_000,
  })
})

it('a statement that takes too long is a busy store, and its connection is good for the next one', async () => {
  const { asks, network } = await overANetwork(1)
  await expect(asks(sql`select pg_sleep(20)`)).rejects.toMatchObject({ trouble: 'busy' })
  await asks()
  expect(network.calls()).toBe(1)
})

it('a network that swallows everything holds up one statement for its time, and no connection for good', async () => {
  const { network, asks } = await overANetwork()
  await Promise.all([asks(sql`select pg_sleep(0.05)`), asks(sql`select pg_sleep(0.05)`)])
  network.becomes('silent')
  await expect(asks()).rejects.toMatchObject({ name: 'StoreUnavailable', trouble: 'gone' })
  network.becomes('fair')
  // The other one, which rested meanwhile, led over the same network: it is not asked again.
  const before = network.calls()
  await asks()
  expect(network.calls()).toBe(before + 1)
  await Promise.all([asks(sql`select pg_sleep(0.05)`), asks(sql`select pg_sleep(0.05)`)])
})

it('a server that hangs up on every call keeps no place in the pool: when it listens again, all of them are there', async () => {
  const { network, asks } = await overANetwork(2)
  network.becomes('cut')
  for (let tries = 0; tries < 6; tries++) await expect(asks()).rejects.toMatchObject({ trouble: 'gone' })
  network.becomes('fair')
  await Promise.all([asks(sql`select pg_sleep(0.05)`), asks(sql`select pg_sleep(0.05)`)])
})

it('connections that are all in use for too long are a busy store, which is not out of reach', async () => {
  const { asks } = await overANetwork(1, 5_000)
  const slow = asks(sql`select pg_sleep(1)`)
  await expect(asks()).rejects.toMatchObject({ trouble: 'busy' })
  await slow
})
