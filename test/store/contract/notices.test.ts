import { expect, it } from 'vitest'
import { ok, rejected } from '../../../src/app/outcome.js'
import { half, nine, ten, withDigest } from './drafts.js'
import { ana, customers, onEachEngine, today, type Workspace } from './workspace.js'

onEachEngine('a notice', (workspace) => {
  const notice = { kind: 'settings', by: ana, said: [{ what: 'cap', from: '5', to: '3' }] } as const
  const given = async (here: Workspace, kept = true) => {
    await here.tries(ana, { kind: 'settings' }, async ({ places, notices, journal }) => {
      await places.know(customers, null)
      await notices.give(customers, notice, nine, today)
      return kept ? ok(await journal.length()) : rejected({ reason: 'person-gone' })
    })
    return here.keep(({ posts }) => posts.unfinished())
  }

  it('is kept with the act that it tells of, or not at all', async () => {
    expect(await given(workspace(), false)).toEqual([])
    const [post] = await given(workspace())
    expect(post).toMatchObject({ kind: 'settings', notice, state: 'planned', place: customers, on: today })
  })

  it('waits beside the nudges, or is asked for by itself', async () => {
    const here = workspace()
    await withDigest(here)
    const id = (await given(here)).find((post) => post.kind === 'settings')?.id ?? ''
    const all = await here.keep(({ posts }) => posts.waiting(ten, 10))
    expect(all.map((each) => each.id).sort()).toEqual([id, 'p1'].sort())
    const notices = await here.keep(({ posts }) => posts.waiting(ten, 10, 'notices'))
    expect(notices.map((each) => each.id)).toEqual([id])
  })

  it('counts for nobody who is brought up, and is not put right', async () => {
    const here = workspace()
    const [post] = await given(here)
    await here.keep(async ({ posts }) => {
      await posts.sent(post?.id ?? '', { channelId: 'C1', ts: '1.1' })
      await posts.reconsider(customers)
      expect(await posts.stale(10)).toEqual([])
      expect(await posts.raisedOn(customers, today)).toBe(0)
      expect(await posts.lastPlanned(customers, 'digest')).toBeNull()
    })
  })

  it('is taken back while nobody has begun to send it, and only then', async () => {
    const here = workspace()
    const [post] = await given(here)
    const recalled = async (which: boolean) => {
      const found: unknown[] = []
      await here.does(ana, async ({ notices }) => {
        found.push(...(await notices.recall(customers, () => which)))
      })
      return found
    }
    expect(await recalled(false)).toEqual([])
    await here.keep(({ posts }) => posts.claim(post?.id ?? '', { by: 'one', until: half, now: nine }))
    expect(await recalled(true)).toEqual([])
    await here.keep(({ posts }) =>
      posts.again(post?.id ?? '', { state: 'planned', notBefore: ten, looks: 0, attempts: 0 }),
    )
    expect(await recalled(true)).toEqual([notice])
    expect(await here.keep(({ posts }) => posts.unfinished())).toEqual([])
  })
})
