import { afterEach, beforeEach, expect, test } from 'vitest'
import { SlackUnavailable } from '../../src/app/ports.js'
import { createLog } from '../../src/logging.js'
import { SlackHistory } from '../../src/slack/history.js'
import { lookupClient } from '../../src/slack/web-clients.js'
import { refused, SlackStand } from './stand.js'

let slack: SlackStand
let history: SlackHistory
beforeEach(async () => {
  slack = await SlackStand.open()
  const settings = { apiUrl: slack.apiUrl, token: async () => 'xoxb-1' }
  history = new SlackHistory(lookupClient(settings, createLog({ level: 'silent' })))
})
afterEach(() => slack.close())

test('a message in the channel', async () => {
  slack.on('conversations.history', () => ({
    ok: true,
    messages: [{ ts: '10.1', text: 'Great call with Frank Ortiz today', user: 'U1' }],
  }))
  expect(await history.messageAt('C1', '10.1')).toEqual({
    ts: '10.1',
    text: 'Great call with Frank Ortiz today',
    userId: 'U1',
    botId: null,
    threadTs: null,
  })
  expect(slack.to('conversations.history')[0]).toMatchObject({
    latest: '10.1',
    oldest: '10.1',
    inclusive: 'true',
  })
})

test('a reply in a thread, though the channel shows the message before it', async () => {
  slack.on('conversations.history', () => ({
    ok: true,
    messages: [{ ts: '9.0', text: 'Lunch?', user: 'U2' }],
  }))
  slack.on('conversations.replies', () => ({
    ok: true,
    messages: [
      { ts: '8.0', thread_ts: '8.0', text: 'About Frank', user: 'U2' },
      { ts: '10.1', thread_ts: '8.0', text: 'He called', bot_id: 'B2' },
    ],
  }))
  expect(await history.messageAt('C1', '10.1')).toMatchObject({
    text: 'He called',
    botId: 'B2',
    threadTs: '8.0',
  })
})

test('a message that is gone, or out of sight', async () => {
  slack.on('conversations.history', () => ({ ok: true, messages: [] }))
  slack.on('conversations.replies', () => refused('thread_not_found'))
  expect(await history.messageAt('C1', '10.1')).toBeNull()
  slack.on('conversations.history', () => refused('not_in_channel'))
  expect(await history.threadRoot('C1', '10.1')).toBeNull()
})

test('Slack cannot be asked', async () => {
  slack.on('conversations.history', () => ({ status: 429, headers: { 'retry-after': '60' } }))
  await expect(history.messageAt('C1', '10.1')).rejects.toBeInstanceOf(SlackUnavailable)
})
