import { expect, it } from 'vitest'
import type { Import } from '../../../src/domain/import.js'
import { standardWorkingTime } from '../../../src/domain/working-time.js'
import { nothingWaits } from '../../support/nothing-waits.js'
import { draft, post } from './drafts.js'
import { hour, minute, past, second } from './turns.js'
import { ana, customers, onEachEngine, secret, type Workspace } from './workspace.js'

/** Ten in the morning of a Friday in Chicago. */
const ten = '2026-11-20T16:00:00.000Z'
const after = (ms: number) => past(ms, ten)
const today = '2026-11-20'
const chicago = standardWorkingTime('America/Chicago')

const waitsIn = (here: Workspace, now = ten) => here.store.turns.waits(here.id, { now, realNow: now })
/** One place, and its digest of today is fixed. */
const fixed = async (here: Workspace) => {
  await here.keep(async ({ places, posts }) => {
    await places.know(customers, chicago.zone)
    await posts.fixDigest(customers, today, ten)
  })
  return { ...nothingWaits, hours: [{ time: chicago, isOpen: false }] }
}
const anImport = (here: Workspace, state: Import['state'], changedAt = ten): Import => ({
  ...{ id: here.newId(), home: customers, by: ana, format: 'linkedin', name: 'Connections.csv', state },
  ...{ stagedAt: ten, begunAt: null, changedAt, rhythm: 'never', rows: 3, reached: 0, firstActId: null },
  stayed: 0,
})
const begins = (here: Workspace, them: Import) =>
  here.store.uow.keep(here.scope(ana), ({ imports }) => imports.begin(them))

onEachEngine('what waits in a workspace', (workspace) => {
  it('is nothing where nothing was ever done', async () => {
    const here = workspace()
    await fixed(here.another())
    expect(await waitsIn(here)).toEqual(nothingWaits)
  })

  it('is a digest, until each place that keeps those hours has its own', async () => {
    const here = workspace()
    const isFixed = await fixed(here)
    expect(await waitsIn(here)).toEqual(isFixed)
    await here.keep(({ places }) => places.know(secret, chicago.zone))
    const isOpen = async (now = ten) => (await waitsIn(here, now)).hours.map((each) => each.isOpen)
    expect(await isOpen()).toEqual([true])
    expect(await isOpen('2026-11-20T14:59:00.000Z')).toEqual([false])
    await here.keep(({ posts }) => posts.fixDigest(secret, today, ten))
    expect(await isOpen()).toEqual([false])
    // On Monday it begins anew.
    expect(await isOpen('2026-11-23T15:00:00.000Z')).toEqual([true])
  })

  it('is a post, and when it may be sent', async () => {
    const here = workspace()
    const isFixed = await fixed(here)
    const frank = await here.knows('Frank Ortiz')
    await here.keep(({ posts }) => posts.plan({ ...post('p1'), plannedAt: ten }, [draft('n1', frank.id)]))
    const waiting = { kind: 'digest', plannedAt: ten, notBefore: null, time: chicago }
    expect(await waitsIn(here)).toEqual({ ...isFixed, posts: [waiting] })
    const until = after(30 * second)
    await here.keep(({ posts }) => posts.claim('p1', { by: 'me', until, now: ten }))
    expect(await waitsIn(here)).toMatchObject({ posts: [{ notBefore: until }] })
    expect(await waitsIn(here, until)).toMatchObject({ posts: [{ notBefore: null }] })
    const again = { state: 'planned', notBefore: after(minute), looks: 0, attempts: 0 } as const
    await here.keep(({ posts }) => posts.again('p1', again))
    expect(await waitsIn(here)).toMatchObject({ posts: [{ notBefore: after(minute) }] })
    await here.keep(({ posts }) => posts.sent('p1', { channelId: 'C1', ts: '1.1' }))
    expect(await waitsIn(here)).toEqual(isFixed)
    await here.keep(({ posts }) => posts.reconsider(customers))
    expect(await waitsIn(here)).toEqual({ ...isFixed, isStale: true })
  })

  it('is news, and when there was some last', async () => {
    const here = workspace()
    const isFixed = await fixed(here)
    const frank = await here.knows('Frank Ortiz')
    const role = here.role(frank, 'buyer', 'Acme')
    await here.does(ana, async ({ roles, news }) => {
      await roles.add(role)
      await news.add(here.news(frank, role.id))
    })
    const waiting = { home: customers, time: chicago, lastPlanned: null }
    expect(await waitsIn(here)).toEqual({ ...isFixed, news: [waiting] })
    const earlier = { ...post('p1'), kind: 'role-news', plannedAt: after(-hour) } as const
    const lily = await here.knows('Lily Chen')
    await here.keep(({ posts }) => posts.plan(earlier, [draft('n1', lily.id)]))
    expect((await waitsIn(here)).news).toEqual([{ ...waiting, lastPlanned: after(-hour) }])
    // Where the bot may not speak, somebody hears of it by DM, in hours of their own.
    await here.keep(({ places }) => places.change(customers, { postable: false }))
    expect((await waitsIn(here)).news).toEqual([{ ...waiting, time: null, lastPlanned: after(-hour) }])
  })

  it('is what a source says, when it has said it; and what it said of people who are known since', async () => {
    const here = workspace()
    const isFixed = await fixed(here)
    const key = 'frank@acme.example'
    const word = { source: 'hook:script', key, name: null, addresses: [key], title: 'VP', company: null }
    for (const ms of [0, minute])
      await here.keep(({ sources }) => sources.take({ ...word, observedAt: ten }, after(ms), here.newId()))
    expect(await waitsIn(here)).toEqual({ ...isFixed, sourcesFrom: after(4 * minute) })
    const ready = await here.readAll(({ sources }) => sources.ready(after(4 * minute), 10))
    for (const entry of ready) await here.keep(({ sources }) => sources.hold(entry))
    expect(await waitsIn(here)).toEqual(isFixed)
    await here.knows('Frank Ortiz', { addresses: [key] })
    expect(await waitsIn(here)).toEqual({ ...isFixed, isHeldKnown: true })
  })

  it('is what was told of somebody who is forgotten, when Slack takes it', async () => {
    const here = workspace()
    const isFixed = await fixed(here)
    const at = { kind: 'message', channelId: 'C1', ref: '1.1' } as const
    await here.keep(({ told }) => told.record(at, { personIds: ['gone'], words: [] }))
    expect(await waitsIn(here)).toEqual({ ...isFixed, retractFrom: '' })
    await here.keep(({ told }) => told.later(at, after(minute)))
    expect(await waitsIn(here)).toEqual({ ...isFixed, retractFrom: after(minute) })
    expect(await waitsIn(here, after(minute))).toMatchObject({ retractFrom: '' })
  })

  it.each([
    ['staging', { isReading: true }],
    ['ready', { isReading: true }],
    ['running', { hasImports: true }],
    ['undoing', { hasImports: true }],
    ['done', {}],
    ['cancelled', {}],
  ] as const)('is an import that is %s', async (state, waits) => {
    const here = workspace()
    await begins(here, anImport(here, state))
    expect(await waitsIn(here)).toEqual({ ...nothingWaits, ...waits })
  })

  it('is no import that waits for somebody to look at it', async () => {
    const here = workspace()
    await begins(here, anImport(here, 'ready', after(-hour)))
    expect(await waitsIn(here)).toEqual(nothingWaits)
  })

  it('is known together with the last beat', async () => {
    const here = workspace()
    await here.keep(({ troubles }) => troubles.beat({ beatAt: ten, wellAt: ten }))
    expect(await waitsIn(here)).toEqual({ ...nothingWaits, beatAt: ten })
  })
})
