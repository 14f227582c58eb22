import { type Kysely, sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect, type Handle } from '../../src/store/dialect.js'
import { migrate } from '../../src/store/migrate.js'
import { type Migrations, migrations } from '../../src/store/migrations/index.js'
import { OpenError } from '../../src/store/open-error.js'
import { engines, freshDatabase } from '../support/stores.js'

const tables = (handle: Handle) => handle.dialect.tableNames(handle.db)

describe.each(engines)('migrating, on %s', (engine) => {
  /** `damaged`: rows are put there past everything that keeps them in step. */
  const fresh = async (as?: 'damaged') => {
    const database = await freshDatabase(engine)
    onTestFinished(() => database.drop(as))
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

  it('what was told before is kept apart by its occasion, and stays told', async () => {
    const { handle } = await fresh()
    const isBefore = ([name]: readonly [string, unknown]) => name < '0012'
    await migrate(handle, 5_000, Object.fromEntries(Object.entries(migrations).filter(isBefore)))
    const { db } = handle
    await sql`insert into posts (workspace_id, id, place, kind, on_day, planned_at, state, attempts, looks, version,
      shown_version) values ('T1', 'p', 'channel:C1', 'digest', '2026-11-24', '', 'sent', 1, 0, 0, 0)`.execute(
      db,
    )
    await sql`insert into nudges (workspace_id, id, person_id, post_id, on_day, reasons, times, planned_seq, moot)
      values ('T1', 'n', 'frank', 'p', '2026-11-24', '[]', 1, 1, 0)`.execute(db)
    for (const [kind, nth, occasion] of [
      ['promise', 0, 'c1@2026-11-24'],
      ['promise', 1, 'c2@2026-11-24'],
      ['left', 0, 'w1'],
      ['left', 1, 'w2'],
    ])
      await sql`insert into nudge_reasons (workspace_id, place, person_id, on_day, kind, nth, occasion, nudge_id)
        values ('T1', 'channel:C1', 'frank', '2026-11-24', ${kind}, ${nth}, ${occasion}, 'n')`.execute(db)
    await migrate(handle, 5_000)
    const told = await sql<{ kind: string; apart: string; occasion: string; nudge_id: string }>`
      select kind, apart, occasion, nudge_id from nudge_reasons order by occasion`.execute(db)
    expect(told.rows.map((row) => Object.values(row))).toEqual([
      ['promise', 'c1@2026-11-24', 'c1@2026-11-24', 'n'],
      ['promise', 'c2@2026-11-24', 'c2@2026-11-24', 'n'],
      ['left', '0', 'w1', 'n'],
      ['left', '1', 'w2', 'n'],
    ])
  })

  it('a schema of a later release is left alone', async () => {
    const { handle } = await fresh()
    await migrate(handle, 5_000, { ...migrations, '9999-later': () => async () => {} })
    await expect(migrate(handle, 5_000)).rejects.toThrow(OpenError)
    await expect(migrate(handle, 5_000)).rejects.toThrow(/written by a newer version/)
  })

  it('how somebody liked to be reached before is found by its words', async () => {
    const { handle } = await fresh('damaged')
    const { db, dialect } = handle
    const before = Object.entries(migrations).filter(([name]) => name < '0011')
    await migrate(handle, 5_000, Object.fromEntries(before))
    const person = (id: string, prefers: string | null) => sql`insert into people
      (workspace_id, id, name, home, written_by, introduced_at, introduced_on, owner_id, rhythm, prefers, offstage,
      addresses, act_seq) values ('T1', ${id}, ${id}, 'channel:C1', 'U1', '2026-11-20T09:00:00.000Z',
      '2026-11-20', 'U1', '"never"', ${prefers}, 0, '[]', 1)`
    await person('frank', 'carrier pigeon').execute(db)
    await person('susan', null).execute(db)
    await migrate(handle, 5_000)
    const found = await sql<{ source: string; entry_id: string }>`
      select q.source, q.entry_id from (${dialect.search.hits('T1', [['pigeon']])}) as q`.execute(db)
    expect(found.rows).toEqual([{ source: 'prefers', entry_id: 'frank' }])
  })

  it('migrations are only ever added at the end', () => {
    const names = Object.keys(migrations)
    expect(names).toEqual([...names].sort())
    expect(names.every((name, n) => name.startsWith(String(n + 1).padStart(4, '0')))).toBe(true)
  })
})
