import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { together } from '../../src/domain/together.js'
import { connect } from '../../src/store/dialect.js'
import { inTransaction } from '../../src/store/transaction.js'
import { aNetworkTo } from '../support/silent-network.js'
import { freshDatabase } from '../support/stores.js'

/** A connection or two over a network that can be disturbed, and statements that are not waited for long. */
const aServer = async (connections = 1) => {
  const database = await freshDatabase('PostgreSQL')
  onTestFinished(() => database.drop())
  const network = await aNetworkTo(database.url)
  const handle = connect(network.url, 300, null, 'write', { connections, statementMs: 200 })
  onTestFinished(() => handle.db.destroy())
  /** In one transaction; without waiting for each other. */
  const asks = (...statements: readonly string[]) =>
    inTransaction(handle, 'read', 300, async (db) => {
      const ask = (statement: string) => handle.dialect.ask<unknown>(db, CompiledQuery.raw(statement))
      const rows = await together(Object.fromEntries(statements.map((each) => [each, ask(each)])))
      return { value: Object.values(rows).flat(), keep: true }
    })
  return { network, handle, asks }
}

/** What is said to the driver and what it answers, in that order. */
const listening = (): readonly string[] => {
  const heard: string[] = []
  const { query } = pg.Client.prototype
  Reflect.set(pg.Client.prototype, 'query', async function (this: pg.Client, ...given: unknown[]) {
    const text = String(Reflect.get(Object(given[0]), 'text'))
    heard.push(`${text}?`)
    const answer: unknown = await Reflect.apply(query, this, given)
    heard.push(`${text}.`)
    return answer
  })
  onTestFinished(() => void Reflect.set(pg.Client.prototype, 'query', query))
  return heard
}

const begin = 'begin isolation level repeatable read, read only'

it('what is read goes out as it is asked, with the beginning; the end comes after the answers', async () => {
  const heard = listening()
  const { asks } = await aServer()
  await asks('select 1 as n')
  const before = heard.length
  expect(await asks('select 1 as n', 'select 2 as n')).toEqual([{ n: 1 }, { n: 2 }])
  const asked = [begin, 'select 1 as n', 'select 2 as n']
  const both = [...asked.map((text) => `${text}?`), ...asked.map((text) => `${text}.`)]
  expect(heard.slice(before)).toEqual([...both, 'commit?', 'commit.'])
})

it('all of it is of one moment, and nothing can be written in it', async () => {
  const { asks } = await aServer()
  const [shown] = await asks(`select current_setting('transaction_isolation') as isolation`)
  expect(shown).toEqual({ isolation: 'repeatable read' })
  await expect(asks('select 1', 'create table t (n int)')).rejects.toMatchObject({ trouble: 'read-only' })
})

it('what fails is told by what failed first, and the connection is good for the next', async () => {
  const { asks, network } = await aServer()
  await expect(asks('select 1', 'select 1 / 0', 'select nothing')).rejects.toMatchObject({ code: '22012' })
  await asks('select 1')
  expect(network.calls()).toBe(1)
})

it('a statement that takes too long is a busy store, whatever was asked behind it', async () => {
  const { asks, network } = await aServer()
  await expect(asks('select pg_sleep(20)', 'select 1')).rejects.toMatchObject({ trouble: 'busy' })
  await asks('select 1')
  expect(network.calls()).toBe(1)
})

it('each has its time, however long those before it took', async () => {
  const { asks, network } = await aServer()
  const slow = [1, 2, 3, 4].map((n) => `select ${n} as n from pg_sleep(0.15)`)
  expect(await asks(...slow)).toHaveLength(slow.length)
  expect(network.calls()).toBe(1)
})

it('a network that swallows everything holds up all of it once, and the next call has a new connection', async () => {
  const { asks, network } = await aServer(2)
  await Promise.all([asks('select pg_sleep(0.05)'), asks('select pg_sleep(0.05)')])
  network.becomes('silent')
  await expect(asks('select 1', 'select 2', 'select 3')).rejects.toMatchObject({ trouble: 'gone' })
  network.becomes('fair')
  expect(await asks('select 4 as n')).toEqual([{ n: 4 }])
  expect(network.calls()).toBe(3)
})

it('what failed is told, though what failed behind it is heard of first', async () => {
  const { handle } = await aServer()
  const failing = inTransaction(handle, 'read', 300, async (db) => {
    const ask = (statement: string) => handle.dialect.ask<unknown>(db, CompiledQuery.raw(statement))
    const deep = async (): Promise<unknown> => (async () => (async () => await ask('select 1 / 0'))())()
    return { value: await together({ deep: deep(), flat: ask('select 1') }), keep: true }
  })
  await expect(failing).rejects.toThrow('division by zero')
})
