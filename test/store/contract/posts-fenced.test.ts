import { expect, it } from 'vitest'
import { rawly } from '../../support/rawly.js'
import { half, nine, ten, withDigest } from './drafts.js'
import { onEachEngine, type Workspace } from './workspace.js'

const late = '2026-11-20T10:00:30.000Z'
/** The slow process claimed it first; its claim lapsed, and the quick one has it now. */
const takenOver = async (here: Workspace) => {
  await withDigest(here)
  await here.keep(async ({ posts }) => {
    await posts.claim('p1', { by: 'slow', until: half, now: nine })
    await posts.claim('p1', { by: 'quick', until: late, now: ten })
    await posts.attempting('p1', ten, 'quick')
  })
}
const next = { state: 'planned', notBefore: nine, looks: 0, attempts: 0 } as const

onEachEngine('a post whose claim another process has taken over', (workspace) => {
  it('is not put off, given up or withdrawn by the one that was too slow', async () => {
    const here = workspace()
    await takenOver(here)
    await here.keep(async ({ posts }) => {
      expect(await posts.again('p1', next, 'slow')).toBe(false)
      expect(await posts.failed('p1', 'is_archived', 'slow')).toBe(false)
      expect(await posts.withdraw('p1', 'slow')).toBe(false)
      // That it was tried is still known: whoever comes next looks for it first.
      expect(await posts.get('p1')).toMatchObject({ state: 'claimed', attempts: 1 })
      expect(await posts.nudgesOf('p1')).toHaveLength(1)
      expect(await posts.claim('p1', { by: 'third', until: late, now: ten })).toBeNull()
      expect(await posts.again('p1', { ...next, attempts: 1 }, 'quick')).toBe(true)
      expect(await posts.get('p1')).toMatchObject({ state: 'planned', attempts: 1 })
    })
  })

  it('is sent when the slow one did post it, and then the quick one does not', async () => {
    const here = workspace()
    await takenOver(here)
    await here.keep(async ({ posts }) => {
      await posts.sent('p1', { channelId: 'C1', ts: '1.1' })
      expect(await posts.attempting('p1', ten, 'quick')).toBe(false)
      expect(await posts.again('p1', next, 'quick')).toBe(false)
      await posts.sent('p1', { channelId: 'C1', ts: '2.2' })
      expect(await posts.get('p1')).toMatchObject({ state: 'sent', ts: '1.1' })
    })
  })

  it('is not begun at another version than it was claimed at', async () => {
    const here = workspace()
    await withDigest(here)
    const claim = { by: 'one', until: late, now: nine }
    await here.keep(async ({ posts }) => {
      const version = (await posts.claim('p1', claim))?.version ?? -1
      expect(await posts.attempting('p1', nine, 'one', version + 1)).toBe(false)
      expect(await posts.get('p1')).toMatchObject({ state: 'claimed', attempts: 0 })
      expect(await posts.attempting('p1', nine, 'one', version)).toBe(true)
    })
  })

  it('is withdrawn by the one that holds it', async () => {
    const here = workspace()
    await takenOver(here)
    await here.keep(async ({ posts }) => {
      expect(await posts.withdraw('p1', 'quick')).toBe(true)
      expect(await posts.get('p1')).toBeNull()
    })
  })
})

onEachEngine('a post of a kind that a later release knows how to say', (workspace, _engine, database) => {
  it('is left to that release', async () => {
    const here = workspace()
    await withDigest(here)
    const become = (kind: string) =>
      rawly(database().url, ({ db }) => {
        const posts = db.updateTable('posts').set({ kind: kind as 'digest' })
        return posts.where('id', '=', 'p1').execute()
      })
    await become('serenade')
    await here.keep(async ({ posts }) => {
      expect(await posts.waiting(ten, 10)).toEqual([])
      expect(await posts.claim('p1', { by: 'old', until: late, now: ten })).toBeNull()
    })
    await become('digest')
    await here.keep(async ({ posts }) => {
      expect(await posts.claim('p1', { by: 'new', until: late, now: ten })).toMatchObject({ id: 'p1' })
    })
  })
})
