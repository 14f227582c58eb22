import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SlackUnavailable } from '../../src/app/ports.js'
import { createLog } from '../../src/logging.js'
import { SlackDirectory } from '../../src/slack/directory.js'
import { lookupClient } from '../../src/slack/web-clients.js'
import { refused, SlackStand, type StandAnswer } from './stand.js'

const me = { workspaceId: 'T1', enterpriseId: null, botUserId: 'UBOT', botId: 'BBOT' }
let slack: SlackStand
let directory: SlackDirectory
let nowMs: number

beforeEach(async () => {
  slack = await SlackStand.open()
  nowMs = Date.parse('2026-11-24T15:00:00.000Z')
  const client = lookupClient(
    { apiUrl: slack.apiUrl, token: async () => 'xoxb-1' },
    createLog({ level: 'silent' }),
  )
  directory = new SlackDirectory(client, me, () => new Date(nowMs).toISOString())
})
afterEach(() => slack.close())

const slackHas = (user: object): void =>
  slack.on('users.info', () => ({ ok: true, user: { id: 'U1', team_id: 'T1', ...user } }))
const slackShows = (channel: object): void =>
  slack.on('conversations.info', () => ({ ok: true, channel: { id: 'C1', name: 'sales', ...channel } }))

describe('Who somebody is', () => {
  test('a teammate, with their full name and their zone', async () => {
    slackHas({
      tz: 'America/Chicago',
      is_admin: true,
      profile: { display_name: 'Ana', real_name: 'Ana Lima' },
    })
    expect(await directory.user('U1')).toEqual({
      id: 'U1',
      name: 'Ana Lima',
      zone: 'America/Chicago',
      standing: 'member',
      admin: true,
    })
  })

  test.each([
    ['a guest', { is_restricted: true }, 'guest'],
    ['a guest of one channel', { is_ultra_restricted: true }, 'guest'],
    ['of another team', { team_id: 'T2' }, 'outsider'],
    ['a stranger', { is_stranger: true }, 'outsider'],
    ['of another team, and restricted there', { team_id: 'T2', is_restricted: true }, 'outsider'],
    [
      'of our organisation, and a member here',
      { team_id: 'T2', enterprise_user: { teams: ['T9', 'T1'] } },
      'member',
    ],
    [
      'of our organisation, and not a member here',
      { team_id: 'T2', enterprise_user: { teams: ['T9'] } },
      'outsider',
    ],
    ['a bot', { is_bot: true }, 'bot'],
    ['deactivated', { deleted: true }, 'gone'],
  ])('%s', async (_, user, standing) => {
    slackHas(user)
    expect(await directory.user('U1')).toMatchObject({ standing, admin: false })
  })

  test('what was asked before the clock was set back is asked anew, and not remembered until then', async () => {
    slackHas({})
    expect((await directory.user('U1')).standing).toBe('member')
    slackHas({ is_restricted: true })
    nowMs -= 24 * 60 * 60_000
    expect((await directory.user('U1')).standing).toBe('guest')
  })

  test('a teammate is remembered as one, until an event says that they changed', async () => {
    slackHas({})
    expect(await directory.isTeammate('U1')).toBe(true)
    slackHas({ deleted: true })
    expect(await directory.isTeammate('U1')).toBe(true)
    directory.forgetUser('U1')
    expect(await directory.isTeammate('U1')).toBe(false)
  })

  test('Slackbot is a bot, though Slack does not say so', async () => {
    slackHas({ is_bot: false })
    expect((await directory.user('USLACKBOT')).standing).toBe('bot')
  })

  test('whom Slack does not show belongs elsewhere', async () => {
    slack.on('users.info', () => refused('user_not_found'))
    expect((await directory.user('U404')).standing).toBe('outsider')
  })

  test('a zone that nobody knows is none', async () => {
    slackHas({ tz: 'Mars/Olympus' })
    expect((await directory.user('U1')).zone).toBeNull()
  })
})

describe('What a place is', () => {
  test.each([
    ['public, without the bot', { is_member: false }, { kind: 'public', botIsIn: false, shared: false }],
    ['public, with the bot', { is_member: true }, { kind: 'public', botIsIn: true }],
    ['public, where nobody says whether the bot is there', {}, { kind: 'public', botIsIn: false }],
    ['private', { is_private: true, is_member: true }, { kind: 'private', botIsIn: true }],
    ['a group DM', { is_mpim: true, is_private: true }, { kind: 'group', botIsIn: true }],
    ['archived', { is_archived: true }, { archived: true }],
    ['shared', { is_ext_shared: true }, { shared: true }],
    ['about to be shared', { is_pending_ext_shared: true }, { shared: true }],
    ['offered to another team', { pending_connected_team_ids: ['T2'] }, { shared: true }],
    ['with an invitation open', { pending_shared: ['T2'] }, { shared: true }],
    ['shared in an unknown way', { is_shared: true }, { shared: true }],
    ['shared within our organisation', { is_shared: true, is_org_shared: true }, { shared: false }],
  ])('%s', async (_, channel, facts) => {
    slackShows(channel)
    expect(await directory.channel('C1')).toMatchObject({ id: 'C1', name: 'sales', ...facts })
  })

  test('what Slack hides is hidden', async () => {
    slack.on('conversations.info', () => refused('channel_not_found'))
    expect(await directory.channel('G404')).toMatchObject({ kind: 'hidden', botIsIn: false })
  })

  test('a DM is known by its id', async () => {
    expect(await directory.channel('D1')).toMatchObject({ kind: 'dm', shared: false })
    expect(slack.calls).toEqual([])
  })

  test('members, over all pages', async () => {
    slack.on('conversations.members', ({ cursor }) =>
      cursor === 'next'
        ? { ok: true, members: ['U3'] }
        : { ok: true, members: ['U1', 'U2'], response_metadata: { next_cursor: 'next' } },
    )
    expect(await directory.members('C1')).toEqual(new Set(['U1', 'U2', 'U3']))
  })
})

describe('What is remembered', () => {
  test('equal questions at once share one call', async () => {
    slackHas({})
    await Promise.all([directory.user('U1'), directory.user('U1'), directory.user('U2')])
    expect(slack.to('users.info').map(({ user }) => user)).toEqual(['U1', 'U2'])
  })

  test('a channel for half a minute where somebody types, a user for a whole one', async () => {
    slackShows({ is_member: true })
    slackHas({})
    const ask = () => Promise.all([directory.presentChannel('C1'), directory.user('U1')])
    await ask()
    nowMs += 29_999
    await ask()
    expect(slack.calls).toHaveLength(2)
    nowMs += 1
    await ask()
    expect(slack.to('conversations.info')).toHaveLength(2)
    expect(slack.to('users.info')).toHaveLength(1)
  })

  test('a channel elsewhere for five minutes', async () => {
    slackShows({ is_member: true })
    await directory.channel('C1')
    nowMs += 299_999
    await directory.channel('C1')
    expect(slack.to('conversations.info')).toHaveLength(1)
    nowMs += 1
    await directory.channel('C1')
    expect(slack.to('conversations.info')).toHaveLength(2)
  })

  test('nothing any more, once an event says that it changed', async () => {
    slackShows({})
    expect((await directory.channel('C1')).shared).toBe(false)
    slackShows({ is_ext_shared: true })
    directory.forgetChannel('C1')
    expect((await directory.channel('C1')).shared).toBe(true)
  })

  test('an answer from before the change is not remembered', async () => {
    slackShows({})
    const before = directory.channel('C1')
    directory.forgetChannel('C1')
    await before
    slackShows({ is_ext_shared: true })
    expect((await directory.channel('C1')).shared).toBe(true)
  })

  test('nothing at all for what is about to be posted', async () => {
    slackShows({})
    await directory.channel('C1')
    slackShows({ is_ext_shared: true })
    expect((await directory.freshChannel('C1')).shared).toBe(true)
  })
})

describe('When Slack cannot be asked', () => {
  test.each<[string, StandAnswer]>([
    ['too many calls', { status: 429, headers: { 'retry-after': '5' } }],
    ['a failure', { status: 500 }],
    ['a permission is missing', refused('missing_scope')],
  ])('%s: it says so, and does not fall back on what it knew', async (_, answer) => {
    slackShows({})
    await directory.channel('C1')
    nowMs += 300_000
    slack.on('conversations.info', () => answer)
    await expect(directory.channel('C1')).rejects.toBeInstanceOf(SlackUnavailable)
    slackShows({ is_private: true })
    expect((await directory.channel('C1')).kind).toBe('private')
  })

  test('a connection that had gone stale is worth one more call', async () => {
    let calls = 0
    slack.on('users.info', () => {
      calls += 1
      return calls === 1 ? 'lost' : { ok: true, user: { id: 'U1', team_id: 'T1' } }
    })
    expect((await directory.user('U1')).standing).toBe('member')
  })
})
