import { describe, expect, it } from 'vitest'
import { startPracticeApp } from '../../../src/practice/practice-app.js'
import { clientOf } from '../support/client.js'
import { manifest } from '../support/manifest.js'
import { asking, backAt, brought, callAsApp, openApp, openTeam } from '../support/open-app.js'
import { atEnd, closeAfterEach } from '../support/open-slack.js'

closeAfterEach()

const ana = { userId: 'U0ANA', teamId: 'T1' }
const minute = 60_000

describe('the page on which somebody allows the app in', () => {
  it('sends the browser back with a code, and the state as it was', async () => {
    const { slack } = await openApp()
    openTeam(slack, 'T1')
    const back = brought(slack.approve(asking(slack), ana))
    expect(back).toMatchObject({ at: backAt, state: 'a+b /=c' })
    expect(back.code).toMatch(/^\d+\.\d+\.[0-9a-f]{64}$/)
    expect(slack.isInstalled('T1')).toBe(false)
  })

  it('says access_denied when they do not, and brings the state back all the same', async () => {
    const { slack } = await openApp()
    expect(brought(slack.deny(asking(slack)))).toEqual({
      at: backAt,
      state: 'a+b /=c',
      error: 'access_denied',
    })
  })

  it('invents no state', async () => {
    const { slack } = await openApp()
    openTeam(slack, 'T1')
    expect(brought(slack.approve(asking(slack, { state: null }), ana))).not.toHaveProperty('state')
  })

  it('shows an error to whoever comes from an unknown app or would be sent to an unknown address', async () => {
    const { slack } = await openApp()
    openTeam(slack, 'T1')
    const shown = (otherwise: Record<string, string | null>) => () =>
      slack.approve(asking(slack, otherwise), ana)
    expect(shown({ client_id: '1.2' })).toThrow('invalid_client_id')
    expect(shown({ client_id: null })).toThrow('invalid_client_id')
    for (const address of [
      'https://tester.example/slackers',
      'https://tester.example/',
      'https://tester.example:8443/slack',
      'http://tester.example/slack',
      'https://tester.example.evil/slack',
      'nonsense',
    ])
      expect(shown({ redirect_uri: address })).toThrow('bad_redirect_uri')
    expect(brought(slack.approve(asking(slack, { redirect_uri: null }), ana)).at).toBe(
      'https://tester.example/slack',
    )
  })

  it('sends nobody over an open line, this machine apart', async () => {
    const redirectUrls = ['http://tester.example/slack', 'http://127.0.0.1:3000/slack']
    const { slack } = await openApp({ app: { redirectUrls } })
    openTeam(slack, 'T1')
    const [open = '', local = ''] = redirectUrls
    expect(() => slack.approve(asking(slack, { redirect_uri: open }), ana)).toThrow('bad_redirect_uri')
    expect(brought(slack.approve(asking(slack, { redirect_uri: local }), ana)).at).toBe(local)
  })

  it('asks for nothing that the manifest does not', async () => {
    const { slack } = await openApp()
    openTeam(slack, 'T1')
    for (const otherwise of [{ scope: 'chat:write,admin' }, { scope: '' }, { user_scope: 'search:read' }])
      expect(brought(slack.approve(asking(slack, otherwise), ana))).toMatchObject({ error: 'invalid_scope' })
  })

  it('lets full members alone install, and admins alone where an admin has to approve', async () => {
    const { slack } = await openApp()
    const { people } = openTeam(slack, 'T1')
    people.add({ id: 'U0GUS', name: 'gus', standing: 'guest' })
    people.add({ id: 'U0BEN', name: 'ben' })
    slack.openWorkspace({ teamId: 'T2', needsApproval: true }).people.add({ id: 'U0BEN', name: 'ben' })
    const answer = (by: { userId: string; teamId: string }) => brought(slack.approve(asking(slack), by)).error
    expect(answer({ userId: 'U0GUS', teamId: 'T1' })).toBe('access_denied')
    expect(answer({ userId: 'U0BEN', teamId: 'T1' })).toBeUndefined()
    expect(answer({ userId: 'U0BEN', teamId: 'T2' })).toBe('access_denied')
  })

  it('opens an app that is not distributed to the workspace that made it alone', async () => {
    const { slack } = await openApp({ app: { isDistributed: false } })
    openTeam(slack, 'T1')
    openTeam(slack, 'T2')
    expect(brought(slack.approve(asking(slack), ana)).error).toBeUndefined()
    expect(brought(slack.approve(asking(slack), { userId: 'U0ANA', teamId: 'T2' })).error).toBe(
      'invalid_team_for_non_distributed_app',
    )
  })
})

describe('oauth.v2.access', () => {
  const coded = async (app = {}) => {
    const opened = await openApp({ app })
    openTeam(opened.slack, 'T1')
    const { code = '' } = brought(opened.slack.approve(asking(opened.slack), ana))
    return { ...opened, code }
  }

  it('gives a token for a code, with all that Slack says of the installation', async () => {
    const { slack, code } = await coded({ rotates: false })
    const answer = await callAsApp(slack, 'oauth.v2.access', { code, redirect_uri: backAt })
    expect(answer).toEqual({
      ok: true,
      access_token: expect.stringMatching(/^xoxb-/),
      token_type: 'bot',
      scope: 'chat:write,commands',
      bot_user_id: 'U0PERSONBOT',
      app_id: 'A0PRACTICE',
      team: { id: 'T1', name: 't1' },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: 'U0ANA' },
    })
    expect(await clientOf(slack.workspace('T1'), String(answer.access_token)).auth.test()).toMatchObject({
      team_id: 'T1',
      is_enterprise_install: false,
      response_metadata: { scopes: ['chat:write', 'commands'] },
    })
  })

  it('takes the credentials by HTTP Basic too', async () => {
    const { slack, code } = await coded()
    const basic = Buffer.from(`${slack.app.clientId}:${slack.app.clientSecret}`).toString('base64')
    const answer = await fetch(`${slack.apiUrl}oauth.v2.access`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ code, redirect_uri: backAt }),
    })
    expect(await answer.json()).toMatchObject({ ok: true })
  })

  it('refuses whoever is not the app, and goes on taking the code from the app', async () => {
    const { slack, code } = await coded()
    const given = { code, redirect_uri: backAt }
    const refused = (otherwise: Record<string, string>) =>
      callAsApp(slack, 'oauth.v2.access', { ...given, ...otherwise })
    expect(await refused({ client_id: '9.9' })).toEqual({ ok: false, error: 'invalid_client_id' })
    expect(await refused({ client_secret: 'guessed' })).toMatchObject({ error: 'bad_client_secret' })
    expect(await refused({ grant_type: 'password' })).toMatchObject({ error: 'invalid_grant_type' })
    expect(await refused({ code: 'made up' })).toMatchObject({ error: 'invalid_code' })
    expect(await refused({ redirect_uri: `${backAt}/below` })).toMatchObject({ error: 'bad_redirect_uri' })
    expect(await callAsApp(slack, 'oauth.v2.access', { code })).toMatchObject({ error: 'bad_redirect_uri' })
    expect(await callAsApp(slack, 'oauth.v2.access', given)).toMatchObject({ ok: true })
  })

  it('takes a code once, and for ten minutes by its clock', async () => {
    const { slack, code, pass } = await coded()
    const { code: second = '' } = brought(slack.approve(asking(slack), ana))
    const tried = (each: string) => callAsApp(slack, 'oauth.v2.access', { code: each, redirect_uri: backAt })
    pass(10 * minute)
    expect(await tried(code)).toMatchObject({ ok: true })
    expect(await tried(code)).toMatchObject({ error: 'code_already_used' })
    pass(1)
    expect(await tried(second)).toMatchObject({ error: 'invalid_code' })
  })

  it('has used the code up when its answer is lost', async () => {
    const { slack, code } = await coded()
    slack.faults.next('oauth.v2.access', { kind: 'lost_after' })
    const given = { code, redirect_uri: backAt }
    await expect(callAsApp(slack, 'oauth.v2.access', given)).rejects.toThrow('fetch failed')
    expect(slack.isInstalled('T1')).toBe(true)
    expect(await callAsApp(slack, 'oauth.v2.access', given)).toMatchObject({ error: 'code_already_used' })
    slack.forgive('code_already_used')
    expect(slack.problems).toEqual([])
    expect(() => slack.forgive('code_already_used')).toThrow('refused nothing')
  })

  it('adds scopes to those that were granted before, and takes none away', async () => {
    const { slack } = await openApp({ app: { rotates: false } })
    const team = openTeam(slack, 'T1')
    const first = await slack.install(ana, ['chat:write', 'users:read'])
    const again = await slack.install(ana, ['commands'])
    expect(first.scope).toBe('chat:write,users:read')
    expect(again.scope).toBe('chat:write,users:read,commands')
    const scopesOf = async (token: unknown) =>
      (await clientOf(team, String(token)).auth.test()).response_metadata?.scopes
    // The old token goes on with what it had.
    expect(await scopesOf(first.access_token)).toEqual(['chat:write', 'users:read'])
    expect(await scopesOf(again.access_token)).toEqual(['chat:write', 'users:read', 'commands'])
    slack.uninstall('T1')
    expect((await slack.install(ana, ['commands'])).scope).toBe('commands')
  })

  it('writes no secret down', async () => {
    const { slack, code } = await coded()
    const answer = await callAsApp(slack, 'oauth.v2.access', { code, redirect_uri: backAt })
    const written = JSON.stringify(slack.traffic)
    const { clientSecret } = slack.app
    for (const secret of [code, clientSecret, String(answer.access_token), String(answer.refresh_token)])
      expect(written).not.toContain(secret)
    expect(written).toContain('oauth.v2.access')
  })

  it('stands behind the page of an app that names no address: there is none to go back to', async () => {
    const slack = await startPracticeApp({ manifest })
    atEnd(() => slack.close())
    openTeam(slack, 'T1')
    expect(() => slack.approve(asking(slack, { redirect_uri: null }), ana)).toThrow('bad_redirect_uri')
  })
})
