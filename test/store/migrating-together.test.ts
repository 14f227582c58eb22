import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { cipherFor } from '../../src/store/cipher/cipher.js'
import { connect } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { floorOf, mayWorkOn } from '../../src/store/migrations/floor.js'
import { type Migrations, migrations } from '../../src/store/migrations/index.js'
import { openStore } from '../../src/store/open-store.js'
import { verifyDatabase } from '../../src/store/verifying/verify-database.js'
import { usual } from '../support/sealed.js'
import { countingIds, type EngineName, engines, freshDatabase } from '../support/stores.js'

const fresh = async (engine: EngineName) => {
  const database = await freshDatabase(engine)
  onTestFinished(() => database.drop())
  const handle = connect(database.url, 5_000, cipherFor(usual))
  onTestFinished(async () => {
    await handle.db.destroy()
    if (handle.unhurried !== handle) await handle.unhurried.db.destroy()
  })
  return { database, handle }
}

/** Another process that is changing the schema, until it is let go. */
const anotherMigrates = async (url: string) => {
  const other = connect(url, 5_000)
  let open = (): void => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  let begun = (): void => {}
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const slow: Migrations = {
    ...migrations,
    '9000-fits-0024-slow': () => async (db) => {
      await sql`create table slow (id integer)`.execute(db)
      begun()
      await gate
    },
  }
  const done = migrate(other, 5_000, slow)
  await hasBegun
  return async () => {
    open()
    await done
    await other.db.destroy()
    await other.unhurried.db.destroy()
  }
}

it('a process that starts while another changes the schema says that it waits, and goes on when that is done', async () => {
  const { database } = await fresh('PostgreSQL')
  const letGo = await anotherMigrates(database.url)
  let waits = (): void => {}
  const isWaiting = new Promise<void>((resolve) => {
    waits = resolve
  })
  // It waits for longer than it would for anything else.
  const starting = database.open({ patienceMs: 100, migrating: { onWaiting: waits } })
  await isWaiting
  await letGo()
  await (await starting).ping()
})

it('one that waited in vain names the database, why, and what to do', async () => {
  const { database } = await fresh('PostgreSQL')
  const letGo = await anotherMigrates(database.url)
  onTestFinished(letGo)
  const starting = openStore(database.url, {
    newId: countingIds(),
    patienceMs: 100,
    migrating: { waitMs: 300 },
  })
  await expect(starting).rejects.toMatchObject({
    name: 'OpenError',
    message: expect.stringMatching(/held by another process.*changing its tables.*start again/),
  })
})

it('a process that need not wait does not say so', async () => {
  const { handle } = await fresh('PostgreSQL')
  const said: string[] = []
  await migrate(handle, 5_000, migrations, { onWaiting: () => said.push('waits') })
  await migrate(handle, 5_000, migrations, { onWaiting: () => said.push('waits') })
  expect(said).toEqual([])
})

const newest = Object.keys(migrations).at(-1)?.slice(0, 4)
const fitting: Migrations = {
  ...migrations,
  [`9000-fits-${newest}-later`]: () => async (db) =>
    void (await sql`create table later (id integer)`.execute(db)),
}
const beyond: Migrations = { ...migrations, '9000-later': () => async () => {} }

it.each(engines)(
  'a release that its successor left room for starts again on the new schema, on %s',
  async (engine) => {
    const { database, handle } = await fresh(engine)
    await migrate(handle, 5_000, fitting)
    const store = await database.open()
    await store.uow.keep({ workspaceId: 'T1', audience: 'everything' }, ({ places }) =>
      places.know('channel:C1', null),
    )
    expect(await store.stillFits()).toBe(true)
    expect(await verifyDatabase(database.url, usual)).toMatchObject({ findings: [], isEarlier: false })
  },
)

it.each(engines)(
  'one that it left no room for is refused, and one that runs is told to end, on %s',
  async (engine) => {
    const { database, handle } = await fresh(engine)
    const store = await database.open()
    expect(await store.stillFits()).toBe(true)
    await migrate(handle, 5_000, beyond)
    expect(await store.stillFits()).toBe(false)
    await expect(database.open()).rejects.toThrow(/written by a newer version.*Start that version/)
    // The rest of the test looks at it as this release does.
    await sql`delete from personable_migrations where name = '9000-later'`.execute(handle.db)
  },
)

it('what a program has to know follows from the names', () => {
  expect(floorOf([])).toBe('')
  expect(floorOf(['0001-people', '0030-fits-0027-notes', '0031-fits-0029-news'])).toBe('0029')
  const known = ['0028-a', '0029-b']
  expect(mayWorkOn(['0028-a'], known)).toBe(true)
  expect(mayWorkOn(['0028-a', '0029-b', '0030-fits-0029-c'], known)).toBe(true)
  expect(mayWorkOn(['0028-a', '0029-b', '0030-fits-0027-c', '0031-fits-0030-d'], known)).toBe(false)
  expect(mayWorkOn(['0028-a', '0029-b', '0030-c'], known)).toBe(false)
  // A gap: of another line of releases.
  expect(mayWorkOn(['0028-a', '0028-other'], known)).toBe(false)
})

it('each migration that an earlier program is let work on fits one that is there', () => {
  const names = Object.keys(migrations)
  for (const name of names) {
    const fits = /^\d{4}-fits-(\d{4})-/.exec(name)?.[1]
    if (fits !== undefined) expect(names.some((other) => other.startsWith(fits) && other < name)).toBe(true)
  }
})
