import { afterEach, describe, expect, test } from 'vitest'
import { SlackUnavailable, StoreUnavailable } from '../../../src/app/ports.js'
import { modal, nothing, reply } from '../../../src/slack/answer.js'
import type { Typed } from '../../../src/slack/incoming.js'
import { refused } from '../stand.js'
import { Delivering, gate } from './delivering.js'

let slack: Delivering
afterEach(() => slack.end())

const hurried = { patience: { commandMs: 20, formMs: 20, lookupMs: 20 } }
const kept = reply({ text: 'Kept', blocks: [] })
const form = modal({ type: 'modal', title: { type: 'plain_text', text: 'Frank' }, blocks: [] })

describe('A command', () => {
  test('reaches the handler as it was typed', async () => {
    const heard: Typed[] = []
    slack = await Delivering.to({
      typed: async (typed) => {
        heard.push(typed)
        return nothing
      },
    })
    expect(await slack.command('note <@U2|ana> &amp; co')).toEqual({})
    expect(heard).toEqual([
      {
        workspaceId: 'T1',
        teamId: 'T1',
        userId: 'U1',
        channelId: 'C1',
        threadTs: null,
        delivery: 't0',
        by: 'command',
        command: '/person',
        text: 'note <@U2|ana> &amp; co',
        triggerId: 't0',
      },
    ])
  })

  test('that takes long is acknowledged in time, and answered once by response_url', async () => {
    const { opened, open } = gate()
    slack = await Delivering.to({ typed: () => opened.then(() => kept) }, hurried)
    expect(await slack.command('note')).toEqual({})
    open()
    await slack.slack.until(() => slack.slack.responses.length)
    await slack.bot.stop()
    expect(slack.slack.responses).toEqual([
      { text: 'Kept', blocks: [], response_type: 'ephemeral', replace_original: false },
    ])
  })

  test('delivered twice is handled and answered once', async () => {
    let handled = 0
    slack = await Delivering.to({
      typed: async () => {
        handled += 1
        return kept
      },
    })
    const again = { trigger_id: 'same' }
    expect(await slack.command('note', again)).toMatchObject({ text: 'Kept' })
    expect(await slack.command('note', again)).toEqual({})
    expect(handled).toBe(1)
  })

  test('may open a form', async () => {
    slack = await Delivering.to({ typed: async () => form })
    expect(await slack.command('edit frank')).toEqual({})
    const [call] = await slack.slack.until(
      () => slack.slack.to('views.open').length === 1 && slack.slack.to('views.open'),
    )
    expect(call).toMatchObject({ trigger_id: 't0' })
  })

  test('whose form comes too late is answered, with what was typed', async () => {
    slack = await Delivering.to({ typed: async () => form })
    slack.slack.on('views.open', () => refused('expired_trigger_id'))
    await slack.command('edit frank')
    const [told] = await slack.slack.until(() => slack.slack.responses.length === 1 && slack.slack.responses)
    expect(told?.text).toContain('/person edit frank')
  })
})

describe('A handler that fails', () => {
  test.each([
    ['the database is busy', new StoreUnavailable('busy', 'busy'), 'My notebook is busy just now'],
    ['the disk is full', new StoreUnavailable('full', 'full'), 'The disk that I write on is full'],
    ['Slack does not answer', new SlackUnavailable('no'), 'Slack did not answer me just now'],
  ])('%s: said plainly, with the text to paste again, ringing nobody', async (_, error, said) => {
    slack = await Delivering.to({
      typed: async () => {
        throw error
      },
    })
    const answer = await slack.command('note frank &lt;!channel&gt; <!here> loves &amp; lives jazz')
    const shown = JSON.stringify(answer)
    expect(shown).toContain(said)
    expect(answer).toMatchObject({
      text: expect.stringContaining('/person note frank &lt;!channel&gt; @here loves &amp; lives jazz'),
      blocks: [
        { type: 'section' },
        {
          type: 'rich_text',
          elements: [{ elements: [{ text: '/person note frank <!channel> @here loves & lives jazz' }] }],
        },
      ],
    })
  })

  test('the unforeseen is logged under a reference, which the user sees; what they typed is not logged', async () => {
    slack = await Delivering.to({
      typed: async () => {
        throw new TypeError('x is undefined')
      },
    })
    const answer = JSON.stringify(await slack.command('note frank loves jazz'))
    const [, reference] = /reference: (\w{6})\./.exec(answer) ?? []
    expect(answer).toContain('loves jazz')
    const [line] = slack.bot.said('Something unexpected happened')
    expect(line).toMatchObject({ reference, err: { name: 'TypeError' } })
    expect(JSON.stringify(line)).not.toContain('jazz')
  })

  test('after the acknowledgement it is said by response_url', async () => {
    const { opened, open } = gate()
    slack = await Delivering.to(
      { typed: () => opened.then(() => Promise.reject(new StoreUnavailable('gone', 'gone'))) },
      hurried,
    )
    await slack.command('note')
    open()
    const [told] = await slack.slack.until(() => slack.slack.responses.length && slack.slack.responses)
    expect(told?.text).toContain('I cannot reach my database')
  })
})

describe('An answer that cannot be brought at once', () => {
  test('is tried again while Slack is down', async () => {
    const ready = gate()
    slack = await Delivering.to({ typed: () => ready.opened.then(() => kept) }, hurried)
    slack.slack.respondWith = (tries) => (tries < 3 ? 503 : 200)
    await slack.command('note')
    ready.open()
    await slack.slack.until(() => slack.slack.responses.length === 3)
    await slack.bot.stop()
    expect(slack.slack.responses).toHaveLength(3)
    expect(slack.slack.to('chat.postEphemeral')).toEqual([])
  })

  test('goes to the channel when the response_url is used up', async () => {
    const ready = gate()
    slack = await Delivering.to({ typed: () => ready.opened.then(() => kept) }, hurried)
    slack.slack.respondWith = () => 404
    await slack.command('note')
    ready.open()
    const [call] = await slack.slack.until(
      () => slack.slack.to('chat.postEphemeral').length && slack.slack.to('chat.postEphemeral'),
    )
    expect(call).toMatchObject({ channel: 'C1', user: 'U1', text: 'Kept' })
    expect(slack.slack.responses).toHaveLength(1)
  })

  test('goes to the DM when the bot is not in the channel either', async () => {
    const ready = gate()
    slack = await Delivering.to({ typed: () => ready.opened.then(() => kept) }, hurried)
    slack.slack.respondWith = () => 410
    slack.slack.on('chat.postEphemeral', () => refused('not_in_channel'))
    await slack.command('note')
    ready.open()
    const [call] = await slack.slack.until(
      () => slack.slack.to('chat.postMessage').length && slack.slack.to('chat.postMessage'),
    )
    expect(call).toMatchObject({ channel: 'D1', text: 'Kept' })
  })

  test('goes as text when Slack refuses its blocks', async () => {
    const ready = gate()
    slack = await Delivering.to({ typed: () => ready.opened.then(() => kept) }, hurried)
    slack.slack.respondWith = (tries) => (tries === 1 ? 400 : 200)
    await slack.command('note')
    ready.open()
    await slack.slack.until(() => slack.slack.responses.length === 2)
    expect(slack.slack.responses[1]).toEqual({
      text: 'Kept',
      response_type: 'ephemeral',
      replace_original: false,
    })
  })

  test('goes by response_url when the connection died under the acknowledgement', async () => {
    const ready = gate()
    let begun = false
    slack = await Delivering.to({
      typed: async () => {
        begun = true
        slack.slack.nudge()
        await ready.opened
        return kept
      },
    })
    const socket = await slack.slack.until(() => slack.slack.open[0])
    socket.deliver('cut', 'slash_commands', {
      command: '/person',
      text: 'note',
      user_id: 'U1',
      channel_id: 'C1',
      trigger_id: 'cut',
      response_url: slack.slack.responseUrl,
    })
    await slack.slack.until(() => begun)
    socket.cut()
    await slack.slack.until(() => slack.bot.said('A connection to Slack was lost').length)
    ready.open()
    const [told] = await slack.slack.until(() => slack.slack.responses.length && slack.slack.responses)
    expect(told).toMatchObject({ text: 'Kept' })
  })

  test('is not repeated when it may have arrived', async () => {
    const ready = gate()
    slack = await Delivering.to({ typed: () => ready.opened.then(() => kept) }, hurried)
    slack.slack.respondWith = () => 'lost'
    await slack.command('note')
    ready.open()
    await slack.slack.until(() => slack.bot.said('A reply was not confirmed by Slack').length)
    await slack.bot.stop()
    expect(slack.slack.responses).toHaveLength(1)
    expect(slack.slack.to('chat.postEphemeral')).toEqual([])
  })
})
