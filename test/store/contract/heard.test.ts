import { describe, expect, it, onTestFinished } from 'vitest'
import { rawly } from '../../support/rawly.js'
import { type EngineName, engines, freshDatabase } from '../../support/stores.js'
import { frankKnownByAll } from './known-by-all.js'
import { Workspace } from './workspace.js'

const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T10:00:00.000Z') + seconds * 1_000).toISOString()

const fresh = async (engine: EngineName) => {
  const database = await freshDatabase(engine)
  onTestFinished(() => database.drop())
  const [one, other] = [await database.open(), await database.open()]
  return { url: database.url, one, other }
}

describe('what Slack tells one process of several', () => {
  it('is heard by the others, by the time of the database, and is gone after minutes', async () => {
    const { one, other, url } = await fresh('PostgreSQL')
    const before = await other.heard.since(null)
    expect(before).toMatchObject({ told: [], isAll: true })
    expect(Math.abs(Date.parse(before.now) - Date.now())).toBeLessThan(60_000)
    await one.heard.tell('T1', [
      { kind: 'channel', id: 'C1' },
      { kind: 'user', id: 'U2' },
    ])
    const heard = await other.heard.since(before.now)
    expect(heard.told.map(({ workspaceId, kind, id }) => [workspaceId, kind, id])).toEqual(
      expect.arrayContaining([
        ['T1', 'channel', 'C1'],
        ['T1', 'user', 'U2'],
      ]),
    )
    expect(new Set(heard.told.map(({ nth }) => nth)).size).toBe(2)
    expect((await other.heard.since(heard.now)).told).toEqual([])
    await one.heard.sweep()
    expect((await other.heard.since(before.now)).told).toHaveLength(2)
    await rawly(url, ({ db }) =>
      db.updateTable('heard').set({ heard_at: '2026-01-01T00:00:00.000Z' }).execute(),
    )
    await one.heard.sweep()
    expect((await other.heard.since('2025-01-01T00:00:00.000Z')).told).toEqual([])
  })

  it('is not written down where there is no other process', async () => {
    const { one } = await fresh('SQLite')
    await one.heard.tell('T1', [{ kind: 'channel', id: 'C1' }])
    expect((await one.heard.since(at(0))).told).toEqual([])
  })
})

describe.each(engines)('Homes that were opened, on %s', (engine) => {
  const anas = { workspaceId: 'T1', userId: 'UANA' }
  const bens = { workspaceId: 'T1', userId: 'UBEN' }
  const elsewhere = { workspaceId: 'T2', userId: 'UANA' }

  it('are known to every process, and asked for by each', async () => {
    const { one, other } = await fresh(engine)
    expect(await other.homes.ask(anas, at(0))).toBeNull()
    expect(await one.homes.opened(anas, at(0))).toBe(1)
    expect(await other.homes.ask(anas, at(1))).toBe(2)
    expect(await other.homes.ask(elsewhere, at(1))).toBeNull()
  })

  it('show an older state than was asked for no longer than it takes to see that', async () => {
    const { one, other } = await fresh(engine)
    await one.homes.opened(anas, at(0))
    expect(await other.homes.ask(anas, at(1))).toBe(2)
    expect(await one.homes.shown({ ...anas, asked: 1 })).toBe(2)
    expect(await one.homes.shown({ ...anas, asked: 2 })).toBeNull()
    expect(await other.homes.shown({ ...anas, asked: 2 })).toBeNull()
    expect(await one.homes.take(at(99), 9)).toEqual([])
  })

  it('are made by whoever comes when whoever should have died, by one of them', async () => {
    const { one, other } = await fresh(engine)
    await one.homes.opened(anas, at(0))
    await one.homes.opened(bens, at(0))
    await one.homes.shown({ ...bens, asked: 1 })
    expect(await other.homes.take(at(29), 9)).toEqual([])
    const taken = await Promise.all([other.homes.take(at(31), 9), one.homes.take(at(31), 9)])
    expect(taken.flat()).toEqual([{ ...anas, asked: 1 }])
    expect(await one.homes.take(at(32), 9)).toEqual([])
    await other.homes.notShown(anas)
    expect(await one.homes.take(at(32), 9, 'T2')).toEqual([])
    expect(await one.homes.take(at(32), 9, 'T1')).toEqual([{ ...anas, asked: 1 }])
  })

  it('are all to be made when somebody is forgotten there, and there alone', async () => {
    const { one, other } = await fresh(engine)
    const here = new Workspace(one, 'T1')
    const { frank } = await frankKnownByAll(here)
    for (const home of [anas, bens, elsewhere]) {
      await one.homes.opened(home, at(0))
      await one.homes.shown({ ...home, asked: 1 })
    }
    await here.keep(({ forgetting }) => forgetting.person(frank.id))
    const due = await other.homes.take(at(1), 9)
    expect(due.map(({ workspaceId, userId }) => [workspaceId, userId]).sort()).toEqual([
      ['T1', 'UANA'],
      ['T1', 'UBEN'],
    ])
  })

  it('are forgotten when nobody looked for months, or the bot is gone', async () => {
    const { one } = await fresh(engine)
    await one.homes.opened(anas, at(0))
    await one.homes.opened(bens, at(80 * 86_400))
    await one.homes.sweep(at(91 * 86_400))
    expect(await one.homes.ask(anas, at(91 * 86_400))).toBeNull()
    await one.homes.forget(bens)
    expect(await one.homes.ask(bens, at(91 * 86_400))).toBeNull()
  })
})
