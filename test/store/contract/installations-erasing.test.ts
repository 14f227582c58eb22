import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cipherFor } from '../../../src/store/cipher/cipher.js'
import { connect } from '../../../src/store/dialect.js'
import { createInstallations } from '../../../src/store/installation-store.js'
import type { Store } from '../../../src/store/open-store.js'
import { tablesInOrder, workspaceTables } from '../../../src/store/tables-in-order.js'
import { installed } from '../../support/installing.js'
import { rawly } from '../../support/rawly.js'
import { usual } from '../../support/sealed.js'
import { engines, freshDatabase } from '../../support/stores.js'
import { fillTheRest, rowsOfWorkspace, tablesWithout } from '../../support/workspace-rows.js'
import { fillAsOfThen } from '../schema-fixture.js'
import { wordsEverywhere } from './sealed-drafts.js'
import { ana, at, Workspace } from './workspace.js'

const taken = (eraseAt: string) => ({ at, why: 'app_uninstalled', eraseAt })
const soon = '2026-12-20T15:00:00.000Z'
const before = '2026-12-20T14:59:59.999Z'

describe.each(engines)('erasing a workspace, on %s', (engine) => {
  const fresh = async () => {
    const database = await freshDatabase(engine)
    onTestFinished(() => database.drop())
    return { database, url: database.url, store: await database.open() }
  }
  /** The same people, channels and teammates in every one, by the same ids, and something in every table. */
  const fill = async (store: Store, url: string, workspaceId: string) => {
    await rawly(url, (handle) => fillAsOfThen(handle, workspaceId))
    await wordsEverywhere(new Workspace(store, workspaceId))
    await fillTheRest(url, workspaceId)
    const empty = (await tablesWithout(url, workspaceId)).filter((table) => workspaceTables.includes(table))
    expect(empty).toEqual([])
  }
  const foundIn = (store: Store, workspaceId: string, word: string) =>
    new Workspace(store, workspaceId).readAll(({ search }) =>
      search.entries([word], { limit: 50, offset: 0 }),
    )

  it('takes every row of it, and not a byte of the other one', async () => {
    const { store, url } = await fresh()
    for (const id of ['T1', 'T2']) await fill(store, url, id)
    const theirs = await rowsOfWorkspace(url, 'T2')
    const found = await foundIn(store, 'T2', 'zeppelin')
    expect(found.length).toBeGreaterThan(0)
    await store.installations.fallSilent('T1', taken(soon))

    expect(await store.installations.erase('T1', before)).toBe('kept')
    expect(await store.installations.toErase(before, 9)).toEqual([])
    expect(await store.installations.toErase(soon, 9)).toEqual([{ id: 'T1', by: 'T1' }])
    expect(await store.installations.erase('T1', soon)).toBe('done')

    expect(await rowsOfWorkspace(url, 'T1')).toEqual([])
    expect(await rowsOfWorkspace(url, 'T2')).toEqual(theirs)
    expect(await foundIn(store, 'T1', 'zeppelin')).toEqual([])
    expect(await foundIn(store, 'T2', 'zeppelin')).toEqual(found)
    expect(await store.installations.toErase(soon, 9)).toEqual([])
    expect(await store.installations.erase('T2', soon)).toBe('kept')
    // Whatever the engine keeps of it beside the rows is overwritten at the next beat.
    expect(await store.tidy(soon)).toBe(true)
  })

  it('somebody who comes back in time has everything', async () => {
    const { store, url } = await fresh()
    await fill(store, url, 'T1')
    const known = async () =>
      (await rowsOfWorkspace(url, 'T1')).filter((row) => !row.startsWith('installations'))
    const all = await known()
    await store.installations.fallSilent('T1', taken(soon))
    expect(await store.installations.keep(installed('T1'), before)).toBe('back')
    expect(await store.installations.erase('T1', soon)).toBe('kept')
    expect(await known()).toEqual(all)
  })

  it('of a big one goes in parts; whoever installs it meanwhile begins anew when the last is gone', async () => {
    const { store, url, database } = await fresh()
    await store.installations.keep(installed('T1'), at)
    await store.installations.fallSilent('T1', taken(soon))
    await rawly(url, async ({ db }) => {
      await sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 20500)
        insert into reactions (workspace_id, key, event_ts, is_on)
        select 'T1', 'reaction ' || i, '1.0', 1 from n`.execute(db)
    })
    await new Workspace(store, 'T1').keep(({ sources }) => sources.spoke('slack', at))
    expect(await store.archive.read((archive) => archive.workspaces())).toEqual(['T1'])
    expect(await store.installations.erase('T1', soon)).toBe('rest')
    expect(await store.installations.tokens('T1')).toBeNull()
    expect(await store.installations.toErase(soon, 9)).toEqual([{ id: 'T1', by: null }])

    expect(await store.installations.keep(installed('T1'), soon)).toBe('first')
    expect(await store.installations.serving('T1')).toBeNull()
    expect(await store.installations.active('', 9)).toEqual([])
    expect((await store.verify()).findings).toEqual([])
    expect(await store.archive.read((archive) => archive.workspaces())).toEqual([])

    const another = await database.open()
    const both = [store, another].map(({ installations }) => installations.erase('T1', soon))
    expect(await Promise.all(both)).toContain('done')
    expect(await store.installations.serving('T1')).toMatchObject({ state: 'active' })
    expect(await tablesWithout(url, 'T1')).not.toContain('installations')
    const here = new Workspace(store, 'T1')
    const frank = await here.knows('Frank Ortiz')
    expect(await store.installations.erase('T1', soon)).toBe('kept')
    expect(await here.read(ana, ({ people }) => people.get(frank.id))).not.toBeNull()
  })

  it('does nothing to whoever installs it when another process has come to the end of it', async () => {
    const { store, url } = await fresh()
    const here = new Workspace(store, 'T1')
    await here.knows('Susan Bell')
    await store.installations.keep(installed('T1'), at)
    await store.installations.fallSilent('T1', taken(soon))
    const handle = connect(url, 5_000, cipherFor(usual))
    onTestFinished(() => handle.db.destroy())
    let turns = 0
    const inTurn: typeof handle.inTurn = async (_, ms, work) => {
      if (++turns === 2) {
        expect(await store.installations.erase('T1', soon)).toBe('done')
        await store.installations.keep(installed('T1'), soon)
        await here.knows('Frank Ortiz', { id: 'frank' })
      }
      return work(ms)
    }
    expect(await createInstallations({ ...handle, inTurn }, 5_000).erase('T1', soon)).toBe('done')
    const frank = await here.readAll(({ people }) => people.get('frank'))
    expect(frank).toMatchObject({ name: 'Frank Ortiz' })
  })

  it('with an organisation go the workspaces that it granted, and then the organisation', async () => {
    const { store, url } = await fresh()
    const { installations } = store
    await installations.keep(installed('E1'), at)
    await installations.grant('E1', ['T1', 'T2', 'T3'], at)
    for (const id of ['T1', 'T2', 'T3']) await new Workspace(store, id).knows('Frank Ortiz')
    // One has an installation of its own, and goes on.
    await installations.keep(installed('T2', { enterpriseId: 'E1' }), at)
    const theirs = (await rowsOfWorkspace(url, 'T2')).filter((row) => !row.startsWith('granted'))
    await installations.fallSilent('E1', taken(soon))

    const due = await installations.toErase(soon, 9)
    expect(due.map(({ id, by }) => `${id} by ${by}`).sort()).toEqual(['T1 by E1', 'T2 by E1', 'T3 by E1'])
    expect(await installations.erase('E1', soon)).toBe('kept')
    expect(await installations.erase('T1', soon)).toBe('done')
    expect(await installations.erase('T2', soon)).toBe('kept')
    expect(await installations.erase('T3', soon)).toBe('done')
    expect(await installations.toErase(soon, 9)).toEqual([{ id: 'E1', by: 'E1' }])
    expect(await installations.erase('E1', soon)).toBe('done')
    for (const id of ['T1', 'T3', 'E1']) expect(await rowsOfWorkspace(url, id)).toEqual([])
    expect(await rowsOfWorkspace(url, 'T2')).toEqual(theirs)
    expect(await installations.serving('T2')).toMatchObject({ id: 'T2' })
  })

  it('nothing goes of what an organisation still grants, but the old tokens', async () => {
    const { store } = await fresh()
    const { installations } = store
    await installations.keep(installed('E1'), at)
    await installations.grant('E1', ['T1'], at)
    await installations.keep(installed('T1', { enterpriseId: 'E1' }), at)
    const here = new Workspace(store, 'T1')
    const frank = await here.knows('Frank Ortiz')
    await installations.fallSilent('T1', taken(soon))
    expect(await installations.erase('T1', soon)).toBe('kept')
    expect(await installations.tokens('T1')).toBeNull()
    expect(await here.read(ana, ({ people }) => people.get(frank.id))).not.toBeNull()

    // Then the organisation takes it back too: from that day on it counts anew.
    const later = '2027-02-01T00:00:00.000Z'
    expect(await installations.revoke('E1', ['T1'], { ...taken(later), at: soon })).toEqual(['T1'])
    expect(await installations.toErase(soon, 9)).toEqual([])
    expect(await installations.toErase(later, 9)).toEqual([{ id: 'T1', by: null }])
    expect(await installations.erase('T1', later)).toBe('done')
    expect(await here.readAll(({ people }) => people.get(frank.id))).toBeNull()
    expect(await installations.serving('T1')).toBeNull()
    expect(await installations.get('E1')).toMatchObject({ state: 'active' })
  })

  it('every table of the database is in one of the lists', async () => {
    const { url } = await fresh()
    await rawly(url, async ({ db, dialect }) => {
      const ours = (await dialect.tableNames(db)).filter(
        (name) => !/^(search_fts|sqlite_|personable_migration_lock)/.test(name),
      )
      expect([...ours].sort()).toEqual(Object.keys(tablesInOrder).sort())
    })
  })
})
