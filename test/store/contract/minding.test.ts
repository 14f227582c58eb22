import { expect, it } from 'vitest'
import { freshDatabase } from '../../support/stores.js'
import { ana, ben, customers, onEachEngine, secret } from './workspace.js'

const now = '2026-11-20T15:00:00.000Z'
const aWeekBefore = '2026-11-13T15:00:00.000Z'
const aWeekOn = '2026-11-27T15:00:00.001Z'

onEachEngine('minding how people are spoken of', (workspace) => {
  it('each teammate is told once until an instant, whoever asks, and however many at once', async () => {
    const here = workspace()
    const claim = (userId: string, at = now, since = aWeekBefore) =>
      here.keep(({ minding }) => minding.claim(userId, at, since))
    const mayBeTold = (userId: string, since = aWeekBefore) =>
      here.readAll(({ minding }) => minding.mayBeTold(userId, since))
    expect(await mayBeTold(ana)).toBe(true)
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(ana)))
    expect(claims.filter((isTheirs) => isTheirs)).toHaveLength(1)
    expect(await mayBeTold(ana)).toBe(false)
    expect(await claim(ben)).toBe(true)
    // Exactly a week later is not more than a week.
    expect(await claim(ana, '2026-11-27T15:00:00.000Z', now)).toBe(false)
    expect(await mayBeTold(ana, '2026-11-20T15:00:00.001Z')).toBe(true)
    expect(await claim(ana, aWeekOn, '2026-11-20T15:00:00.001Z')).toBe(true)
    // A clock that was set back tells nobody twice.
    expect(await claim(ana)).toBe(false)
  })

  it('is each workspace by itself', async () => {
    const here = workspace()
    const there = here.another()
    await here.keep(({ minding }) => minding.claim(ana, now, aWeekBefore))
    await here.does(ben, ({ minding }) => minding.setStopped(ben, true), { kind: 'minding' })
    expect(await there.readAll(({ minding }) => minding.mayBeTold(ana, aWeekBefore))).toBe(true)
    expect(await there.readAll(({ minding }) => minding.isStopped(ben))).toBe(false)
  })

  it('whoever stopped it is told no more, until they take that back, and then once a week still', async () => {
    const here = workspace()
    const claim = (at: string, since: string) => here.keep(({ minding }) => minding.claim(ana, at, since))
    await claim(now, aWeekBefore)
    const stopped = await here.does(ana, ({ minding }) => minding.setStopped(ana, true), { kind: 'minding' })
    expect(await here.readAll(({ minding }) => minding.isStopped(ana))).toBe(true)
    expect(await claim('2027-11-20T15:00:00.000Z', aWeekOn)).toBe(false)
    expect(await here.takesBack(ana, stopped)).toMatchObject({ kind: 'reversed', personIds: [] })
    expect(await here.readAll(({ minding }) => minding.isStopped(ana))).toBe(false)
    expect(await claim('2026-11-21T15:00:00.000Z', '2026-11-14T15:00:00.000Z')).toBe(false)
    expect(await claim('2027-11-20T15:00:00.000Z', aWeekOn)).toBe(true)
    expect((await here.store.verify()).findings).toEqual([])
  })

  it('is asked for by places, by name', async () => {
    const here = workspace()
    await here.does(ana, async ({ places }) => {
      await places.know(customers, 'UTC')
      await places.know(secret, 'UTC')
      await places.set(secret, { mindful: true })
    })
    expect(await here.readAll(({ places }) => places.mindful())).toEqual([secret])
  })

  it('who is known of lately in a place: whoever was spoken to last, as far as the asker sees', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const susan = await here.knows('Susan Bell')
    await here.knows('Zelda Quist', { home: secret })
    await here.knows('Old Acquaintance', { introducedOn: '2025-01-01' })
    const met = here.contact(susan, '2026-11-22')
    await here.does(ana, ({ interactions }) => interactions.add(met))
    const inPrivate = here.contact(frank, '2026-11-25', { home: secret })
    await here.does(ana, ({ interactions }) => interactions.add(inPrivate))
    const lately = async (userId: string) =>
      (await here.read(userId, ({ people }) => people.latelyIn(customers, '2026-09-01', 3))).map(
        ({ name }) => name,
      )
    expect(await lately(ana)).toEqual(['Frank Ortiz', 'Susan Bell'])
    expect(await lately(ben)).toEqual(['Susan Bell', 'Frank Ortiz'])
  })
})

it('two processes on one server claim it once', async () => {
  const database = await freshDatabase('PostgreSQL')
  try {
    const stores = [await database.open(), await database.open()]
    const claims = await Promise.all(
      [...stores, ...stores].map(({ uow }) =>
        uow.keep({ workspaceId: 'T1', audience: 'everything' }, ({ minding }) =>
          minding.claim(ana, now, aWeekBefore),
        ),
      ),
    )
    expect(claims.filter((isTheirs) => isTheirs)).toHaveLength(1)
  } finally {
    await database.drop()
  }
})
