import { describe, expect, it } from 'vitest'
import { clientOf, refusal } from '../support/client.js'
import { closeAfterEach, openSlack } from '../support/open-slack.js'

closeAfterEach()

async function openWorkspace() {
  const slack = await openSlack()
  const ana = slack.people.add({ name: 'ana', realName: 'Ana Ruiz', title: 'Engineer', tz: 'Europe/Madrid' })
  const open = slack.places.add({ name: 'open', members: [ana.id] })
  const away = slack.places.add({ name: 'away', members: [ana.id], withBot: false })
  const hidden = slack.places.add({ name: 'hidden', kind: 'private', members: [ana.id], withBot: false })
  return { slack, client: clientOf(slack), ana, open, away, hidden }
}

describe('people', () => {
  it('are told with zone, title and standing', async () => {
    const { slack, client, ana } = await openWorkspace()
    const guest = slack.people.add({ name: 'gus', standing: 'single-channel-guest', tz: null })
    const outsider = slack.people.add({ name: 'otto', standing: 'outsider' })
    expect((await client.users.info({ user: ana.id })).user).toMatchObject({
      real_name: 'Ana Ruiz',
      tz: 'Europe/Madrid',
      profile: { title: 'Engineer' },
      is_restricted: false,
    })
    expect((await client.users.info({ user: guest.id })).user).toMatchObject({
      is_restricted: true,
      is_ultra_restricted: true,
      tz: null,
    })
    const { user } = await client.users.info({ user: outsider.id })
    expect(user).toMatchObject({ is_stranger: true, team_id: 'T0ELSEWHERE' })
    expect(await refusal(client.users.info({ user: 'U0NOBODY' }))).toBe('user_not_found')
  })

  it('are listed page by page, without those of other organisations', async () => {
    const { slack, client } = await openWorkspace()
    slack.people.add({ name: 'otto', standing: 'outsider' })
    const first = await client.users.list({ limit: 2 })
    const second = await client.users.list({ limit: 2, cursor: first.response_metadata?.next_cursor ?? '' })
    expect(await refusal(client.users.list({ limit: 1_001 }))).toBe('invalid_limit')
    expect(second.response_metadata?.next_cursor).toBe('')
    const names = [first, second].map(({ members }) => members?.map(({ name }) => name))
    expect(names).toEqual([['tester', 'slackbot'], ['ana']])
  })
})

describe('places', () => {
  it('that are private and without the bot do not exist for it', async () => {
    const { client, open, away, hidden } = await openWorkspace()
    const channel = hidden.id
    expect(await refusal(client.conversations.info({ channel }))).toBe('channel_not_found')
    expect(await refusal(client.conversations.members({ channel }))).toBe('channel_not_found')
    expect(await refusal(client.conversations.history({ channel }))).toBe('channel_not_found')
    expect(await refusal(client.chat.postMessage({ channel, text: 'x' }))).toBe('channel_not_found')
    const { channels } = await client.conversations.list({ types: 'public_channel,private_channel' })
    expect(channels?.map(({ id, is_member }) => [id, is_member])).toEqual([
      [open.id, true],
      [away.id, false],
    ])
  })

  it('that are public are seen but not entered without being in them', async () => {
    const { client, away, ana } = await openWorkspace()
    const channel = away.id
    expect((await client.conversations.members({ channel })).members).toEqual([ana.id])
    expect(await refusal(client.conversations.history({ channel }))).toBe('not_in_channel')
    expect(await refusal(client.chat.postMessage({ channel, text: 'x' }))).toBe('not_in_channel')
    expect(await refusal(client.chat.postEphemeral({ channel, user: ana.id, text: 'x' }))).toBe(
      'not_in_channel',
    )
  })

  it('tell what they are shared with', async () => {
    const { slack, client, open } = await openWorkspace()
    slack.places.offerToShare(open.id)
    expect((await client.conversations.info({ channel: open.id })).channel).toMatchObject({
      is_ext_shared: false,
      is_pending_ext_shared: true,
    })
    slack.places.share(open.id)
    expect((await client.conversations.info({ channel: open.id })).channel).toMatchObject({
      is_ext_shared: true,
      is_pending_ext_shared: false,
    })
  })

  it('refuse posts when archived, and to those who are not there', async () => {
    const { slack, client, open } = await openWorkspace()
    const ben = slack.people.add({ name: 'ben' })
    expect(await refusal(client.chat.postEphemeral({ channel: open.id, user: ben.id, text: 'x' }))).toBe(
      'user_not_in_channel',
    )
    slack.places.archive(open.id)
    expect(await refusal(client.chat.postMessage({ channel: open.id, text: 'x' }))).toBe('is_archived')
  })

  it('of the bot, and those that it shares with somebody', async () => {
    const { slack, client, ana, open, away } = await openWorkspace()
    const named = async (user?: string) =>
      (await client.users.conversations(user ? { user } : {})).channels?.map(({ id }) => id)
    expect(await named()).toEqual([open.id])
    expect(await named(ana.id)).toEqual([open.id, away.id])
    slack.places.leave(open.id, ana.id)
    expect(await named(ana.id)).toEqual([away.id])
  })

  it('open as a DM by conversations.open or by posting to a user', async () => {
    const { slack, client, ana } = await openWorkspace()
    const { channel } = await client.conversations.open({ users: ana.id })
    const posted = await client.chat.postMessage({ channel: ana.id, text: 'hi' })
    expect(posted.channel).toBe(channel?.id)
    expect(
      slack
        .as(ana.id)
        .sees(posted.channel ?? '')
        .map(({ text }) => text),
    ).toEqual(['hi'])
    slack.people.deactivate(ana.id)
    expect(await refusal(client.conversations.open({ users: ana.id }))).toBe('user_disabled')
  })
})
