import { describe, expect, it } from 'vitest'
import { clientOf, refusal } from '../support/client.js'
import { callAsApp, listening, openApp, openTeam } from '../support/open-app.js'
import { closeAfterEach } from '../support/open-slack.js'

closeAfterEach()

const ana = { userId: 'U0ANA', teamId: 'T1' }

const installed = async () => {
  const opened = await openApp()
  const team = openTeam(opened.slack, 'T1')
  const heard = await listening(opened.slack)
  const first = await opened.slack.install(ana)
  return { ...opened, team, heard, first }
}

describe('an app that is removed', () => {
  it('hears of it without authorizations, and nothing after it', async () => {
    const { slack, team, heard } = await installed()
    slack.uninstall('T1')
    await slack.until(() => heard.length === 2)
    await team.as('U0ANA').say('C0SALES', 'anybody?')
    expect((await team.as('U0ANA').command('C0SALES', '/try it')).error).toBe('unknown_command')
    expect((await team.as('U0ANA').shortcut('start')).delivered).toBe(false)
    await slack.idle()
    expect(heard.map(({ body }) => body)).toEqual([
      {
        token: 'practice',
        team_id: 'T1',
        api_app_id: 'A0PRACTICE',
        event: { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0PERSONBOT'] } },
        type: 'event_callback',
        event_id: expect.stringMatching(/^Ev/),
        event_time: Date.parse('2026-11-24T16:00:00Z') / 1_000,
      },
      expect.objectContaining({ team_id: 'T1', event: { type: 'app_uninstalled' } }),
    ])
    expect(heard[1]?.body).not.toHaveProperty('authorizations')
    expect(slack.problems).toEqual([])
  })

  it('hears of no press on what it posted before', async () => {
    const { slack, team, heard, first } = await installed()
    const go = { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }
    const blocks = [{ type: 'actions' as const, elements: [go] }]
    const client = clientOf(team, String(first.access_token))
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0SALES', text: 'x', blocks })
    slack.uninstall('T1')
    const run = await team.as('U0ANA').press({ channelId: 'C0SALES', ts }, 'Go')
    expect(run).toMatchObject({ delivered: false, acknowledged: false })
    expect(heard.filter(({ type }) => type === 'block_actions')).toEqual([])
    expect(slack.problems).toEqual([])
  })

  it('has no token and no refresh token that is good for anything, even once it is back', async () => {
    const { slack, team, first } = await installed()
    slack.uninstall('T1')
    const token = String(first.access_token)
    expect(await refusal(clientOf(team, token).auth.test())).toBe('account_inactive')
    const values = { grant_type: 'refresh_token', refresh_token: String(first.refresh_token) }
    expect(await callAsApp(slack, 'oauth.v2.access', values)).toMatchObject({
      error: 'invalid_refresh_token',
    })
    const again = await slack.install(ana)
    expect(again.bot_user_id).toBe(first.bot_user_id)
    expect(await refusal(clientOf(team, token).auth.test())).toBe('account_inactive')
    expect(await refusal(clientOf(team, String(again.access_token)).auth.test())).toBeUndefined()
  })

  it('hears the two in either order', async () => {
    const { slack, heard } = await installed()
    slack.uninstall('T1', { isUninstalledFirst: true })
    await slack.until(() => heard.length === 2)
    expect(heard.map(({ type }) => type).sort()).toEqual(['app_uninstalled', 'tokens_revoked'])
    const sent = slack.traffic.filter(({ kind }) => kind === 'event').map(({ name }) => name)
    expect(sent).toEqual(['app_uninstalled', 'tokens_revoked'])
  })

  it('may hear of it after it is back, by an event of the time before', async () => {
    const { slack, heard, pass } = await installed()
    const removedAt = Date.parse('2026-11-24T16:00:00Z') / 1_000
    const news = slack.uninstall('T1', { isHeld: true })
    pass(60_000)
    await slack.install(ana)
    await slack.idle()
    expect(heard).toEqual([])
    news.deliver()
    await slack.until(() => heard.length === 2)
    expect(heard.map(({ body }) => body.event_time)).toEqual([removedAt, removedAt])
    expect(slack.isInstalled('T1')).toBe(true)
    news.deliver()
    await slack.idle()
    expect(heard).toHaveLength(2)
  })

  it('may remove itself, with its own credentials', async () => {
    const { slack, heard, first } = await installed()
    const token = String(first.access_token)
    expect(await callAsApp(slack, 'apps.uninstall', { client_secret: 'guessed' }, token)).toMatchObject({
      error: 'bad_client_secret',
    })
    expect(await callAsApp(slack, 'apps.uninstall', {}, token)).toEqual({ ok: true })
    await slack.until(() => heard.length === 2)
    expect(slack.isInstalled('T1')).toBe(false)
  })

  it('goes on in every other workspace', async () => {
    const { slack } = await installed()
    const other = openTeam(slack, 'T2')
    const there = await slack.install({ userId: 'U0ANA', teamId: 'T2' })
    slack.uninstall('T1')
    expect(await refusal(clientOf(other, String(there.access_token)).auth.test())).toBeUndefined()
    expect((await other.as('U0ANA').command('C0SALES', '/try it')).acknowledged).toBe(true)
    expect(() => slack.uninstall('T1')).toThrow('not installed in T1')
  })
})
