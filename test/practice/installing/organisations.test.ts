import { describe, expect, it } from 'vitest'
import type { PracticeApp } from '../../../src/practice/practice-app.js'
import { clientOf, refusal } from '../support/client.js'
import { manifest } from '../support/manifest.js'
import { asking, brought, callAsApp, listening, openApp, openTeam } from '../support/open-app.js'
import { closeAfterEach } from '../support/open-slack.js'

closeAfterEach()

const boss = { userId: 'U0ANA', enterpriseId: 'E1' }

/** An organisation of two workspaces, each with a channel of its own; Ana is in both. */
const anOrganisation = async (options = {}) => {
  const { slack, pass } = await openApp(options)
  slack.openOrganisation({ enterpriseId: 'E1', name: 'Acme' })
  const [one, two] = [
    openTeam(slack, 'T1', { enterpriseId: 'E1' }),
    openTeam(slack, 'T2', { enterpriseId: 'E1' }),
  ]
  one.places.add({ id: 'C0ONE', name: 'one', members: ['U0ANA'] })
  two.places.add({ id: 'C0TWO', name: 'two', members: ['U0ANA'] })
  const heard = await listening(slack)
  return { slack, pass, one, two, heard }
}

const asOrg = (slack: PracticeApp, { access_token }: Record<string, unknown>) =>
  clientOf(slack.workspace('T1'), String(access_token))

describe('an installation of a whole organisation', () => {
  it('names no workspace, and is given none at first', async () => {
    const { slack, one, heard } = await anOrganisation()
    const answer = await slack.install(boss)
    expect(answer).toMatchObject({
      team: null,
      enterprise: { id: 'E1', name: 'Acme' },
      is_enterprise_install: true,
      authed_user: { id: 'U0ANA' },
    })
    const client = asOrg(slack, answer)
    expect(await client.auth.test()).toMatchObject({
      team_id: 'E1',
      enterprise_id: 'E1',
      is_enterprise_install: true,
    })
    expect((await client.auth.teams.list()).teams).toEqual([])
    await one.as('U0ANA').say('C0ONE', 'hello')
    await slack.idle()
    expect(heard).toEqual([])
    expect(await refusal(client.chat.postMessage({ channel: 'C0ONE', text: 'x' }))).toBe(
      'team_access_not_granted',
    )
  })

  it('reaches the workspaces that an admin gives it, until they are taken away', async () => {
    const { slack, heard } = await anOrganisation()
    const client = asOrg(slack, await slack.install(boss))
    const posting = (channel: string) => refusal(client.chat.postMessage({ channel, text: 'x' }))
    slack.grant('E1', ['T1', 'T2'])
    expect(await posting('C0ONE')).toBeUndefined()
    expect(await posting('C0TWO')).toBeUndefined()
    expect((await client.auth.teams.list()).teams).toEqual([
      { id: 'T1', name: 't1' },
      { id: 'T2', name: 't2' },
    ])
    slack.revoke('E1', ['T1'])
    expect(await posting('C0ONE')).toBe('team_access_not_granted')
    await slack.until(() => heard.filter(({ type }) => type.startsWith('team_access')).length === 2)
    const news = heard.filter(({ type }) => type.startsWith('team_access')).map(({ body }) => body)
    expect(news[0]).toMatchObject({
      enterprise_id: 'E1',
      event: { type: 'team_access_granted', team_ids: ['T1', 'T2'] },
    })
    expect(news[1]).toMatchObject({ event: { type: 'team_access_revoked', team_ids: ['T1'] } })
    for (const body of news) {
      expect(body).not.toHaveProperty('team_id')
      expect(body).not.toHaveProperty('authorizations')
    }
  })

  it('lists workspaces a page at a time', async () => {
    const { slack } = await anOrganisation()
    const client = asOrg(slack, await slack.install(boss))
    slack.grant('E1', ['T1', 'T2'])
    const first = await client.auth.teams.list({ limit: 1 })
    expect(first.teams).toEqual([{ id: 'T1', name: 't1' }])
    const cursor = String(first.response_metadata?.next_cursor)
    const second = await client.auth.teams.list({ limit: 1, cursor })
    expect(second.teams).toEqual([{ id: 'T2', name: 't2' }])
    expect(second.response_metadata?.next_cursor).toBe('')
  })

  it('names a workspace where nothing else says which', async () => {
    const { slack } = await anOrganisation()
    const client = asOrg(slack, await slack.install(boss))
    slack.grant('E1', ['T2'])
    expect(await refusal(client.users.list({}))).toBe('missing_argument')
    expect(await refusal(client.users.list({ team_id: 'T1' }))).toBe('team_access_not_granted')
    const { members } = await client.users.list({ team_id: 'T2' })
    expect(members?.map(({ id }) => id)).toContain('U0ANA')
    const { user } = await client.users.info({ user: 'U0ANA' })
    expect(user).toMatchObject({ enterprise_user: { enterprise_id: 'E1', teams: ['T1', 'T2'] } })
  })

  it('is named in all that is sent, and no workspace is where Slack names none', async () => {
    const { slack, two, heard } = await anOrganisation()
    const client = asOrg(slack, await slack.install(boss))
    slack.grant('E1', ['T2'])
    await two.as('U0ANA').command('C0TWO', '/try it')
    await two.as('U0ANA').shortcut('start')
    await two.as('U0ANA').say('C0TWO', 'hello')
    await slack.until(() => heard.length === 4)
    const of = (wanted: string) => heard.find(({ type }) => type === wanted)?.body
    expect(of('/try')).toMatchObject({
      team_id: 'T2',
      enterprise_id: 'E1',
      enterprise_name: 'Acme',
      is_enterprise_install: 'true',
    })
    expect(of('shortcut')).toMatchObject({
      team: null,
      user: { team_id: 'T2' },
      enterprise: { id: 'E1', name: 'Acme' },
      is_enterprise_install: true,
    })
    expect(of('message')).toMatchObject({
      team_id: 'T2',
      enterprise_id: 'E1',
      authorizations: [{ enterprise_id: 'E1', team_id: null, is_enterprise_install: true }],
    })
    const home = { type: 'home' as const, blocks: [] }
    const { view } = await client.views.publish({ user_id: 'U0ANA', view: home })
    expect(view).toMatchObject({ team_id: 'T2', app_installed_team_id: 'E1' })
  })

  it('stands behind one of the workspace itself, which goes on by itself', async () => {
    const { slack, one, heard } = await anOrganisation()
    const org = await slack.install(boss)
    slack.grant('E1', ['T1'])
    const own = await slack.install({ userId: 'U0ANA', teamId: 'T1' })
    expect(own).toMatchObject({ team: { id: 'T1' }, enterprise: { id: 'E1' }, is_enterprise_install: false })
    const isSaid = (text: string) =>
      heard.find(({ body }) => (body.event as { text?: string })?.text === text)
    await one.as('U0ANA').say('C0ONE', 'to itself')
    await slack.until(() => isSaid('to itself'))
    expect(isSaid('to itself')?.body).toMatchObject({
      authorizations: [{ team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: false }],
    })
    expect(await refusal(asOrg(slack, org).chat.postMessage({ channel: 'C0ONE', text: 'x' }))).toBeUndefined()
    slack.uninstall('T1')
    await one.as('U0ANA').say('C0ONE', 'to all')
    await slack.until(() => isSaid('to all'))
    expect(isSaid('to all')?.body).toMatchObject({ authorizations: [{ team_id: null }] })
    expect(await refusal(asOrg(slack, own).auth.test())).toBe('account_inactive')
  })

  it('is removed as a whole, which its events say of the organisation alone', async () => {
    const { slack, heard } = await anOrganisation()
    const answer = await slack.install(boss)
    slack.grant('E1', ['T1', 'T2'])
    slack.uninstall('E1')
    const removed = () => heard.find(({ type }) => type === 'app_uninstalled')
    await slack.until(removed)
    expect(removed()?.body).toMatchObject({ enterprise_id: 'E1' })
    expect(removed()?.body).not.toHaveProperty('team_id')
    expect(await refusal(asOrg(slack, answer).auth.test())).toBe('account_inactive')
    expect(() => slack.grant('E1', ['T1'])).toThrow('not installed for E1')
  })

  it('is for admins alone, and for an app that is ready for it', async () => {
    const { slack, one } = await anOrganisation()
    one.people.add({ id: 'U0BEN', name: 'ben' })
    const answer = slack.approve(asking(slack), { userId: 'U0BEN', enterpriseId: 'E1' })
    expect(brought(answer)).toMatchObject({ error: 'access_denied' })
    const unready = {
      ...manifest,
      oauth_config: { ...manifest.oauth_config, redirect_urls: ['https://tester.example/slack'] },
    }
    const other = await anOrganisation({ manifest: unready })
    expect(() => other.slack.approve(asking(other.slack), boss)).toThrow('org_deploy_enabled')
  })

  it('may name another workspace in a Home, as Slack does where both have the app singly', async () => {
    const { slack, two } = await anOrganisation()
    const one = await slack.install({ userId: 'U0ANA', teamId: 'T1' })
    const other = await slack.install({ userId: 'U0ANA', teamId: 'T2' })
    slack.homesName('T2', 'T1')
    const home = { type: 'home' as const, blocks: [] }
    const published = await asOrg(slack, other).views.publish({ user_id: 'U0ANA', view: home })
    expect(published.view).toMatchObject({ team_id: 'T2', app_installed_team_id: 'T1' })
    expect(two.as('U0ANA').home).toBeDefined()
    expect((await asOrg(slack, one).auth.test()).team_id).toBe('T1')
  })

  it('rotates like any other', async () => {
    const { slack } = await anOrganisation()
    const answer = await slack.install(boss)
    const values = { grant_type: 'refresh_token', refresh_token: String(answer.refresh_token) }
    const next = await callAsApp(slack, 'oauth.v2.access', values)
    expect(next).toMatchObject({
      ok: true,
      team: null,
      enterprise: { id: 'E1' },
      is_enterprise_install: true,
    })
  })
})
