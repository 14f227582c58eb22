import { describe, expect, it } from 'vitest'
import type { PracticeApp } from '../../../src/practice/practice-app.js'
import { clientOf, refusal } from '../support/client.js'
import { callAsApp, openApp, openTeam } from '../support/open-app.js'
import { closeAfterEach } from '../support/open-slack.js'

closeAfterEach()

const ana = { userId: 'U0ANA', teamId: 'T1' }
const twelveHours = 43_200_000

const renew = (slack: PracticeApp, token: unknown) =>
  callAsApp(slack, 'oauth.v2.access', { grant_type: 'refresh_token', refresh_token: String(token) })

/** What Slack says to a token: its refusal, or nothing. */
const tried = (slack: PracticeApp, token: unknown) =>
  refusal(clientOf(slack.workspace('T1'), String(token)).auth.test())

const installed = async (app = {}) => {
  const { slack, pass } = await openApp({ app })
  openTeam(slack, 'T1')
  return { slack, pass, first: await slack.install(ana) }
}

describe('tokens that rotate', () => {
  it('come with one that renews them, and end after twelve hours by the clock of Slack', async () => {
    const { slack, pass, first } = await installed()
    expect(first).toMatchObject({
      access_token: expect.stringMatching(/^xoxe\.xoxb-/),
      refresh_token: expect.stringMatching(/^xoxe-1-/),
      expires_in: 43_200,
    })
    pass(twelveHours - 1_000)
    const client = clientOf(slack.workspace('T1'), String(first.access_token))
    expect(await client.auth.test()).toMatchObject({ expires_in: 1 })
    pass(1_000)
    expect(await tried(slack, first.access_token)).toBe('token_expired')
  })

  it('are renewed after their end too, with all but the user', async () => {
    const { slack, pass, first } = await installed()
    pass(2 * twelveHours)
    const second = await renew(slack, first.refresh_token)
    expect(second).toMatchObject({ ok: true, token_type: 'bot', team: { id: 'T1' }, expires_in: 43_200 })
    expect(second).not.toHaveProperty('authed_user')
    expect(second.access_token).not.toBe(first.access_token)
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(await tried(slack, second.access_token)).toBeUndefined()
  })

  it('go on beside the new one, but are two at most', async () => {
    const { slack, first } = await installed()
    const second = await renew(slack, first.refresh_token)
    expect(slack.tokensOf('T1')).toEqual([first.access_token, second.access_token])
    const third = await renew(slack, second.refresh_token)
    expect(slack.tokensOf('T1')).toEqual([second.access_token, third.access_token])
    expect(await tried(slack, first.access_token)).toBe('token_revoked')
  })

  it('are renewed once by a refresh token, and again for the grace', async () => {
    const { slack, pass, first } = await installed({ refreshGraceMs: 30_000 })
    const one = await renew(slack, first.refresh_token)
    pass(29_999)
    const other = await renew(slack, first.refresh_token)
    expect(other.ok).toBe(true)
    expect(other.access_token).not.toBe(one.access_token)
    pass(1)
    expect(await renew(slack, first.refresh_token)).toEqual({ ok: false, error: 'invalid_refresh_token' })
  })

  it('are renewed once alone without a grace', async () => {
    const { slack, first } = await installed({ refreshGraceMs: 0 })
    expect(await renew(slack, first.refresh_token)).toMatchObject({ ok: true })
    expect(await renew(slack, first.refresh_token)).toMatchObject({ error: 'invalid_refresh_token' })
  })

  it('die in the branch that nobody goes on with, and what would renew them', async () => {
    const { slack, first } = await installed()
    const kept = await renew(slack, first.refresh_token)
    const lost = await renew(slack, first.refresh_token)
    const next = await renew(slack, kept.refresh_token)
    const last = await renew(slack, next.refresh_token)
    expect(await tried(slack, lost.access_token)).toBe('token_revoked')
    expect(await renew(slack, lost.refresh_token)).toMatchObject({ error: 'invalid_refresh_token' })
    expect(await tried(slack, last.access_token)).toBeUndefined()
  })

  it('are not renewed by what is no refresh token, nor by another app', async () => {
    const { slack, first } = await installed()
    expect(await renew(slack, 'xoxe-1-guessed')).toMatchObject({ error: 'invalid_refresh_token' })
    expect(await renew(slack, first.access_token)).toMatchObject({ error: 'invalid_refresh_token' })
    const values = {
      grant_type: 'refresh_token',
      refresh_token: String(first.refresh_token),
      client_secret: 'x',
    }
    expect(await callAsApp(slack, 'oauth.v2.access', values)).toMatchObject({ error: 'bad_client_secret' })
  })

  it('have the scopes of their time; those granted since come with the renewal', async () => {
    const { slack } = await openApp()
    const team = openTeam(slack, 'T1')
    const first = await slack.install(ana, ['chat:write'])
    await slack.install(ana, ['commands'])
    const { response_metadata: seen } = await clientOf(team, String(first.access_token)).auth.test()
    expect(seen?.scopes).toEqual(['chat:write'])
    expect((await renew(slack, first.refresh_token)).scope).toBe('chat:write,commands')
  })

  it('end one by one by auth.revoke; the app stays', async () => {
    const { slack, first } = await installed()
    const second = await renew(slack, first.refresh_token)
    const test = await callAsApp(slack, 'auth.revoke', { test: 'true' }, String(second.access_token))
    expect(test).toEqual({ ok: true, revoked: false })
    const done = await callAsApp(slack, 'auth.revoke', {}, String(second.access_token))
    expect(done).toEqual({ ok: true, revoked: true })
    expect(await tried(slack, second.access_token)).toBe('token_revoked')
    expect(await tried(slack, first.access_token)).toBeUndefined()
    expect(slack.isInstalled('T1')).toBe(true)
  })
})

describe('tokens that last', () => {
  const exchange = (slack: PracticeApp, token: unknown) =>
    callAsApp(slack, 'oauth.v2.exchange', { token: String(token) })

  it('are exchanged once, when the app rotates, and last until the first renewal', async () => {
    const { slack, first } = await installed({ rotates: false })
    expect(first).not.toHaveProperty('refresh_token')
    expect(await exchange(slack, first.access_token)).toMatchObject({ error: 'token_rotation_not_enabled' })
    slack.app.rotates = true
    const pair = await exchange(slack, first.access_token)
    expect(pair).toMatchObject({ ok: true, expires_in: 43_200, team: { id: 'T1' } })
    expect(await exchange(slack, first.access_token)).toMatchObject({ error: 'token_already_exchanged' })
    expect(await exchange(slack, 'xoxb-made-up')).toMatchObject({ error: 'invalid_token' })
    expect(await tried(slack, first.access_token)).toBeUndefined()
    expect(await renew(slack, pair.refresh_token)).toMatchObject({ ok: true })
    expect(await tried(slack, first.access_token)).toBe('token_revoked')
  })

  it('take the app with them when they are revoked', async () => {
    const { slack, first } = await installed({ rotates: false })
    await callAsApp(slack, 'auth.revoke', {}, String(first.access_token))
    expect(slack.isInstalled('T1')).toBe(false)
    expect(await tried(slack, first.access_token)).toBe('account_inactive')
  })
})
