import { describe, expect, it } from 'vitest'
import { textAt } from '../../../src/practice/json.js'
import { clientOf, refusal } from '../support/client.js'
import { listening, openApp, openTeam } from '../support/open-app.js'
import { closeAfterEach } from '../support/open-slack.js'

closeAfterEach()

/** Two workspaces in which everybody and every place has the same id. */
const twins = async () => {
  const opened = await openApp()
  const { slack } = opened
  const [one, two] = [openTeam(slack, 'T1'), openTeam(slack, 'T2')]
  const heard = await listening(slack)
  const tokenOf = async (teamId: string) =>
    String((await slack.install({ userId: 'U0ANA', teamId })).access_token)
  return { ...opened, one, two, heard, token1: await tokenOf('T1'), token2: await tokenOf('T2') }
}

describe('two workspaces with the same ids', () => {
  it('are told apart by the token alone', async () => {
    const { one, two, token1, token2 } = await twins()
    const { ts } = await clientOf(one, token1).chat.postMessage({ channel: 'C0SALES', text: 'for one' })
    const ignored = { team_id: 'T1' }
    await clientOf(two, token2).apiCall('chat.postMessage', {
      channel: 'C0SALES',
      text: 'for two',
      ...ignored,
    })
    const texts = (seen: { text: string }[]) => seen.map(({ text }) => text)
    expect(texts(one.as('U0ANA').sees('C0SALES'))).toEqual(['for one'])
    expect(texts(two.as('U0ANA').sees('C0SALES'))).toEqual(['for two'])
    // The clock stands still: even the stamps are the same.
    expect(two.messageAt('C0SALES', ts ?? '')?.text).toBe('for two')
    expect(await clientOf(two, token2).auth.test()).toMatchObject({ team_id: 'T2', team: 't2' })
  })

  it('make the same ids of themselves, but no event, view or trigger twice', async () => {
    const { slack, one, two, heard } = await twins()
    expect(one.people.add({ name: 'ben' }).id).toBe(two.people.add({ name: 'bob' }).id)
    for (const team of [one, two]) {
      await team.as('U0ANA').say('C0SALES', 'hello')
      await team.as('U0ANA').command('C0SALES', '/try it')
    }
    await slack.until(() => heard.length === 4)
    const said = heard.filter(({ type }) => type === 'message').map(({ body }) => body)
    expect(said.map(({ team_id }) => team_id)).toEqual(['T1', 'T2'])
    const [stamp, other] = said.map(({ event }) => textAt(event, 'ts'))
    expect(stamp).toBe(other)
    expect(new Set(said.map(({ event_id }) => event_id)).size).toBe(2)
    const typed = heard.filter(({ type }) => type === '/try').map(({ body }) => body)
    expect(new Set(typed.map(({ trigger_id }) => trigger_id)).size).toBe(2)
    expect(typed.map(({ response_url }) => String(response_url).split('/')[4])).toEqual(['T1', 'T2'])
  })

  it('each name themselves and their installation in what they send', async () => {
    const { slack, two, token2, heard } = await twins()
    const view = {
      type: 'modal' as const,
      callback_id: 'form',
      title: { type: 'plain_text' as const, text: 'Form' },
      submit: { type: 'plain_text' as const, text: 'Send' },
      blocks: [{ type: 'divider' as const }],
    }
    await two.as('U0ANA').command('C0SALES', '/try it')
    const { trigger_id } = heard[0]?.body ?? {}
    await clientOf(two, token2).views.open({ trigger_id: String(trigger_id), view })
    const modal = two.as('U0ANA').modal
    if (!modal) throw new Error('no modal')
    await two.as('U0ANA').submit(modal)
    await two.as('U0ANA').shortcut('start')
    await two.as('U0ANA').say('C0SALES', 'hello')
    await slack.until(() => heard.length === 4)
    const [command, submission, shortcut, event] = heard.map(({ body }) => body)
    expect(command).toMatchObject({ team_id: 'T2', is_enterprise_install: 'false' })
    expect(command).not.toHaveProperty('enterprise_id')
    const own = {
      team: { id: 'T2' },
      user: { team_id: 'T2' },
      enterprise: null,
      is_enterprise_install: false,
    }
    expect(submission).toMatchObject({ ...own, view: { app_installed_team_id: 'T2' } })
    expect(shortcut).toMatchObject(own)
    expect(event).toMatchObject({
      team_id: 'T2',
      authorizations: [{ team_id: 'T2', enterprise_id: null, is_bot: true, is_enterprise_install: false }],
    })
  })

  it('give each its own response_urls and files', async () => {
    const { one, two, token1, token2, heard } = await twins()
    const run = await two.as('U0ANA').command('C0SALES', '/try it')
    const address = String(heard[0]?.body.response_url)
    const headers = { 'content-type': 'application/json' }
    await fetch(address, { method: 'POST', headers, body: JSON.stringify({ text: 'answered' }) })
    expect((await run.answer()).text).toBe('answered')
    expect(one.as('U0ANA').sees('C0SALES')).toEqual([])
    const id = two.as('U0ANA').bring('people.csv', 'name\n')
    await two.as('U0ANA').drop('C0SALES', id)
    expect(await refusal(clientOf(one, token1).files.info({ file: id }))).toBe('file_not_found')
    const { file } = await clientOf(two, token2).files.info({ file: id })
    const fetched = (token: string) =>
      fetch(file?.url_private_download ?? '', {
        headers: { authorization: `Bearer ${token}` },
        redirect: 'manual',
      })
    expect((await fetched(token1)).status).toBe(302)
    expect(await (await fetched(token2)).text()).toBe('name\n')
  })

  it('may be entered by one alone: the other hears and may do nothing', async () => {
    const { slack } = await openApp()
    const [one, two] = [openTeam(slack, 'T1'), openTeam(slack, 'T2')]
    const heard = await listening(slack)
    const answer = await slack.install({ userId: 'U0ANA', teamId: 'T1' })
    await two.as('U0ANA').say('C0SALES', 'secret')
    expect((await two.as('U0ANA').command('C0SALES', '/try it')).delivered).toBe(false)
    await one.as('U0ANA').say('C0SALES', 'hello')
    await slack.until(() => heard.length === 1)
    expect(heard[0]?.body).toMatchObject({ team_id: 'T1', event: { text: 'hello' } })
    const { messages } = await clientOf(one, String(answer.access_token)).conversations.history({
      channel: 'C0SALES',
    })
    expect(messages?.map(({ text }) => text)).toEqual(['hello'])
    expect(slack.problems).toEqual([])
  })

  it('hears only what its own scopes allow', async () => {
    const { slack } = await openApp()
    const team = openTeam(slack, 'T1')
    const heard = await listening(slack)
    const { access_token } = await slack.install({ userId: 'U0ANA', teamId: 'T1' }, ['chat:write'])
    await team.as('U0ANA').say('C0SALES', 'hello')
    await slack.idle()
    expect(heard).toEqual([])
    const client = clientOf(team, String(access_token))
    const lost = await client.users.info({ user: 'U0ANA' }).catch((cause) => cause.data)
    expect(lost).toMatchObject({ error: 'missing_scope', needed: 'users:read', provided: 'chat:write' })
  })
})

describe('a channel that two workspaces share', () => {
  const shared = async () => {
    const { slack } = await openApp()
    const [one, two] = [
      openTeam(slack, 'T1'),
      slack.openWorkspace({ teamId: 'T2', botUserId: 'U0BOT2', botId: 'B02' }),
    ]
    two.people.add({ id: 'U0BEN', name: 'ben', standing: 'admin' })
    slack.connect({ channelId: 'C0SALES', from: 'T1', to: 'T2', members: ['U0BEN'] })
    const heard = await listening(slack)
    const tokens = [
      await slack.install({ userId: 'U0ANA', teamId: 'T1' }),
      await slack.install({ userId: 'U0BEN', teamId: 'T2' }),
    ].map(({ access_token }) => String(access_token))
    return { slack, one, two, heard, tokens }
  }

  it('tells the app once of what happens there, for one of them', async () => {
    const { slack, two, heard } = await shared()
    await two.as('U0BEN').say('C0SALES', 'hello')
    await slack.until(() => heard.length === 1)
    await slack.idle()
    expect(heard).toHaveLength(1)
    expect(heard[0]?.body).toMatchObject({
      team_id: 'T1',
      is_ext_shared_channel: true,
      authorizations: [{ team_id: 'T1' }],
      event: { user: 'U0BEN', user_team: 'T2', source_team: 'T2' },
    })
    slack.uninstall('T1')
    await two.as('U0BEN').say('C0SALES', 'still there?')
    await slack.until(() => heard.some(({ type, body }) => type === 'message' && body.team_id === 'T2'))
  })

  it('has one history, and each sees the other as an outsider', async () => {
    const { one, two, tokens } = await shared()
    await clientOf(two, tokens[1]).chat.postMessage({ channel: 'C0SALES', text: 'from two' })
    expect(
      one
        .as('U0ANA')
        .sees('C0SALES')
        .map(({ text, user }) => [user, text]),
    ).toEqual([['U0BOT2', 'from two']])
    const { user } = await clientOf(one, tokens[0]).users.info({ user: 'U0BEN' })
    expect(user).toMatchObject({ team_id: 'T2', is_stranger: true })
    const { channel } = await clientOf(two, tokens[1]).conversations.info({ channel: 'C0SALES' })
    expect(channel).toMatchObject({ is_ext_shared: true, shared_team_ids: ['T1', 'T2'] })
  })

  it('lets a button be pressed by both: the team is of the installation, the user of their own', async () => {
    const { one, tokens, heard } = await shared()
    const button = {
      type: 'actions' as const,
      elements: [
        { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } },
      ],
    }
    const { ts = '' } = await clientOf(one, tokens[0]).chat.postMessage({
      channel: 'C0SALES',
      text: 'x',
      blocks: [button],
    })
    await one.as('U0BEN').press({ channelId: 'C0SALES', ts }, 'Go')
    const pressed = heard.find(({ type }) => type === 'block_actions')
    expect(pressed?.body).toMatchObject({ team: { id: 'T1' }, user: { id: 'U0BEN', team_id: 'T2' } })
  })

  it('is not for people who have the same id', async () => {
    const { slack } = await openApp()
    openTeam(slack, 'T1')
    openTeam(slack, 'T2', { botUserId: 'U0BOT2' })
    const place = { channelId: 'C0SALES', from: 'T1', to: 'T2', members: [] }
    expect(() => slack.connect(place)).toThrow('another place with the id C0SALES')
  })
})
