import { describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../../../src/app/ports.js'
import { refused } from '../stand.js'
import { after, hours, minutes, rotatingSlack } from './rotating.js'

const gone = () => Promise.reject(new StoreUnavailable('gone', 'gone'))

describe('a refresh that goes wrong', () => {
  it('without an answer is asked for once more, at once', async () => {
    const world = await rotatingSlack()
    world.grace(minutes(1))
    await world.installs('T1')
    let lost = 0
    world.delivers((answer) => (lost++ === 0 ? 'lost' : answer))
    world.passes(hours(11))
    const tokens = world.process()
    expect(await tokens.refreshDue()).toMatchObject({ refreshed: 1 })
    expect(world.refreshes()).toEqual(['refresh-T1-1', 'refresh-T1-1'])
    expect(await tokens.of('T1')).toBe('xoxe-T1-3')
  })

  it('while Slack is away is left to the next, in whatever process, and the old token goes on', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    world.slack.on('oauth.v2.access', () => ({ status: 503 }))
    world.passes(hours(11))
    const [one, other] = [world.process(), world.process()]
    expect(await one.refreshDue()).toMatchObject({ waits: 1 })
    expect(await one.of('T1')).toBe('xoxe-T1-1')
    world.slack.on('oauth.v2.access', () => ({
      ...{ ok: true, access_token: 'xoxe-new', refresh_token: 'refresh-new', expires_in: 43_200 },
    }))
    expect(await other.refreshDue()).toMatchObject({ refreshed: 1 })
    world.passes(minutes(2))
    expect([await one.of('T1'), await other.of('T1')]).toEqual(['xoxe-new', 'xoxe-new'])
  })

  it('that Slack puts off is tried when Slack wishes, by nobody before', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    world.slack.on('oauth.v2.access', () => ({ status: 429, headers: { 'retry-after': '120' } }))
    world.passes(hours(11))
    await world.process().refreshDue()
    world.passes(minutes(1))
    await world.process().refreshDue()
    expect(world.refreshes()).toHaveLength(1)
    world.passes(minutes(1.5))
    await world.process().refreshDue()
    expect(world.refreshes()).toHaveLength(2)
  })

  it('by somebody who died after the call is taken over within a minute, while Slack still takes it', async () => {
    const world = await rotatingSlack()
    world.grace(minutes(1))
    await world.installs('T1')
    world.passes(hours(11))
    const dead = world.process({ keepRefreshed: () => new Promise(() => {}) })
    void dead.refreshDue()
    await world.slack.until(() => world.refreshes().length === 1)
    const other = world.process()
    await other.refreshDue()
    expect(world.refreshes()).toHaveLength(1)
    world.passes(31_000)
    await other.refreshDue()
    expect([world.refreshes().length, await other.of('T1')]).toEqual([2, 'xoxe-T1-3'])
  })

  it('for good: the old token goes on to its end, then that installation is broken, and no other', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    await world.installs('T2')
    // Somebody used it up, and its answer was lost for longer than Slack waits.
    world.slack.on('oauth.v2.access', ({ refresh_token: used = '' }) =>
      used.startsWith('refresh-T1-')
        ? refused('invalid_refresh_token')
        : { ok: true, access_token: 'xoxe-T2-2', refresh_token: 'refresh-T2-2', expires_in: 43_200 },
    )
    world.passes(hours(11))
    const tokens = world.process()
    expect(await tokens.refreshDue()).toMatchObject({ refreshed: 1, dead: 1 })
    expect(world.dying).toEqual([['T1', after(hours(12))]])
    expect([await tokens.of('T1'), (await world.installations.get('T1'))?.state]).toEqual([
      ...['xoxe-T1-1', 'active'],
    ])
    world.passes(minutes(30))
    await tokens.refreshDue()
    expect(world.refreshes()).toHaveLength(2)
    world.passes(minutes(31))
    await tokens.refreshDue()
    expect(await world.installations.get('T1')).toMatchObject({
      ...{ state: 'broken', why: 'invalid_refresh_token', eraseAt: null },
    })
    expect(world.dying.at(-1)).toEqual(['T1', null])
    expect([await tokens.of('T2'), (await world.installations.get('T2'))?.state]).toEqual([
      ...['xoxe-T2-2', 'active'],
    ])
    await tokens.refreshDue()
    expect(world.refreshes()).toHaveLength(3)
  })

  it('for good, though somebody installed it anew meanwhile: that counts', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    world.passes(hours(11))
    const tokens = world.process({
      claimRefresh: async (...claim) => {
        const isClaimed = await world.installations.claimRefresh(...claim)
        world.slack.on('oauth.v2.access', () => refused('invalid_refresh_token'))
        await world.installs('T1', hours(12), 7)
        return isClaimed
      },
    })
    expect(await tokens.refreshDue()).toMatchObject({ elsewhere: 1 })
    expect([await tokens.of('T1'), (await world.installations.get('T1'))?.state]).toEqual([
      ...['xoxe-T1-7', 'active'],
    ])
    expect(world.dying).toEqual([])
  })

  it('only in that it cannot be written down: it counts here, and is written down later', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    world.passes(hours(11))
    let isAway = true
    const tokens = world.process({
      keepRefreshed: (...kept) => (isAway ? gone() : world.installations.keepRefreshed(...kept)),
    })
    expect(await tokens.refreshDue()).toMatchObject({ unkept: 1 })
    expect(await tokens.of('T1')).toBe('xoxe-T1-2')
    isAway = false
    world.passes(minutes(2))
    expect(await tokens.of('T1')).toBe('xoxe-T1-2')
    expect(await world.installations.tokens('T1')).toMatchObject({ token: 'xoxe-T1-2', generation: 2 })
    expect(world.refreshes()).toEqual(['refresh-T1-1'])
  })

  it('for a wrong client secret breaks nothing: the operator reads of it', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    world.slack.on('oauth.v2.access', () => refused('bad_client_secret'))
    world.passes(hours(11))
    const tokens = world.process()
    expect(await tokens.refreshDue()).toMatchObject({ waits: 1 })
    expect(await tokens.of('T1')).toBe('xoxe-T1-1')
    expect(world.said('Slack refuses to refresh a token')).toMatchObject([{ code: 'bad_client_secret' }])
  })
})
