import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '../../src/logging.js'
import { SlackMessenger } from '../../src/slack/messenger.js'
import { postingClient } from '../../src/slack/web-clients.js'
import { refused, SlackStand, type StandAnswer } from './stand.js'

let slack: SlackStand
let messenger: SlackMessenger
const message = { text: 'Frank would be glad to hear from you', blocks: [{ type: 'divider' } as const] }
const sentAt = '2026-11-24T15:00:00.000Z'
const tsAt = (minutes: number): string => (Date.parse(sentAt) / 1000 + minutes * 60).toFixed(6)

beforeEach(async () => {
  slack = await SlackStand.open()
  const client = postingClient(
    { apiUrl: slack.apiUrl, token: async () => 'xoxb-1' },
    createLog({ level: 'silent' }),
  )
  messenger = new SlackMessenger(client, { botUserId: 'UBOT', botId: 'BBOT' }, createLog({ level: 'silent' }))
})
afterEach(() => slack.close())

const post = (postId: string, from: object, minutes: number) => ({
  type: 'message',
  ts: tsAt(minutes),
  text: 'A nudge',
  metadata: { event_type: 'personable_post', event_payload: { id: postId } },
  ...from,
})
const ours = { bot_id: 'BBOT', user: 'UBOT' }
const history = (pages: readonly object[][]) =>
  slack.on('conversations.history', ({ cursor }) => {
    const at = Number(cursor ?? 0)
    return {
      ok: true,
      messages: pages[at] ?? [],
      ...(at + 1 < pages.length ? { response_metadata: { next_cursor: String(at + 1) } } : {}),
    }
  })

describe('Posting', () => {
  test('to a channel, with the id to find it by, and nothing unfurled', async () => {
    slack.on('chat.postMessage', () => ({ ok: true, channel: 'C1', ts: '1.2' }))
    expect(await messenger.post('channel:C1', message, 'post-1')).toEqual({
      kind: 'sent',
      channelId: 'C1',
      ts: '1.2',
    })
    const [call] = slack.to('chat.postMessage')
    expect(call).toMatchObject({
      channel: 'C1',
      text: message.text,
      unfurl_links: 'false',
      unfurl_media: 'false',
    })
    expect(JSON.parse(call?.metadata ?? '')).toEqual({
      event_type: 'personable_post',
      event_payload: { id: 'post-1' },
    })
  })

  test('to a teammate, in the DM, which is opened once', async () => {
    slack.on('conversations.open', () => ({ ok: true, channel: { id: 'D7' } }))
    slack.on('chat.postMessage', ({ channel = '' }) => ({ ok: true, channel, ts: '1.2' }))
    await messenger.post('teammate:U1', message, 'post-1')
    expect(await messenger.post('teammate:U1', message, 'post-2')).toMatchObject({ channelId: 'D7' })
    expect(slack.to('conversations.open')).toEqual([{ users: 'U1' }])
  })

  test.each<[string, StandAnswer, object]>([
    ['an archived channel', refused('is_archived'), { kind: 'permanent', code: 'is_archived' }],
    [
      'too many calls',
      { status: 429, headers: { 'retry-after': '3' } },
      { kind: 'temporary', retryAfterMs: 3_000 },
    ],
    ['an answer that never came', 'lost', { kind: 'uncertain' }],
    ['a failure on the way', { status: 503 }, { kind: 'uncertain' }],
  ])('%s: one call, and what came of it', async (_, answer, outcome) => {
    slack.on('chat.postMessage', () => answer)
    expect(await messenger.post('channel:C1', message, 'post-1')).toMatchObject(outcome)
    expect(slack.to('chat.postMessage')).toHaveLength(1)
  })

  test('a DM that could not be opened: nothing was posted, for certain', async () => {
    slack.on('conversations.open', () => 'lost')
    expect(await messenger.post('teammate:U1', message, 'post-1')).toMatchObject({ kind: 'temporary' })
    slack.on('conversations.open', () => refused('user_disabled'))
    expect(await messenger.post('teammate:U1', message, 'post-1')).toMatchObject({ kind: 'permanent' })
  })
})

describe('Looking for a post whose answer was lost', () => {
  test('it is there', async () => {
    slack.on('chat.postMessage', () => 'lost')
    expect(await messenger.post('channel:C1', message, 'post-1')).toMatchObject({ kind: 'uncertain' })
    history([[post('post-2', ours, 2), post('post-1', ours, 1)]])
    expect(await messenger.find('channel:C1', 'post-1', sentAt)).toEqual({ channelId: 'C1', ts: tsAt(1) })
    expect(slack.to('conversations.history')[0]).toMatchObject({
      include_all_metadata: 'true',
      oldest: tsAt(-72 * 60),
    })
  })

  test('it is further back', async () => {
    history([[post('other', ours, 9)], [post('other', ours, 5)], [post('post-1', { bot_id: 'BBOT' }, 1)]])
    expect(await messenger.find('channel:C1', 'post-1', sentAt)).toEqual({ channelId: 'C1', ts: tsAt(1) })
  })

  test('it is not there', async () => {
    history([[post('post-2', ours, 1), { type: 'message', ts: tsAt(0), text: 'Lunch?', user: 'U1' }]])
    expect(await messenger.find('channel:C1', 'post-1', sentAt)).toBeNull()
  })

  test("somebody else's message with the same id is not ours", async () => {
    history([[post('post-1', { bot_id: 'BEVIL', user: 'UEVIL' }, 1)]])
    expect(await messenger.find('channel:C1', 'post-1', sentAt)).toBeNull()
  })

  test('it stops where the messages are older than the post, whatever the server was asked', async () => {
    history([[post('other', ours, -72 * 60 - 1)], [post('other', ours, -72 * 60 - 2)]])
    expect(await messenger.find('channel:C1', 'post-1', sentAt)).toBeNull()
    expect(slack.to('conversations.history')).toHaveLength(1)
  })

  test.each<[string, StandAnswer]>([
    ['Slack does not answer', 'lost'],
    ['Slack wants fewer calls', { status: 429, headers: { 'retry-after': '30' } }],
    ['a permission is missing', refused('missing_scope')],
  ])('%s: nobody knows', async (_, answer) => {
    slack.on('conversations.history', () => answer)
    expect(await messenger.find('channel:C1', 'post-1', sentAt)).toBe('unknown')
  })

  test('Slack dates it days earlier than we do, whose clock is ahead', async () => {
    history([[post('other', ours, 0)], [post('post-1', ours, -30 * 60)]])
    expect(await messenger.find('channel:C1', 'post-1', sentAt)).toEqual({
      channelId: 'C1',
      ts: tsAt(-30 * 60),
    })
  })

  test('it is not among as many messages as are looked at, which reach further back than ten minutes', async () => {
    history(Array.from({ length: 12 }, (_, page) => [post('other', ours, 7 - page * 2)]))
    expect(await messenger.find('channel:C1', 'post-1', sentAt)).toBeNull()
    expect(slack.to('conversations.history')).toHaveLength(10)
  })

  test('too many messages since: nobody knows', async () => {
    history(Array.from({ length: 12 }, (_, page) => [post('other', ours, 100 - page)]))
    expect(await messenger.find('channel:C1', 'post-1', sentAt)).toBe('unknown')
    expect(slack.to('conversations.history')).toHaveLength(10)
  })
})

describe('Putting right', () => {
  test.each<[string, StandAnswer, object]>([
    ['done', { ok: true }, { kind: 'ok' }],
    ['the message was deleted', refused('message_not_found'), { kind: 'gone' }],
    ['no answer, and it does no harm twice', 'lost', { kind: 'temporary' }],
    ['the bot was removed', refused('not_in_channel'), { kind: 'permanent', code: 'not_in_channel' }],
  ])('%s', async (_, answer, outcome) => {
    slack.on('chat.update', () => answer)
    expect(await messenger.update('C1', '1.2', message, 'post-1')).toMatchObject(outcome)
    expect(JSON.parse(slack.to('chat.update')[0]?.metadata ?? '').event_payload).toEqual({ id: 'post-1' })
  })
})
