import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreUnavailable } from '../../../src/app/ports.js'
import { modal, reply } from '../../../src/slack/answer.js'
import type { Shortcut } from '../../../src/slack/incoming.js'
import { refused } from '../stand.js'
import { Delivering } from './delivering.js'

let slack: Delivering
const heard: Shortcut[] = []
const form = modal({ type: 'modal', title: { type: 'plain_text', text: 'Form' }, blocks: [] })
beforeEach(async () => {
  heard.length = 0
  slack = await Delivering.to({
    shortcuts: {
      'log-conversation': async (shortcut) => {
        heard.push(shortcut)
        return form
      },
      'remember-this': async () => reply({ text: 'Only teammates', blocks: [{ type: 'divider' }] }),
      'look-up-person': async () => {
        throw new StoreUnavailable('busy', 'busy')
      },
    },
  })
})
afterEach(() => slack.end())

const onMessage = {
  channel: { id: 'C1' },
  response_url: undefined,
  message: { ts: '9.1', thread_ts: '8.0', text: 'we met &amp; talked', user: 'U5' },
}
const opened = async () => {
  const [call] = await slack.slack.until(
    () => slack.slack.to('views.open').length && slack.slack.to('views.open'),
  )
  return JSON.parse(call?.view ?? '{}')
}

describe('A shortcut', () => {
  test('on a message is acknowledged, carries the message, and opens a form', async () => {
    expect(await slack.shortcut('log-conversation', onMessage)).toEqual({})
    expect(await opened()).toMatchObject({ title: { text: 'Form' } })
    expect(heard).toEqual([
      {
        workspaceId: 'T1',
        teamId: 'T1',
        userId: 'U1',
        channelId: 'C1',
        threadTs: '8.0',
        delivery: 't0',
        callbackId: 'log-conversation',
        triggerId: 't0',
        message: { ts: '9.1', text: 'we met &amp; talked', userId: 'U5', isOurs: false },
      },
    ])
  })

  test.each([
    ['by the bot user', { ...onMessage.message, user: 'UBOT' }],
    ['by the bot', { ...onMessage.message, user: undefined, bot_id: 'BBOT' }],
  ])('on a post of ours is known as one, %s', async (_, message) => {
    await slack.shortcut('log-conversation', { ...onMessage, message })
    await opened()
    expect(heard[0]?.message?.isOurs).toBe(true)
  })

  test('twice delivered opens one form', async () => {
    const same = { ...onMessage, trigger_id: 'same' }
    await slack.shortcut('log-conversation', same)
    await slack.shortcut('log-conversation', same)
    await slack.shortcut('remember-this', onMessage)
    await slack.slack.until(() => slack.slack.to('views.open').length >= 2)
    expect(heard).toHaveLength(1)
  })

  test('that is answered in words, or fails, says so in a modal', async () => {
    await slack.shortcut('remember-this', onMessage)
    expect(await opened()).toMatchObject({ type: 'modal', blocks: [{ type: 'divider' }] })
    await slack.shortcut('look-up-person')
    await slack.slack.until(() => slack.slack.to('views.open').length >= 2)
    expect(slack.slack.to('views.open')[1]?.view).toContain('My notebook is busy')
  })

  test('that nobody knows does nothing', async () => {
    expect(await slack.shortcut('constructor', onMessage)).toEqual({})
    await slack.slack.until(() => slack.bot.said('nobody listens').length)
    expect(slack.slack.to('views.open')).toEqual([])
  })

  test('whose form Slack opens no more is answered beside the message', async () => {
    slack.slack.on('views.open', () => refused('expired_trigger_id'))
    await slack.shortcut('log-conversation', onMessage)
    const told = await slack.slack.until(
      () => slack.slack.to('chat.postEphemeral').length && slack.slack.to('chat.postEphemeral'),
    )
    expect(told).toMatchObject([{ channel: 'C1', thread_ts: '8.0', text: expect.stringContaining('again') }])
  })
})
