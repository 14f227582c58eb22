import { describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../../../src/app/ports.js'
import { NoToken } from '../../../src/slack/installing/no-token.js'
import { rotating } from '../../support/installing.js'
import { refused } from '../stand.js'
import { after, hours, minutes, rotatingSlack } from './rotating.js'

const gone = () => Promise.reject(new StoreUnavailable('gone', 'gone'))

describe('the token of an installation', () => {
  it('is remembered, and read again after a minute, since another process may have refreshed it', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    let reads = 0
    const tokens = world.process({
      tokens: (id) => {
        reads += 1
        return world.installations.tokens(id)
      },
    })
    expect([await tokens.of('T1'), await tokens.of('T1'), reads]).toEqual(['xoxe-T1-1', 'xoxe-T1-1', 1])
    await world.installs('T1', hours(12), 2)
    world.passes(minutes(2))
    expect([await tokens.of('T1'), reads]).toEqual(['xoxe-T1-2', 2])
    expect(world.refreshes()).toEqual([])
  })

  it('is there while the database is away, once it was read', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    let isAway = false
    const tokens = world.process({
      tokens: (id) => (isAway ? gone() : world.installations.tokens(id)),
    })
    await tokens.of('T1')
    isAway = true
    world.passes(hours(1))
    expect(await tokens.of('T1')).toBe('xoxe-T1-1')
    await expect(tokens.of('T2')).rejects.toThrow(NoToken)
  })

  it('is none where nothing is installed', async () => {
    const world = await rotatingSlack()
    await expect(world.process().of('T9')).rejects.toThrow(NoToken)
  })

  it('without rotation it is the same for ever', async () => {
    const world = await rotatingSlack()
    const forGood = { ...rotating('T1', 1, ''), refreshToken: null, expiresAt: null }
    await world.installations.keep(forGood, world.clock())
    world.passes(hours(9_000))
    expect(await world.process().of('T1')).toBe('xoxe-T1-1')
  })
})

describe('a token that ends', () => {
  it('is refreshed by the beat two hours before, and not earlier', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    const tokens = world.process()
    world.passes(hours(10) - 1)
    expect(await tokens.refreshDue()).toMatchObject({ refreshed: 0 })
    world.passes(minutes(1))
    expect(await tokens.refreshDue()).toMatchObject({ refreshed: 1 })
    expect([await tokens.of('T1'), world.refreshes()]).toEqual(['xoxe-T1-2', ['refresh-T1-1']])
    expect(await world.installations.tokens('T1')).toEqual({
      ...{ token: 'xoxe-T1-2', refreshToken: 'refresh-T1-2', generation: 2 },
      expiresAt: after(hours(22) - 1 + minutes(1)),
    })
    expect(world.slack.to('oauth.v2.access')[0]).toMatchObject({
      ...{ grant_type: 'refresh_token', client_id: '11.22', client_secret: 'quiet' },
    })
  })

  it('is refreshed by one of several processes, and all others go on with the old', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    world.passes(hours(11))
    const processes = [1, 2, 3, 4].map(() => world.process())
    const given = await Promise.all(processes.map((each) => each.of('T1')))
    // Whoever reads late may find the new one already.
    expect(given).toContain('xoxe-T1-1')
    expect(given.filter((token) => !['xoxe-T1-1', 'xoxe-T1-2'].includes(token ?? ''))).toEqual([])
    await Promise.all(processes.map((each) => each.settled()))
    expect(world.refreshes()).toEqual(['refresh-T1-1'])
    await Promise.all(processes.map((each) => each.refreshDue()))
    world.passes(minutes(2))
    const later = await Promise.all(processes.map((each) => each.of('T1')))
    expect([new Set(later), world.refreshes()]).toEqual([new Set(['xoxe-T1-2']), ['refresh-T1-1']])
  })

  it('is waited for when it has ended, also by whoever did not refresh it', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    world.passes(hours(13))
    // Whoever waits looks again and again, in no time, until the one that was first is done.
    const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
    const given = await Promise.all([1, 2, 3].map(() => world.process({}, { pause }).of('T1')))
    expect([given, world.refreshes()]).toEqual([Array(3).fill('xoxe-T1-2'), ['refresh-T1-1']])
  })

  it('many at once are refreshed each once, and the trouble of one is nobody else’s', async () => {
    const world = await rotatingSlack()
    for (let n = 1; n <= 12; n += 1) await world.installs(`T${n}`)
    world.delivers((answer) =>
      JSON.stringify(answer).includes('xoxe-T3-') ? refused('internal_error') : answer,
    )
    world.passes(hours(11))
    const [one, other] = [world.process(), world.process()]
    const outcomes = await Promise.all([one.refreshDue(), other.refreshDue()])
    expect(outcomes.reduce((sum, { refreshed }) => sum + refreshed, 0)).toBe(11)
    expect(new Set(world.refreshes()).size).toBe(12)
    // Whichever refreshed it, the other knows after a minute.
    world.passes(minutes(2))
    expect(await one.of('T4')).toBe('xoxe-T4-2')
    expect(await one.of('T3')).toBe('xoxe-T3-1')
  })
})

describe('a token that Slack refuses', () => {
  it('was refreshed elsewhere: the same call may do with the other', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    const tokens = world.process()
    await tokens.of('T1')
    await world.installs('T1', hours(12), 2)
    expect(await tokens.refused('T1', 'xoxe-T1-1', 'token_revoked')).toBe(true)
    expect(await tokens.of('T1')).toBe('xoxe-T1-2')
  })

  it('has ended by Slack’s clock: it is refreshed', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    const tokens = world.process()
    expect(await tokens.refused('T1', 'xoxe-T1-1', 'token_expired')).toBe(true)
    expect(await tokens.of('T1')).toBe('xoxe-T1-2')
  })

  it('was taken away: that installation is broken, and goes in thirty days', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    world.slack.on('auth.test', () => refused('account_inactive'))
    const tokens = world.process()
    expect(await tokens.refused('T1', 'xoxe-T1-1', 'account_inactive')).toBe(false)
    expect(await world.installations.get('T1')).toMatchObject({
      ...{ state: 'broken', why: 'account_inactive', eraseAt: after(hours(24 * 30)) },
    })
  })

  it('and takes all the same when it is asked who that is: nothing happens', async () => {
    const world = await rotatingSlack()
    await world.installs('T1')
    const tokens = world.process()
    expect(await tokens.refused('T1', 'xoxe-T1-1', 'invalid_auth')).toBe(false)
    expect(await world.installations.get('T1')).toMatchObject({ state: 'active' })
  })
})
