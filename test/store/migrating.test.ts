import { type Kysely, sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect, type Handle } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { type Migrations, migrations } from '../../src/store/migrations/index.js'
import { OpenError } from '../../src/store/open-error.js'
import { engines, freshDatabase } from '../support/stores.js'

const tables = (handle: Handle) => handle.dialect.tableNames(handle.db)

describe.each(engines)('migrating, on %s', (engine) => {
  const fresh = async () => {
    const database = await freshDatabase(engine)
    onTestFinished(() => database.drop())
    const another = (): Handle => {
      const handle = connect(database.url, 5_000)
      onTestFinished(() => handle.db.destroy())
      return handle
    }
    return { handle: another(), another }
  }

  it('a fresh database gets every table, and a second time nothing', async () => {
    const { handle } = await fresh()
    await migrate(handle, 5_000)
    const made = await tables(handle)
    expect(made).toEqual(expect.arrayContaining(['people', 'acts', 'changes', 'posts', 'search_entries']))
    await migrate(handle, 5_000)
    expect(await tables(handle)).toEqual(made)
  })

  it('what fails half way leaves nothing behind, and may be run again', async () => {
    const { handle } = await fresh()
    const failing: Migrations = {
      ...migrations,
      '9000-half': () => async (db: Kysely<unknown>) => {
        await sql`create table half (id integer)`.execute(db)
        throw new Error('half way')
      },
    }
    await expect(migrate(handle, 5_000, failing)).rejects.toThrow('half way')
    expect(await tables(handle)).toEqual([])
    await migrate(handle, 5_000)
    await expect(migrate(handle, 5_000, failing)).rejects.toThrow('half way')
    expect(await tables(handle)).not.toContain('half')
    await migrate(handle, 5_000, {
      ...migrations,
      '9000-half': () => async (db) => void (await sql`create table half (id integer)`.execute(db)),
    })
    expect(await tables(handle)).toContain('half')
  })

  it('several that start at once leave one schema', async () => {
    const { handle, another } = await fresh()
    let times = 0
    const counted: Migrations = {
      ...migrations,
      '9000-counted': () => async (db) => {
        times++
        await sql`create table counted (id integer)`.execute(db)
      },
    }
    await Promise.all([handle, another(), another(), another()].map((each) => migrate(each, 5_000, counted)))
    expect(times).toBe(1)
    expect(await tables(handle)).toContain('counted')
  })

  it('a schema of a later release is left alone', async () => {
    const { handle } = await fresh()
    await migrate(handle, 5_000, { ...migrations, '9999-later': () => async () => {} })
    await expect(migrate(handle, 5_000)).rejects.toThrow(OpenError)
    await expect(migrate(handle, 5_000)).rejects.toThrow(/written by a newer version/)
  })

  it('migrations are only ever added at the end', () => {
    const names = Object.keys(migrations)
    expect(names).toEqual([...names].sort())
    expect(names.every((name, n) => name.startsWith(String(n + 1).padStart(4, '0')))).toBe(true)
  })
})
