import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SlackUnavailable } from '../../src/app/ports.js'
import { createLog } from '../../src/logging.js'
import { SlackDirectory } from '../../src/slack/directory.js'
import { lookupClient } from '../../src/slack/web-clients.js'
import { refused, SlackStand } from './stand.js'

const me = { workspaceId: 'T1', enterpriseId: null, botUserId: 'UBOT', botId: 'BBOT' }
const ids = (letter: string, howMany: number) => Array.from({ length: howMany }, (_, n) => `${letter}${n}`)
let slack: SlackStand
let directory: SlackDirectory

beforeEach(async () => {
  slack = await SlackStand.open()
  const access = { apiUrl: slack.apiUrl, token: async () => 'xoxb-1' }
  const client = lookupClient(access, createLog({ level: 'silent' }))
  directory = new SlackDirectory(client, me, () => '2026-11-24T15:00:00.000Z')
  slack.on('conversations.info', ({ channel }) => ({
    ok: true,
    channel: { id: channel, name: 'alone', is_member: false },
  }))
  slack.on('users.info', ({ user }) => ({ ok: true, user: { id: user, team_id: 'T1' } }))
})
afterEach(() => slack.close())

const asked = (method: string) => slack.calls.filter((call) => call.method === method)
const lookAtAll = (channels: readonly string[]) => Promise.all(channels.map((id) => directory.channel(id)))

describe('Many places at once', () => {
  test('are one question, page by page; those where the bot is not are asked about one by one', async () => {
    slack.on('users.conversations', ({ cursor }) =>
      cursor === undefined
        ? {
            ok: true,
            channels: ids('C', 30).map((id) => ({ id, name: 'sales' })),
            response_metadata: { next_cursor: 'more' },
          }
        : { ok: true, channels: [{ id: 'C30', is_private: true, is_ext_shared: true }] },
    )
    const places = await lookAtAll(ids('C', 33))
    expect(places[0]).toMatchObject({ id: 'C0', kind: 'public', shared: false, botIsIn: true })
    expect(places[30]).toMatchObject({ id: 'C30', kind: 'private', shared: true, botIsIn: true })
    expect(places[31]).toMatchObject({ id: 'C31', name: 'alone', botIsIn: false })
    expect(asked('users.conversations').map(({ args }) => args.team_id)).toEqual(['T1', 'T1'])
    expect(asked('conversations.info').map(({ args }) => args.channel)).toEqual(['C31', 'C32'])
  })

  test('are remembered, and asked about anew when an event says that one has changed', async () => {
    slack.on('users.conversations', () => ({ ok: true, channels: ids('C', 30).map((id) => ({ id })) }))
    await lookAtAll(ids('C', 30))
    directory.forgetChannel('C7')
    expect((await lookAtAll(ids('C', 30)))[7]).toMatchObject({ name: 'alone' })
    expect([asked('users.conversations').length, asked('conversations.info').length]).toEqual([1, 1])
  })

  test('are asked about one by one where Slack does not list them', async () => {
    slack.on('users.conversations', () => refused('unknown_method'))
    expect((await lookAtAll(ids('C', 12))).map(({ name }) => name)).toEqual(Array(12).fill('alone'))
  })

  test('are not asked about one by one of a Slack that cannot be reached', async () => {
    slack.on('users.conversations', () => ({ status: 503 }))
    await expect(lookAtAll(ids('C', 12))).rejects.toBeInstanceOf(SlackUnavailable)
    expect(asked('conversations.info')).toEqual([])
  })

  test('a few are asked about one by one', async () => {
    await lookAtAll(ids('C', 9))
    expect([asked('users.conversations').length, asked('conversations.info').length]).toEqual([0, 9])
  })
})

test('Whether there are guests among many is one question; outsiders, whom Slack does not list, are asked about', async () => {
  const members = ids('U', 40)
  slack.on('conversations.members', () => ({ ok: true, members: [...members, 'UBOT'] }))
  const list = (guest: string | null) => () => ({
    ok: true,
    members: members.slice(0, 38).map((id) => ({ id, team_id: 'T1', is_restricted: id === guest })),
  })
  slack.on('users.list', list(null))
  expect(await directory.hasGuests('C1')).toBe(false)
  expect(asked('users.info').map(({ args }) => args.user)).toEqual(['U38', 'U39'])
  directory.forgetEverything()
  slack.on('users.list', list('U12'))
  expect(await directory.hasGuests('C1')).toBe(true)
  expect(asked('users.list')).toHaveLength(2)
})
