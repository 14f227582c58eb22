import { describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../../../src/app/ports.js'
import { botScopes } from '../../../src/slack/installing/scopes.js'
import { refused } from '../stand.js'
import { aHostedBot, Visitor, wordsOf } from './visiting.js'

describe('Add to Slack', () => {
  it('leads from the page to Slack and back, and the installation is kept before anybody hears of it', async () => {
    const bot = await aHostedBot()
    const visitor = new Visitor()
    const asked = await bot.sets(visitor)
    expect(asked.origin + asked.pathname).toBe(`${new URL(bot.slack.apiUrl).origin}/oauth/v2/authorize`)
    const state = asked.searchParams.get('state') ?? ''
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      ...{ client_id: '11.22', scope: botScopes.join(','), state },
      redirect_uri: `${bot.publicUrl}/slack/oauth_redirect`,
    })
    bot.approves('code-1')
    const response = await visitor.go(bot.back({ code: 'code-1', state }))
    expect([response.status, await wordsOf(response)]).toEqual([
      200,
      expect.stringContaining('Personable has arrived in Acme'),
    ])
    expect(await bot.installations.get('T1')).toMatchObject({
      ...{ id: 'T1', isOrg: false, appId: 'A1', name: 'Acme', botUserId: 'UBOT', botId: 'BBOT' },
      ...{ installerId: 'UANA', state: 'active' },
    })
    const tokens = await bot.installations.tokens('T1')
    expect(tokens).toMatchObject({ token: 'xoxe.xoxb-1', refreshToken: 'xoxe-1-1' })
    expect(Date.parse(tokens?.expiresAt ?? '') - Date.now()).toBeGreaterThan(43_100_000)
    expect(bot.slack.to('oauth.v2.access')).toEqual([
      {
        ...{ code: 'code-1', client_id: '11.22', client_secret: 'quiet' },
        redirect_uri: `${bot.publicUrl}/slack/oauth_redirect`,
      },
    ])
    expect(bot.arrivals).toEqual([['T1', 'first']])
    expect([...visitor.cookies]).toEqual([])
  })

  it('the last page opens the app in the workspace', async () => {
    const bot = await aHostedBot()
    const page = await (await bot.installs()).text()
    expect(page).toContain(`href="${new URL('/app_redirect', bot.slack.apiUrl)}?app=A1&amp;team=T1"`)
  })

  it('a second time is a reinstall, with more permissions than asked for as well', async () => {
    const bot = await aHostedBot()
    await bot.installs()
    const response = await bot.installs({
      access_token: 'xoxb-2',
      scope: `${botScopes.join(',')},reactions:write`,
    })
    expect(response.status).toBe(200)
    expect(bot.arrivals).toEqual([
      ['T1', 'first'],
      ['T1', 'again'],
    ])
    expect((await bot.installations.tokens('T1'))?.token).toBe('xoxb-2')
  })

  it('without a page for those who come from the Marketplace', async () => {
    const bot = await aHostedBot()
    const visitor = new Visitor()
    const response = await visitor.go(`${bot.publicUrl}/slack/install?direct`)
    expect(response.status).toBe(302)
    const state = new URL(response.headers.get('location') ?? '').searchParams.get('state') ?? ''
    bot.approves('code-1')
    expect((await visitor.go(bot.back({ code: 'code-1', state }))).status).toBe(200)
  })

  it('a workspace may be called whatever it likes', async () => {
    const bot = await aHostedBot()
    const page = await (await bot.installs({ team: { id: 'T1', name: `<script>"o'Neil" & co` } })).text()
    expect(page).toContain('arrived in &lt;script&gt;&quot;o&#39;Neil&quot; &amp; co')
    expect(page).not.toContain('<script')
  })

  it('an organisation is kept with the workspaces that it lets use the app', async () => {
    const bot = await aHostedBot()
    const pages = [
      { ok: true, teams: [{ id: 'T1', name: 'One' }], response_metadata: { next_cursor: 'more' } },
      { ok: true, teams: [{ id: 'T2', name: 'Two' }], response_metadata: { next_cursor: '' } },
    ]
    bot.slack.on('auth.teams.list', ({ cursor }) => pages[cursor === 'more' ? 1 : 0] ?? refused('oops'))
    const response = await bot.installs({
      ...{ team: null, enterprise: { id: 'E1', name: 'Acme Group' }, is_enterprise_install: true },
    })
    expect(await response.text()).toContain(
      'href="https://app.slack.com/manage/E1/integrations/profile/A1/workspaces/add"',
    )
    expect(await bot.installations.get('E1')).toMatchObject({ id: 'E1', enterpriseId: 'E1', isOrg: true })
    expect(await bot.installations.granted('E1')).toEqual(['T1', 'T2'])
    expect((await bot.installations.serving('T2'))?.id).toBe('E1')
  })

  it('an organisation is kept also when Slack does not say just now whom it lets use the app', async () => {
    const bot = await aHostedBot()
    bot.slack.on('auth.teams.list', () => refused('ratelimited'))
    const enterprise = { id: 'E1', name: 'Acme Group' }
    const response = await bot.installs({ team: null, enterprise, is_enterprise_install: true })
    expect(response.status).toBe(200)
    expect(await bot.installations.get('E1')).toMatchObject({ state: 'active' })
  })
})

describe('an installation that comes to nothing', () => {
  it('the code is shown once, also when Slack does not answer', async () => {
    const bot = await aHostedBot()
    bot.slack.on('oauth.v2.access', () => 'lost')
    const response = await bot.installs()
    expect([response.status, await wordsOf(response)]).toEqual([
      502,
      expect.stringMatching(/Slack did not answer.*add it once more.*Back to the install page/),
    ])
    expect(bot.slack.to('oauth.v2.access')).toHaveLength(1)
    expect(await bot.installations.get('T1')).toBeNull()
  })

  it('Slack is asked again who we are, which does no harm', async () => {
    const bot = await aHostedBot()
    const me = { ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'BBOT' }
    bot.slack.on('auth.test', () => (bot.slack.to('auth.test').length < 3 ? { status: 503 } : me))
    expect((await bot.installs()).status).toBe(200)
    expect(bot.slack.to('oauth.v2.access')).toHaveLength(1)
    expect(await bot.installations.get('T1')).toMatchObject({ botId: 'BBOT' })
  })

  it('half an installation says what to do, and the second time it is whole', async () => {
    const bot = await aHostedBot()
    const me = { ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'BBOT' }
    bot.slack.on('auth.test', () => 'lost')
    const half = await bot.installs()
    expect([half.status, await wordsOf(half)]).toEqual([
      502,
      expect.stringMatching(/Almost there.*Please add it once more.*Back to the install page/),
    ])
    expect(await bot.installations.get('T1')).toBeNull()
    expect(bot.said('An installation was not finished')).toMatchObject([{ reason: 'half' }])
    bot.slack.on('auth.test', () => me)
    expect((await bot.installs()).status).toBe(200)
    expect(await bot.installations.get('T1')).toMatchObject({ state: 'active' })
  })

  it('a database that is busy for a moment is waited for', async () => {
    let tries = 0
    const bot = await aHostedBot({
      over: ({ keep }) => ({
        keep: async (install, at) => {
          tries += 1
          if (tries < 3) throw new StoreUnavailable('busy', 'busy')
          return keep(install, at)
        },
      }),
    })
    expect((await bot.installs()).status).toBe(200)
    expect(await bot.installations.get('T1')).toMatchObject({ state: 'active' })
  })

  it('a database that is gone says so, and nobody hears of success', async () => {
    const bot = await aHostedBot({
      over: () => ({ keep: () => Promise.reject(new StoreUnavailable('gone', 'gone')) }),
    })
    const response = await bot.installs()
    expect([response.status, await wordsOf(response)]).toEqual([
      503,
      expect.stringMatching(/could not write that down.*in a few minutes/),
    ])
    expect(bot.arrivals).toEqual([])
  })

  it.each([
    ['no bot', { bot_user_id: undefined }, /gave Personable no voice/],
    ['a permission less', { scope: 'commands,chat:write' }, /Something was left out.*allow all/],
    ['another app', { app_id: 'A2' }, /That was another app/],
    ['no app', { app_id: undefined }, /That was another app/],
  ])('refused: %s', async (_, fields, words) => {
    const bot = await aHostedBot({ appId: 'A1' })
    const response = await bot.installs(fields)
    expect([response.status, await wordsOf(response)]).toEqual([400, expect.stringMatching(words)])
    expect(await bot.installations.get('T1')).toBeNull()
  })

  it('whoever runs it reads in the log what to mend', async () => {
    const bot = await aHostedBot()
    bot.slack.on('oauth.v2.access', () => refused('bad_client_secret'))
    const response = await bot.installs()
    expect([response.status, await wordsOf(response)]).toEqual([
      500,
      expect.stringMatching(/not set up rightly.*tell whoever runs it/),
    ])
    expect(bot.said('Slack does not accept the app: compare')).toMatchObject([{ code: 'bad_client_secret' }])
  })
})
