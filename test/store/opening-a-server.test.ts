import { createServer } from 'node:net'
import pg from 'pg'
import { expect, inject, it, onTestFinished } from 'vitest'
import { OpenError } from '../../src/store/open-error.js'
import { openStore } from '../../src/store/open-store.js'
import { countingIds, freshDatabase } from '../support/stores.js'

const scope = { workspaceId: 'W1', audience: 'everything' } as const

const refusal = async (url: string): Promise<string> => {
  const error: unknown = await openStore(url, { newId: countingIds(), patienceMs: 300 }).catch(
    (problem) => problem,
  )
  expect(error).toBeInstanceOf(OpenError)
  return error instanceof Error ? error.message : ''
}
const fresh = async () => {
  const database = await freshDatabase('PostgreSQL')
  onTestFinished(() => database.drop())
  return database
}
const asAdministrator = async (url: string, statement: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

it('a server that does not answer is named without its password', async () => {
  const free = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
  const message = await refusal(`postgres://me:hush@127.0.0.1:${free}/bot`)
  expect(message).toMatch(
    new RegExp(`PostgreSQL server at 127.0.0.1:${free}/bot cannot be reached.*DATABASE_URL`),
  )
  expect(message).not.toContain('hush')
})

it('a database that is missing is named, with how to make it', async () => {
  expect(await refusal(`${inject('postgresUrl')}nowhere`)).toMatch(/no database .*\/nowhere.*createdb/)
})

it('a user who may not make tables is told so', async () => {
  const { url } = await fresh()
  const name = new URL(url).pathname.slice(1)
  await asAdministrator(url, `create role guest_${name} login`)
  onTestFinished(
    async () => void (await asAdministrator(`${inject('postgresUrl')}postgres`, `drop role guest_${name}`)),
  )
  const guest = url.replace('postgres@', `guest_${name}@`)
  expect(await refusal(guest)).toMatch(/may not make tables.*Grant/)
})

it('a database that does not store UTF-8 is refused', async () => {
  const { url } = await fresh()
  const name = `${new URL(url).pathname.slice(1)}_ascii`
  const server = `${inject('postgresUrl')}postgres`
  await asAdministrator(server, `create database ${name} encoding 'SQL_ASCII' template template0`)
  onTestFinished(async () => void (await asAdministrator(server, `drop database ${name} with (force)`)))
  expect(await refusal(`${inject('postgresUrl')}${name}`)).toMatch(/SQL_ASCII.*UTF8/)
})

it('tables of another program beside ours do not matter', async () => {
  const database = await fresh()
  await asAdministrator(database.url, 'create table songs (title text)')
  await (await database.open()).ping()
})

it('a connection that is lost is an unavailable store, and the next call has a new one', async () => {
  const database = await fresh()
  const store = await database.open()
  const name = new URL(database.url).pathname.slice(1)
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`
  const reading = store.uow.read(scope, async ({ people }) => {
    await asAdministrator(database.url, cut)
    return people.count()
  })
  await expect(reading).rejects.toMatchObject({ name: 'StoreUnavailable', trouble: 'gone' })
  expect(await store.uow.read(scope, ({ people }) => people.count())).toBe(0)
})

it('a lock that is held too long is a busy store', async () => {
  const database = await fresh()
  const store = await database.open({ patienceMs: 200 })
  const other = new pg.Client({ connectionString: database.url })
  await other.connect()
  await other.query('begin')
  await other.query('lock table places in access exclusive mode')
  await expect(store.uow.read(scope, ({ places }) => places.all())).rejects.toMatchObject({ trouble: 'busy' })
  await other.query('rollback')
  expect(await store.uow.read(scope, ({ places }) => places.all())).toEqual([])
  await other.end()
})
