import { expect, it } from 'vitest'
import { ok } from '../../../src/app/outcome.js'
import { ten } from './drafts.js'
import { ana, customers, onEachEngine, secret, today, type Workspace } from './workspace.js'

const later = '2026-11-20T09:59:00.000Z'
const outage = {
  kind: 'outage',
  from: '2026-11-20T01:00:00.000Z',
  to: '2026-11-20T02:00:00.000Z',
  why: 'slack',
} as const
const settings = { kind: 'settings', by: ana, said: [{ what: 'cap', from: '5', to: '3' }] } as const

/** Seventy notices that wait for a morning in one place; one that is told at once comes after them. */
const behindMany = async (here: Workspace) => {
  await here.tries(ana, { kind: 'settings' }, async ({ places, notices, journal }) => {
    for (const home of [customers, secret]) await places.know(home, 'UTC')
    for (let n = 0; n < 70; n++) await notices.give(customers, outage, '2026-11-20T03:00:00.000Z', today)
    await notices.give(customers, settings, later, today)
    return ok(await journal.length())
  })
}

onEachEngine('what is due behind much that waits for working time', (workspace) => {
  it('is found where that is left out, and nothing else is', async () => {
    const here = workspace()
    await behindMany(here)
    const found = (closed?: readonly (typeof customers)[]) =>
      here.keep(async ({ posts }) => (await posts.waiting(ten, 50, 'all', closed)).map(({ kind }) => kind))
    expect(new Set(await found())).toEqual(new Set(['outage']))
    expect(await found([secret])).toHaveLength(50)
    expect(await found([customers, secret])).toEqual(['settings'])
  })

  it('is seen by whoever asks when there is something to do', async () => {
    const here = workspace()
    await behindMany(here)
    const { posts } = await here.store.turns.waits(here.id, { now: ten, realNow: ten })
    expect(posts.map(({ kind, plannedAt }) => [kind, plannedAt]).sort()).toEqual([
      ['outage', '2026-11-20T03:00:00.000Z'],
      ['settings', later],
    ])
  })

  it('is seen behind many that were put off', async () => {
    const here = workspace()
    await behindMany(here)
    await here.keep(async ({ posts }) => {
      const next = { state: 'planned', notBefore: '2026-11-20T10:30:00.000Z', looks: 0, attempts: 0 } as const
      for (const post of await posts.unfinished())
        if (post.kind === 'outage') await posts.again(post.id, next)
    })
    const { posts } = await here.store.turns.waits(here.id, { now: ten, realNow: ten })
    expect(posts.find(({ kind }) => kind === 'settings')?.notBefore).toBeNull()
    expect(posts.find(({ kind }) => kind === 'outage')?.notBefore).toBe('2026-11-20T10:30:00.000Z')
  })
})
