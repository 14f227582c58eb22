import { describe, expect, it } from 'vitest'
import { clientOf, refusal } from '../support/client.js'
import { manifest, manifestWithout, withScope } from '../support/manifest.js'
import { closeAfterEach, openSlack } from '../support/open-slack.js'

closeAfterEach()

describe('who may call what', () => {
  it('knows its tokens, and which is for what', async () => {
    const slack = await openSlack()
    expect(await clientOf(slack).auth.test()).toMatchObject({
      ok: true,
      team_id: slack.teamId,
      user_id: slack.botUserId,
    })
    expect(await refusal(clientOf(slack, 'xoxb-wrong').auth.test())).toBe('invalid_auth')
    expect(await refusal(clientOf(slack, '').auth.test())).toBe('not_authed')
    expect(await refusal(clientOf(slack).apps.connections.open({}))).toBe('not_allowed_token_type')
    expect(await refusal(clientOf(slack, slack.appToken).users.list({}))).toBe('not_allowed_token_type')
    const { url } = await clientOf(slack, slack.appToken).apps.connections.open({})
    expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/)
  })

  it('answers a method that it does not know, or that lacks its scope', async () => {
    const slack = await openSlack({ manifest: manifestWithout({ scopes: ['chat:write', 'groups:read'] }) })
    const client = clientOf(slack)
    const place = slack.places.add({ name: 'secret', kind: 'private' })
    expect(await refusal(client.apiCall('chat.sing'))).toBe('unknown_method')
    const lost = await client.chat.postMessage({ channel: place.id, text: 'x' }).catch((cause) => cause.data)
    expect(lost).toMatchObject({ error: 'missing_scope', needed: 'chat:write' })
    expect(lost.provided).toContain('channels:read')
    expect(await refusal(client.conversations.info({ channel: place.id }))).toBe('missing_scope')
    expect(await refusal(client.conversations.list({ types: 'im' }))).toBe('missing_scope')
    expect(slack.problems.map(({ code }) => code)).toEqual([
      'unknown_method',
      'missing_scope',
      'missing_scope',
      'missing_scope',
    ])
  })

  it('tells who the bot is, and lets it join what is open', async () => {
    const slack = await openSlack({ manifest: withScope('channels:join') })
    const client = clientOf(slack)
    const { bot_id: bot = '' } = await client.auth.test()
    expect((await client.bots.info({ bot })).bot).toMatchObject({ user_id: slack.botUserId })
    expect(await refusal(client.bots.info({ bot: 'B0NONE' }))).toBe('bot_not_found')
    const open = slack.places.add({ name: 'open', withBot: false })
    const hidden = slack.places.add({ name: 'hidden', kind: 'private', withBot: false })
    expect((await client.conversations.join({ channel: open.id })).channel).toMatchObject({ is_member: true })
    expect(await refusal(client.conversations.join({ channel: hidden.id }))).toBe('channel_not_found')
  })

  it('knows no token any more once the app was removed', async () => {
    const slack = await openSlack()
    slack.uninstall()
    expect(await refusal(clientOf(slack).auth.test())).toBe('account_inactive')
  })

  it('has no DM and no Home where the manifest turns them off', async () => {
    const app_home = { home_tab_enabled: false, messages_tab_enabled: false }
    const slack = await openSlack({ manifest: { ...manifest, features: { ...manifest.features, app_home } } })
    const client = clientOf(slack)
    const ana = slack.people.add({ name: 'ana' })
    expect(await refusal(client.chat.postMessage({ channel: ana.id, text: 'x' }))).toBe(
      'messages_tab_disabled',
    )
    const home = client.views.publish({ user_id: ana.id, view: { type: 'home', blocks: [] } })
    expect(await refusal(home)).toBe('not_enabled')
    await expect(slack.as(ana.id).say(slack.places.dm(ana.id).id, 'x')).rejects.toThrow(
      'turns messages to the bot off',
    )
    await expect(slack.as(ana.id).openHome()).rejects.toThrow('turns the Home tab off')
  })

  it('takes JSON as well as forms', async () => {
    const slack = await openSlack()
    const place = slack.places.add({ name: 'sales' })
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${slack.botToken}`,
        'content-type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify({ channel: place.id, blocks: [{ type: 'divider' }], text: 'hi' }),
    })
    expect(await answer.json()).toMatchObject({ ok: true, message: { blocks: [{ type: 'divider' }] } })
  })
})
