import { afterEach, describe, expect, test } from 'vitest'
import { SlackUnavailable, StoreUnavailable } from '../../../src/app/ports.js'
import { nothing, reply } from '../../../src/slack/answer.js'
import type { Reaction } from '../../../src/slack/incoming.js'
import type { Listeners } from '../../../src/slack/listeners.js'
import { Delivering } from './delivering.js'

let slack: Delivering
afterEach(() => slack.end())
const whispered = () =>
  slack.slack.until(() => slack.slack.to('chat.postEphemeral').length && slack.slack.to('chat.postEphemeral'))
const reaction = {
  type: 'reaction_added',
  user: 'U1',
  reaction: 'telephone_receiver',
  item: { type: 'message', channel: 'C1', ts: '10.1' },
}

describe('A reaction', () => {
  const hearing = (reacted: Listeners['reacted']) => Delivering.to({ reacted })

  test('put on and taken off, with the message that it is about', async () => {
    const heard: Reaction[] = []
    slack = await hearing(async (each) => {
      heard.push(each)
      slack.slack.nudge()
      return nothing
    })
    await slack.event(reaction)
    await slack.event({ ...reaction, type: 'reaction_removed' })
    await slack.slack.until(() => heard.length === 2)
    expect(heard).toMatchObject([
      {
        added: true,
        emoji: 'telephone_receiver',
        channelId: 'C1',
        messageTs: '10.1',
        eventTs: '10.5',
        delivery: 'Ev0',
      },
      { added: false, userId: 'U1' },
    ])
  })

  test('is answered to the reactor, in the thread of the message', async () => {
    slack = await hearing(async () => ({
      kind: 'reply',
      reply: { text: 'Logged', blocks: [] },
      threadTs: '8.0',
    }))
    await slack.event(reaction)
    expect(await whispered()).toMatchObject([{ channel: 'C1', user: 'U1', thread_ts: '8.0', text: 'Logged' }])
  })

  test('on a file is none of ours', async () => {
    slack = await hearing(async ({ messageTs }) => reply({ text: messageTs, blocks: [] }))
    await slack.event({ ...reaction, item: { type: 'file', file: 'F1' } })
    await slack.event(reaction)
    expect(await whispered()).toMatchObject([{ text: '10.1' }])
  })

  test('that could not be kept is told to a teammate', async () => {
    slack = await hearing(async () => {
      throw new StoreUnavailable('busy', 'busy')
    })
    await slack.event(reaction)
    expect((await whispered())[0]?.text).toContain('My notebook is busy')
  })

  test('for which there is no database is not acknowledged, and counts when Slack brings it again', async () => {
    let isThere = false
    slack = await hearing(async ({ messageTs }) => {
      if (!isThere) throw new StoreUnavailable('gone', 'gone')
      return reply({ text: messageTs, blocks: [] })
    })
    const [socket] = slack.slack.open
    const event = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: reaction }
    socket?.deliver('lost', 'events_api', event)
    await slack.slack.until(
      () =>
        slack.bot.said('is left to be repeated').length > 0 ||
        slack.bot.said('could not be processed').length > 0,
    )
    expect(socket?.acks.has('lost')).toBe(false)
    isThere = true
    socket?.deliver('again', 'events_api', event)
    expect(await whispered()).toMatchObject([{ text: '10.1' }])
    await slack.slack.until(() => socket?.acks.has('again'))
  })

  test('of somebody who cannot be looked up is passed over in silence', async () => {
    slack = await hearing(async ({ emoji }) => {
      if (emoji === 'ear') throw new SlackUnavailable('no')
      return reply({ text: 'Logged', blocks: [] })
    })
    await slack.event({ ...reaction, reaction: 'ear' })
    await slack.event(reaction)
    expect(await whispered()).toMatchObject([{ text: 'Logged' }])
  })
})

describe('Changes in the workspace', () => {
  test.each([
    [{ type: 'member_joined_channel', user: 'U2', channel: 'C1' }, ['C1', 'members of C1', 'U2']],
    [{ type: 'channel_shared', channel: 'C1', connected_team_id: 'T2' }, ['C1', 'members of C1']],
    [{ type: 'channel_rename', channel: { id: 'C1', name: 'new' } }, ['C1', 'members of C1']],
    [
      { type: 'channel_id_changed', old_channel_id: 'G1', new_channel_id: 'C2' },
      ['G1', 'members of G1', 'C2', 'members of C2'],
    ],
    [{ type: 'user_change', user: { id: 'U2', deleted: true } }, ['U2']],
  ])('%o: what was known is forgotten', async (event, forgotten) => {
    slack = await Delivering.to({})
    await slack.event(event)
    await slack.bot.stop()
    expect(slack.bot.forgotten).toEqual(forgotten)
  })

  test.each([
    [{ type: 'app_uninstalled' }, 1],
    [{ type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT'] } }, 1],
    [{ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }, 0],
  ])('%o', async (event, times) => {
    let revoked = 0
    slack = await Delivering.to({}, {}, () => {
      revoked += 1
    })
    await slack.event(event)
    await slack.bot.stop()
    expect(revoked).toBe(times)
    expect(slack.bot.said('Slack has taken the bot out of the workspace')).toHaveLength(times)
  })
})
