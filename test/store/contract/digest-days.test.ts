import { expect, it } from 'vitest'
import { draft, post } from './drafts.js'
import { customers, onEachEngine, type Workspace } from './workspace.js'

onEachEngine('a place that goes over the date line', (workspace) => {
  const zone = (here: Workspace, name: string) =>
    here.keep(async ({ places }) => {
      await places.know(customers, name)
      await places.change(customers, { zone: name })
    })
  const fix = (here: Workspace, on: string, instant: string) =>
    here.keep(({ posts }) => posts.fixDigest(customers, on, instant))

  it('westwards has one digest a day, and none is left out', async () => {
    const here = workspace()
    await zone(here, 'Asia/Tokyo')
    expect(await fix(here, '2026-11-24', '2026-11-24T00:00:00.000Z')).toBe(true)
    await zone(here, 'America/Chicago')
    expect(await fix(here, '2026-11-23', '2026-11-24T01:00:00.000Z')).toBe(false)
    expect(await fix(here, '2026-11-24', '2026-11-24T15:00:00.000Z')).toBe(true)
    expect(await fix(here, '2026-11-24', '2026-11-24T16:00:00.000Z')).toBe(false)
  })

  it('eastwards has had its digest of that day, and the next day has its own', async () => {
    const here = workspace()
    await zone(here, 'America/Chicago')
    expect(await fix(here, '2026-11-23', '2026-11-23T15:00:00.000Z')).toBe(true)
    await zone(here, 'Asia/Tokyo')
    expect(await fix(here, '2026-11-24', '2026-11-24T00:00:00.000Z')).toBe(false)
    expect(await fix(here, '2026-11-25', '2026-11-25T00:00:00.000Z')).toBe(true)
  })

  it('counts who was brought up by the day that it is there now', async () => {
    const here = workspace()
    await zone(here, 'Asia/Tokyo')
    const frank = await here.knows('Frank Ortiz')
    const early = post('p1', { on: '2026-11-24', plannedAt: '2026-11-24T00:00:00.000Z' })
    await here.keep(({ posts }) => posts.plan(early, [draft('n1', frank.id)]))
    const raised = (on: string) => here.keep(({ posts }) => posts.raisedOn(customers, on))
    expect([await raised('2026-11-23'), await raised('2026-11-24')]).toEqual([0, 1])
    await zone(here, 'America/Chicago')
    expect([await raised('2026-11-23'), await raised('2026-11-24')]).toEqual([1, 0])
  })
})
