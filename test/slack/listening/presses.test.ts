import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreUnavailable } from '../../../src/app/ports.js'
import { modal, replace, reply } from '../../../src/slack/answer.js'
import type { Press } from '../../../src/slack/incoming.js'
import { refused } from '../stand.js'
import { Delivering } from './delivering.js'

let slack: Delivering
const heard: Press[] = []
const done = { text: 'Done', blocks: [] }
beforeEach(async () => {
  heard.length = 0
  slack = await Delivering.to({
    presses: {
      beside: async (press) => {
        heard.push(press)
        return reply(done)
      },
      instead: async () => replace(done),
      card: async () => replace(done),
      form: async () => modal({ type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] }),
      fails: async () => {
        throw new StoreUnavailable('busy', 'busy')
      },
    },
  })
})
afterEach(() => slack.end())

const told = (count = 1) =>
  slack.slack.until(() => slack.slack.responses.length >= count && slack.slack.responses)
const inChannel = {
  container: { type: 'message', message_ts: '10.1', channel_id: 'C1', is_ephemeral: false },
}
const inForm = {
  channel: undefined,
  response_url: undefined,
  container: { type: 'view', view_id: 'V1' },
  view: { id: 'V1', type: 'modal', private_metadata: '{"channelId":"C7","threadTs":"8.0"}' },
}

describe('A press', () => {
  test('is acknowledged, and answered beside the message', async () => {
    expect(await slack.press('beside', { value: 'p1' })).toEqual({})
    expect(await told()).toEqual([{ ...done, response_type: 'ephemeral', replace_original: false }])
    expect(heard).toEqual([
      {
        workspaceId: 'T1',
        teamId: 'T1',
        userId: 'U1',
        channelId: 'C1',
        threadTs: null,
        delivery: 't0',
        actionId: 'beside',
        value: 'p1',
        triggerId: 't0',
        held: {},
        message: { ts: '10.1', ephemeral: true },
      },
    ])
  })

  test('replaces a message that only the presser sees', async () => {
    await slack.press('instead', { value: 'p1' })
    expect(await told()).toMatchObject([{ text: 'Done', replace_original: true }])
  })

  test('does not replace what everybody sees', async () => {
    await slack.press('instead', { value: 'p1' }, inChannel)
    expect(await told()).toMatchObject([{ text: 'Done', replace_original: false }])
  })

  test('in a thread is answered in the thread', async () => {
    await slack.press('beside', { value: 'p1' }, { ...inChannel, message: { ts: '10.1', thread_ts: '8.0' } })
    expect(await told()).toMatchObject([{ thread_ts: '8.0' }])
  })

  test('twice delivered is handled once', async () => {
    const same = { trigger_id: 'same' }
    await slack.press('beside', { value: 'p1' }, same)
    await slack.press('beside', { value: 'p1' }, same)
    await slack.press('instead', { value: 'p1' })
    expect(await told(2)).toHaveLength(2)
    expect(heard).toHaveLength(1)
  })

  test('comes from whoever pressed, of whatever team', async () => {
    await slack.press('beside', { value: 'p1' }, { user: { id: 'U9', team_id: 'T9' } })
    await told()
    expect(heard[0]).toMatchObject({ userId: 'U9', teamId: 'T9', workspaceId: 'T1' })
  })

  test.each([
    ['a menu', { selected_option: { value: 'week' } }, 'week'],
    ['a user', { selected_user: 'U2' }, 'U2'],
    ['a channel', { selected_conversation: 'C2' }, 'C2'],
    ['a day', { selected_date: '2026-12-01' }, '2026-12-01'],
    ['several', { selected_options: [{ value: 'a' }, { value: 'b' }] }, 'a,b'],
    ['nothing', { selected_option: null }, ''],
  ])('on %s', async (_, element, value) => {
    await slack.press('beside', element)
    await told()
    expect(heard[0]?.value).toBe(value)
  })

  test('that fails says so', async () => {
    await slack.press('fails', { value: 'p1' })
    expect((await told())[0]?.text).toContain('My notebook is busy')
  })

  test('on a button of long ago says so', async () => {
    await slack.press('constructor', { value: 'p1' })
    expect((await told())[0]?.text).toContain('no longer works')
  })
})

describe('A form', () => {
  const calls = (method: string) =>
    slack.slack.until(() => slack.slack.to(method).length && slack.slack.to(method))

  test('is opened from a message, and laid upon an open form', async () => {
    await slack.press('form', { value: 'p1' })
    expect(await calls('views.open')).toHaveLength(1)
    await slack.press('form', { value: 'p1' }, inForm)
    expect(await calls('views.push')).toHaveLength(1)
  })

  test('that Slack does not open any more is said', async () => {
    slack.slack.on('views.open', () => refused('expired_trigger_id'))
    await slack.press('form', { value: 'p1' })
    expect((await told())[0]?.text).toContain('Press again')
  })

  test('is pressed in from the place where it was opened', async () => {
    await slack.press('beside', { value: 'p1' }, inForm)
    await calls('views.push')
    expect(heard[0]).toMatchObject({ channelId: 'C7', threadTs: '8.0', message: null })
  })
})

describe('Pressed where there is no message', () => {
  const calls = (method: string) =>
    slack.slack.until(() => slack.slack.to(method).length && slack.slack.to(method))
  const viewOf = (call: Readonly<Record<string, string>> | undefined) => JSON.parse(call?.view ?? '{}')
  const inHome = { ...inForm, view: { id: 'V0', type: 'home' } }
  const said = () => slack.slack.calls.filter(({ method }) => method.startsWith('chat.'))

  test.each(['beside', 'instead', 'form', 'fails'])('in Home, "%s" opens a modal', async (actionId) => {
    await slack.press(actionId, { value: 'p1' }, inHome)
    expect(viewOf((await calls('views.open'))[0])).toMatchObject({ type: 'modal' })
    expect(said()).toEqual([])
  })

  test('in a modal, an answer is laid upon it, and one in its stead takes its place', async () => {
    await slack.press('beside', { value: 'p1' }, inForm)
    const [pushed] = await calls('views.push')
    expect(viewOf(pushed)).toMatchObject({ private_metadata: expect.stringContaining('"channelId":"C7"') })
    await slack.press(
      'instead',
      { value: 'p1' },
      { ...inForm, view: { ...inForm.view, clear_on_close: true } },
    )
    const [updated] = await calls('views.update')
    expect(updated?.view_id).toBe('V1')
    expect(viewOf(updated)).toMatchObject({ clear_on_close: true })
    expect(said()).toEqual([])
  })

  test('a card opens on top of the list that it was pressed in', async () => {
    await slack.press('card', { value: 'p1' }, inForm)
    expect(await calls('views.push')).toHaveLength(1)
  })

  test('upon three views none fits: the answer takes the place of the last', async () => {
    slack.slack.on('views.push', () => refused('push_limit_reached'))
    await slack.press('form', { value: 'p1' }, inForm)
    expect((await calls('views.update'))[0]?.view_id).toBe('V1')
  })

  test('when Slack takes no view any more, the answer goes to the DM', async () => {
    slack.slack.on('views.open', () => refused('expired_trigger_id'))
    await slack.press('beside', { value: 'p1' }, inHome)
    expect(await calls('chat.postMessage')).toMatchObject([{ channel: 'D1', text: 'Done' }])
  })
})
