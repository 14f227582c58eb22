import { describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../../src/app/ports.js'
import { Readiness } from '../../src/watch/readiness.js'
import { SlackState } from '../../src/watch/slack-state.js'
import { Vitals } from '../../src/watch/vitals.js'

const watched = (connection = true, proof = true) => {
  let ms = Date.parse('2026-11-24T16:00:00.000Z')
  const now = () => new Date(ms).toISOString()
  const vitals = new Vitals(now)
  const slack = new SlackState(vitals, { connection, proof }, () => ms)
  const readiness = new Readiness(vitals, () => ms)
  return {
    slack,
    readiness,
    now,
    later: (by: number) => {
      ms += by
    },
    ill: async () => Object.fromEntries((await readiness.ailing()).map(({ part, why }) => [part, why])),
    wellNow: () => {
      slack.called('auth.test', null)
      slack.connections(2)
      readiness.probeWith(async () => {})
      readiness.beaten(now())
    },
  }
}
const refused = { code: 'token_revoked', isBadToken: true }

describe('Whether the bot is ready', () => {
  it('is not before everything has shown that it works, and says since when', async () => {
    const { readiness, ill, wellNow } = watched()
    const since = '2026-11-24T16:00:00.000Z'
    expect(await readiness.ailing()).toEqual([
      { part: 'slack', since, why: 'not yet' },
      { part: 'database', since, why: 'not yet' },
      { part: 'beat', since, why: 'not yet' },
    ])
    wellNow()
    expect(await ill()).toEqual({})
  })

  it('is without a word from Slack where many workspaces install it: one to which nothing falls would never be', async () => {
    const { slack, readiness, ill, now } = watched(false, false)
    readiness.probeWith(async () => {})
    readiness.beaten(now())
    expect(await ill()).toEqual({})
    expect(slack.isProven).toBe(false)
    slack.called('conversations.info', { code: 'fatal_error', isBadToken: false })
    expect(await ill()).toEqual({})
  })

  it('is not from the moment it is about to stop, whatever works; and says whether somebody watches', async () => {
    const { readiness, ill, wellNow, later, now } = watched()
    wellNow()
    expect(readiness.leave(now())).toBe(false)
    expect(await readiness.asked()).toEqual([{ part: 'beat', since: now(), why: 'stopping' }])
    expect(readiness.leave(now())).toBe(true)
    wellNow()
    expect(await ill()).toEqual({ beat: 'stopping' })
    later(60_000)
    expect(readiness.leave(now())).toBe(false)
  })

  it('is not two minutes after the last beat, since that beat', async () => {
    const { readiness, ill, wellNow, later, now } = watched()
    wellNow()
    const beat = now()
    later(120_000)
    expect(await ill()).toEqual({})
    later(1)
    expect(await readiness.ailing()).toEqual([{ part: 'beat', since: beat, why: 'late' }])
    readiness.beaten(now())
    expect(await ill()).toEqual({})
  })

  it('is not without a connection, or with a token that Slack refuses; over HTTP the token alone counts', async () => {
    const { slack, ill, wellNow } = watched()
    wellNow()
    slack.connections(1)
    expect(await ill()).toEqual({})
    slack.connections(0)
    expect(await ill()).toEqual({ slack: 'not_connected' })
    slack.connections(1)
    slack.called('chat.postMessage', { code: 'ratelimited', isBadToken: false })
    expect(await ill()).toEqual({})
    slack.called('users.info', refused)
    expect(await ill()).toEqual({ slack: 'token_revoked' })
    slack.called('response_url', null)
    expect(await ill()).toEqual({ slack: 'token_revoked' })
    slack.called('users.info', null)
    expect(await ill()).toEqual({})
    slack.takenAway()
    slack.called('users.info', null)
    expect(await ill()).toEqual({ slack: 'taken_away' })
    const http = watched(false)
    http.wellNow()
    http.slack.connections(0)
    expect(await http.ill()).toEqual({})
  })

  it('is not while nothing can be written; it is tried every five seconds at most', async () => {
    const { readiness, ill, wellNow, later } = watched()
    wellNow()
    let tried = 0
    let fails = true
    readiness.probeWith(async () => {
      tried += 1
      if (fails) throw new StoreUnavailable('full', 'no room')
    })
    expect(await ill()).toEqual({ database: 'full' })
    fails = false
    expect(await ill()).toEqual({ database: 'full' })
    expect(tried).toBe(1)
    later(5_000)
    expect(await ill()).toEqual({})
    expect(tried).toBe(2)
  })

  it('asks Slack when nothing was heard of it for five minutes', () => {
    const { slack, wellNow, later } = watched()
    expect(slack.isQuiet).toBe(true)
    wellNow()
    expect(slack.isQuiet).toBe(false)
    later(300_000)
    expect(slack.isQuiet).toBe(true)
  })
})
