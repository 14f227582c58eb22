import { describe, expect, it } from 'vitest'
import type { Reason } from '../../../src/domain/nudge.js'
import { draft, half, nine, post, quiet, ten, withDigest } from './drafts.js'
import { ben, customers, onEachEngine, secret, today, type Workspace } from './workspace.js'

onEachEngine('the outbox', (workspace, _engine, database) => {
  it('of two processes one fixes the digest of a place for a day', async () => {
    const here = workspace()
    const other = await database().open()
    const scope = { workspaceId: here.id, audience: 'everything' } as const
    const fixes = await Promise.all(
      [here.store, other, here.store, other].map(({ uow }) =>
        uow.keep(scope, ({ posts }) => posts.fixDigest(customers, today, nine)),
      ),
    )
    expect(fixes.filter((fixed) => fixed)).toHaveLength(1)
    await here.keep(async ({ posts }) => {
      expect(await posts.digestFixed(customers, today)).toBe(true)
      expect(await posts.digestFixed(customers, '2026-11-21')).toBe(false)
      expect(await posts.digestFixed(secret, today)).toBe(false)
      expect(await posts.fixDigest(secret, today, nine)).toBe(true)
    })
  })

  it('of many places it is told at once in which of them the digest of a day is fixed, by the zone of each', async () => {
    const here = workspace()
    const places = [customers, secret]
    const on = (day: string, zone: string) => places.map((place) => ({ place, on: day, zone }))
    await here.keep(async ({ posts }) => {
      expect(await posts.fixDigest(customers, today, nine)).toBe(true)
      expect([...(await posts.digestsFixed(on(today, 'UTC')))]).toEqual([customers])
      expect([...(await posts.digestsFixed(on('2026-11-21', 'UTC')))]).toEqual([])
      // In Honolulu it was still the evening before.
      expect([...(await posts.digestsFixed(on('2026-11-19', 'Pacific/Honolulu')))]).toEqual([customers])
      expect([...(await posts.digestsFixed(on(today, 'Pacific/Honolulu')))]).toEqual([])
      expect((await posts.digestsFixed([])).size).toBe(0)
    })
  })

  it('a post is planned with its nudges', async () => {
    const here = workspace()
    const frank = await withDigest(here)
    const unsent = {
      channelId: null,
      ts: null,
      attempts: 0,
      looks: 0,
      notBefore: null,
      firstAttemptAt: null,
      namesForgotten: false,
      version: 0,
      notice: null,
    }
    await here.keep(async ({ posts, nudges }) => {
      expect(await posts.get('p1')).toEqual({ ...post('p1'), state: 'planned', ...unsent })
      expect(await posts.get('p2')).toBeNull()
      const nudge = {
        ...draft('n1', frank.id),
        postId: 'p1',
        on: today,
        answer: null,
        moot: false,
      }
      expect(await posts.nudgesOf('p1')).toEqual([nudge])
      expect(await nudges.get('n1')).toEqual(nudge)
      expect(await nudges.of(frank.id, 5)).toEqual([nudge])
    })
    expect(await here.read(ben, ({ nudges }) => nudges.get('n1'))).toMatchObject({ id: 'n1' })
  })

  it('nobody is raised twice for one reason on one day in one place, whoever plans it', async () => {
    const here = workspace()
    const [frank, lily] = [await withDigest(here), await here.knows('Lily Chen')]
    const role: Reason = { kind: 'new-role', occasion: 'news-1' }
    const other: Reason = { kind: 'new-role', occasion: 'news-2' }
    await here.keep(async ({ posts }) => {
      expect(await posts.plan(post('p2'), [draft('n2', frank.id)])).toEqual([])
      expect(await posts.get('p2')).toBeNull()
      const again = [draft('n3', frank.id, [role, other, quiet]), draft('n4', lily.id)]
      expect(await posts.plan(post('p3'), again)).toEqual(['n3', 'n4'])
      expect((await posts.nudgesOf('p3'))[0]?.reasons).toEqual([role, other])
      expect(await posts.plan(post('p4'), [draft('n5', frank.id, [other])])).toEqual([])
      expect(await posts.plan(post('p5', { on: '2026-11-23' }), [draft('n6', frank.id)])).toEqual(['n6'])
      expect(await posts.plan(post('p6', { place: secret }), [draft('n7', frank.id)])).toEqual(['n7'])
    })
  })

  it('two processes that plan the same at once bring somebody up once', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const other = await database().open()
    const scope = { workspaceId: here.id, audience: 'everything' } as const
    const planned = await Promise.all(
      [here.store, other, here.store, other].map(({ uow }, n) =>
        uow.keep(scope, ({ posts }) => posts.plan(post(`p${n}`), [draft(`n${n}`, frank.id)])),
      ),
    )
    expect(planned.flat()).toHaveLength(1)
    expect(await here.keep(({ posts }) => posts.raisedOn(customers, today))).toBe(1)
  })

  it('counts the people brought up in a place on a day, and knows when it last spoke', async () => {
    const here = workspace()
    const [frank, lily] = [await withDigest(here), await here.knows('Lily Chen')]
    const role: Reason = { kind: 'left', occasion: 'x' }
    await here.keep(async ({ posts }) => {
      await posts.plan({ ...post('p2', { plannedAt: ten }), kind: 'role-news' }, [
        draft('n2', frank.id, [role]),
      ])
      await posts.plan({ ...post('p3'), kind: 'role-news' }, [draft('n3', lily.id, [role])])
      await posts.plan(post('p4', { on: '2026-11-23' }), [draft('n4', lily.id)])
      expect(await posts.raisedOn(customers, today)).toBe(2)
      expect(await posts.raisedOn(secret, today)).toBe(0)
      expect(await posts.lastPlanned(customers, 'role-news')).toBe(ten)
      expect(await posts.lastPlanned(secret, 'role-news')).toBeNull()
    })
  })

  describe('a claim', () => {
    const claim = (here: Workspace, by: string, now: string, until = half) =>
      here.keep(({ posts }) => posts.claim('p1', { by, until, now }))
    const waiting = (here: Workspace, now: string) =>
      here.keep(async ({ posts }) => (await posts.waiting(now, 10)).map(({ id }) => id))

    it('is given to one, until it lapses', async () => {
      const here = workspace()
      await withDigest(here)
      expect(await waiting(here, nine)).toEqual(['p1'])
      const claims = await Promise.all(['one', 'two', 'three'].map((by) => claim(here, by, nine)))
      expect(claims.filter((post) => post !== null)).toMatchObject([{ id: 'p1', state: 'claimed' }])
      expect(await waiting(here, nine)).toEqual([])
      expect(await claim(here, 'two', '2026-11-20T09:00:29.999Z')).toBeNull()
      expect(await waiting(here, half)).toEqual(['p1'])
      expect(await claim(here, 'two', half, ten)).toMatchObject({ id: 'p1' })
      expect(
        await here.keep(({ posts }) => posts.claim('nonsense', { by: 'x', until: ten, now: nine })),
      ).toBeNull()
    })

    it('made by a clock that was set back since is none, nor is a wait', async () => {
      const here = workspace()
      await withDigest(here)
      await claim(here, 'ahead', '2026-11-22T09:00:00.000Z', '2026-11-22T09:00:30.000Z')
      expect(await waiting(here, nine)).toEqual(['p1'])
      expect(await claim(here, 'two', nine)).toMatchObject({ id: 'p1' })
      const notBefore = '2026-11-22T09:10:00.000Z'
      await here.keep(({ posts }) =>
        posts.again('p1', { state: 'planned', notBefore, looks: 0, attempts: 0 }),
      )
      expect(await waiting(here, nine)).toEqual(['p1'])
      const soon = '2026-11-20T09:10:00.000Z'
      await here.keep(({ posts }) =>
        posts.again('p1', { state: 'planned', notBefore: soon, looks: 0, attempts: 0 }),
      )
      expect(await waiting(here, nine)).toEqual([])
      expect(await waiting(here, soon)).toEqual(['p1'])
    })

    it('that has lapsed and was taken by another does not let its first holder send', async () => {
      const here = workspace()
      await withDigest(here)
      await claim(here, 'slow', nine)
      await claim(here, 'quick', half, ten)
      await here.keep(async ({ posts }) => {
        expect(await posts.attempting('p1', half, 'slow')).toBe(false)
        expect(await posts.attempting('p1', half, 'quick')).toBe(true)
        expect(await posts.get('p1')).toMatchObject({ attempts: 1, firstAttemptAt: half })
      })
    })

    it('of a post that is to wait is given when its time has come', async () => {
      const here = workspace()
      await withDigest(here)
      await claim(here, 'one', nine)
      const next = { state: 'uncertain', notBefore: ten, looks: 1, attempts: 1 } as const
      await here.keep(({ posts }) => posts.again('p1', next))
      expect(await claim(here, 'one', half)).toBeNull()
      expect(await waiting(here, half)).toEqual([])
      expect(await here.keep(({ posts }) => posts.unfinished())).toMatchObject([{ id: 'p1', ...next }])
      expect(await waiting(here, ten)).toEqual(['p1'])
      expect(await claim(here, 'one', ten)).toMatchObject({ looks: 1, attempts: 1, notBefore: ten })
    })

    it('counts attempts, and a new attempt starts the looks anew', async () => {
      const here = workspace()
      await withDigest(here)
      await claim(here, 'one', nine)
      await here.keep(async ({ posts }) => {
        await posts.attempting('p1', nine)
        await posts.again('p1', { state: 'uncertain', notBefore: nine, looks: 2, attempts: 1 })
        await posts.claim('p1', { by: 'one', until: half, now: nine })
        await posts.attempting('p1', ten)
        expect(await posts.get('p1')).toMatchObject({ attempts: 2, looks: 0, firstAttemptAt: nine })
      })
    })
  })

  it('what is sent, failed or withdrawn waits no more', async () => {
    const here = workspace()
    const frank = await withDigest(here)
    await here.keep(async ({ posts }) => {
      await posts.plan(post('p2', { place: secret }), [draft('n2', frank.id)])
      await posts.plan(post('p3', { on: '2026-11-23' }), [draft('n3', frank.id)])
      await posts.sent('p1', { channelId: 'C1', ts: '1.1' })
      await posts.failed('p2', 'is_archived')
      expect((await posts.unfinished()).map(({ id }) => id)).toEqual(['p3'])
      await posts.withdraw('p3')
      expect(await posts.unfinished()).toEqual([])
      expect(await posts.waiting('2027-01-01T00:00:00.000Z', 10)).toEqual([])
      expect(await posts.get('p1')).toMatchObject({ state: 'sent', channelId: 'C1', ts: '1.1' })
      expect(await posts.get('p2')).toMatchObject({ state: 'failed' })
      expect(await posts.claim('p1', { by: 'x', until: ten, now: nine })).toBeNull()
      // What was never posted raised nobody: the same may come up again, there or elsewhere.
      expect(await posts.plan(post('p4', { on: '2026-11-23' }), [draft('n4', frank.id)])).toEqual(['n4'])
      expect(await posts.raisedOn(secret, today)).toBe(0)
    })
  })

  it('of many that wait the oldest come first', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    await here.keep(async ({ posts }) => {
      await posts.plan(post('p1', { plannedAt: ten }), [draft('n1', frank.id)])
      await posts.plan(post('p2', { on: '2026-11-19' }), [draft('n2', frank.id)])
      expect((await posts.waiting(ten, 10)).map(({ id }) => id)).toEqual(['p2', 'p1'])
      expect((await posts.waiting(ten, 1)).map(({ id }) => id)).toEqual(['p2'])
    })
  })
})
