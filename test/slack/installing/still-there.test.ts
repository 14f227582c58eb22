import { describe, expect, it } from 'vitest'
import { asksStillThere } from '../../../src/slack/installing/still-there.js'
import { refused } from '../stand.js'
import { hours, rotatingSlack } from './rotating.js'
import { app } from './visiting.js'

const asking = async () => {
  const world = await rotatingSlack()
  const { installations, slack, clock, log } = world
  const ports = { installations, app: { ...app, apiUrl: slack.apiUrl }, clock, log, pause: async () => {} }
  return { ...world, asks: asksStillThere(ports) }
}

describe('whether an app that was taken away is there after all', () => {
  it('is what Slack says to its token', async () => {
    const { asks, slack, installs } = await asking()
    await installs('T1')
    expect(await asks('T1')).toBe('there')
    slack.on('auth.test', () => refused('account_inactive'))
    expect(await asks('T1')).toBe('gone')
    slack.on('auth.test', () => ({ status: 503 }))
    expect(await asks('T1')).toBe('unsure')
    expect(await asks('T9')).toBe('gone')
  })

  it('a token that ended meanwhile says nothing: it is refreshed, if Slack still does that', async () => {
    const { asks, slack, installs, installations, passes } = await asking()
    await installs('T1')
    await installs('T2')
    passes(hours(24 * 30))
    slack.on('auth.test', () => refused('token_expired'))
    expect(await asks('T1')).toBe('there')
    expect(await installations.tokens('T1')).toMatchObject({ token: 'xoxe-T1-2' })
    slack.on('oauth.v2.access', () => refused('invalid_refresh_token'))
    expect(await asks('T2')).toBe('gone')
  })
})
