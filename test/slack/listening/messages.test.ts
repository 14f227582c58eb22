import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { modal, nothing, reply } from '../../../src/slack/answer.js'
import type { Typed } from '../../../src/slack/incoming.js'
import { withoutMention } from '../../../src/slack/listening/messages.js'
import { refused } from '../stand.js'
import { Delivering } from './delivering.js'

let slack: Delivering
const heard: Typed[] = []
const dropped: (readonly string[])[] = []
beforeEach(async () => {
  heard.length = 0
  dropped.length = 0
  slack = await Delivering.to({
    dropped: async ({ fileIds }) => {
      dropped.push(fileIds)
      return nothing
    },
    typed: async (typed) => {
      heard.push(typed)
      if (typed.text === 'edit')
        return modal({ type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] })
      return reply({ text: `Heard ${typed.text}`, blocks: [] })
    },
  })
})
afterEach(() => slack.end())

const posted = (count = 1) =>
  slack.slack.until(
    () => slack.slack.to('chat.postMessage').length >= count && slack.slack.to('chat.postMessage'),
  )
const whispered = (count = 1) =>
  slack.slack.until(
    () => slack.slack.to('chat.postEphemeral').length >= count && slack.slack.to('chat.postEphemeral'),
  )
const dm = (more: object) => ({
  type: 'message',
  channel_type: 'im',
  channel: 'D1',
  user: 'U1',
  ts: '10.1',
  ...more,
})
const mention = (more: object) => ({ type: 'app_mention', channel: 'C1', user: 'U1', ts: '10.1', ...more })

describe('A DM to the bot', () => {
  test('is answered in it', async () => {
    await slack.event(dm({ text: 'frank' }))
    expect(await posted()).toMatchObject([{ channel: 'D1', text: 'Heard frank' }])
    expect(heard[0]).toMatchObject({
      by: 'message',
      channelId: 'D1',
      threadTs: null,
      triggerId: null,
      delivery: 'Ev0',
    })
  })

  test('in a thread is answered in the thread', async () => {
    await slack.event(dm({ text: 'frank', thread_ts: '8.0' }))
    expect(await posted()).toMatchObject([{ thread_ts: '8.0' }])
  })

  test('is answered again when Slack first wants fewer calls', async () => {
    let calls = 0
    slack.slack.on('chat.postMessage', () => {
      calls += 1
      return calls === 1 ? { ok: false, error: 'ratelimited' } : { ok: true, ts: '1' }
    })
    await slack.event(dm({ text: 'frank' }))
    expect(await posted(2)).toHaveLength(2)
  })

  test('asking for a form is told where forms open', async () => {
    await slack.event(dm({ text: 'edit' }))
    expect((await posted())[0]?.text).toContain('Slack opens forms only from a command or a button')
  })

  test.each([
    ['an edit', { subtype: 'message_changed', message: { text: 'x' } }],
    ["a bot's", { bot_id: 'B2', text: 'x' }],
    ['our own', { user: 'UBOT', text: 'x' }],
    ['somebody joining', { subtype: 'channel_join', text: 'x' }],
    ['in a group DM', { channel_type: 'mpim', channel: 'G1', text: 'x' }],
    ['hidden', { hidden: true, text: 'x' }],
  ])('not from a person: %s', async (_, more) => {
    await slack.event(dm(more))
    await slack.event(dm({ text: 'after' }))
    expect(await posted()).toMatchObject([{ text: 'Heard after' }])
  })

  test('with a file is read for its words', async () => {
    await slack.event(dm({ subtype: 'file_share', text: 'note frank', files: [{}] }))
    expect(await posted()).toMatchObject([{ text: 'Heard note frank' }])
    expect(dropped).toEqual([])
  })

  test('with a file alone is no more than the file', async () => {
    await slack.event(dm({ subtype: 'file_share', text: '', files: [{ id: 'F1' }, { id: 'F2' }] }))
    await slack.event(dm({ subtype: 'file_share', text: ' Import', files: [{ id: 'F3' }] }))
    await slack.event(dm({ text: 'after' }))
    expect(await posted()).toMatchObject([{ text: 'Heard after' }])
    expect(dropped).toEqual([['F1', 'F2'], ['F3']])
  })
})

describe('A mention of the bot', () => {
  test('is answered there, seen by its author alone', async () => {
    await slack.event(mention({ text: '<@UBOT> frank', thread_ts: '8.0', team: 'T9' }))
    expect(await whispered()).toMatchObject([
      { channel: 'C1', user: 'U1', thread_ts: '8.0', text: 'Heard frank' },
    ])
    expect(heard[0]).toMatchObject({ by: 'mention', teamId: 'T9', threadTs: '8.0' })
  })

  test('alone is the bare command', async () => {
    await slack.event(mention({ text: '<@UBOT>' }))
    await whispered()
    expect(heard[0]?.text).toBe('')
  })

  test('where the bot may not answer is answered in the DM', async () => {
    slack.slack.on('chat.postEphemeral', () => refused('user_not_in_channel'))
    await slack.event(mention({ text: '<@UBOT> frank' }))
    expect(await posted()).toMatchObject([{ channel: 'D1', text: 'Heard frank' }])
  })

  test.each([
    ['in a DM, where the message arrives too', { channel: 'D1', text: '<@UBOT> x' }],
    ['edited', { edited: { ts: '11.0' }, text: '<@UBOT> x' }],
    ["a bot's", { bot_id: 'B2', text: '<@UBOT> x' }],
  ])('is left alone: %s', async (_, more) => {
    await slack.event(mention(more))
    await slack.event(mention({ text: '<@UBOT> after' }))
    expect(await whispered()).toMatchObject([{ text: 'Heard after' }])
  })

  test.each([
    ['<@UBOT> note frank: likes tea', 'note frank: likes tea'],
    ['<@UBOT|personable>  frank', 'frank'],
    ['Hey <@UBOT> frank', 'frank'],
    ['note frank likes tea <@UBOT>', 'note frank likes tea'],
    ['<@UBOT> hand frank to <@U2>', 'hand frank to <@U2>'],
    ['<@UBOT>', ''],
  ])('%s', (text, left) => expect(withoutMention(text, 'UBOT')).toBe(left))
})

test('an event delivered twice is handled once', async () => {
  await slack.event(dm({ text: 'frank' }), 'EvSame')
  await slack.event(dm({ text: 'frank' }), 'EvSame')
  await slack.event(dm({ text: 'after' }))
  expect((await posted(2)).map(({ text }) => text)).toEqual(['Heard frank', 'Heard after'])
})
