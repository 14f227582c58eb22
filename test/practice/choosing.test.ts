import type { App } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { startSocketApp } from './support/bolt-app.js'
import { clientOf } from './support/client.js'
import { atEnd, closeAfterEach, openSlack } from './support/open-slack.js'

closeAfterEach()

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() })
const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } })
const row = (id: string, ...elements: object[]) => ({ type: 'actions', block_id: id, elements })
const later = (value: string) => ({ type: 'button', action_id: 'later', text: plain('Later'), value })

/** A channel with one message of these blocks, and what the bot is told when somebody acts on it. */
async function openMessage(blocks: object[], listen: (app: App) => void = () => {}) {
  const slack = await openSlack()
  const actions: object[] = []
  const running = await startSocketApp(slack, (app) => {
    app.action(/.*/, async ({ ack, action }) => {
      actions.push(action)
      await ack()
    })
    listen(app)
  })
  atEnd(() => running.stop())
  const ana = slack.people.add({ name: 'ana' })
  const { id } = slack.places.add({ name: 'sales', members: [ana.id] })
  await clientOf(slack).apiCall('chat.postMessage', { channel: id, text: 'x', blocks })
  const [message] = slack.seenBy(ana.id, id)
  if (!message) throw new Error('The message is not there')
  return { slack, ana: slack.as(ana.id), message, actions }
}

describe('one of several buttons of the same name', () => {
  const digest = [section('Frank'), row('f', later('frank')), section('Susan'), row('s', later('susan'))]

  it.each([
    ['by the text before it', { near: 'Susan' }, 'susan'],
    ['by its place', { nth: 0 }, 'frank'],
    ['by its block', { blockId: 's' }, 'susan'],
    ['by its value', { value: 'frank' }, 'frank'],
  ])('is found %s', async (_, narrowing, value) => {
    const { ana, message, actions } = await openMessage(digest)
    await ana.press(message, 'Later', narrowing)
    expect(actions).toMatchObject([{ value }])
  })

  it('is not guessed', async () => {
    const { ana, message } = await openMessage(digest)
    await expect(ana.press(message, 'Later')).rejects.toThrow('2 elements fit "Later"')
    await expect(ana.press(message, 'Later', { near: 'Nobody' })).rejects.toThrow('0 elements fit')
  })
})

describe('a choice', () => {
  it.each<[string, object, Parameters<Awaited<ReturnType<typeof openMessage>>['ana']['choose']>[2], object]>([
    [
      'a select, by text',
      { type: 'static_select', options: [option('One'), option('Two')] },
      'Two',
      { selected_option: { value: 'two' } },
    ],
    [
      'an overflow menu, by value',
      { type: 'overflow', options: [option('One'), option('Two')] },
      'one',
      { selected_option: { value: 'one' } },
    ],
    [
      'boxes',
      { type: 'checkboxes', options: [option('One'), option('Two')] },
      ['One', 'Two'],
      { selected_options: [{ value: 'one' }, { value: 'two' }] },
    ],
    ['a day', { type: 'datepicker' }, '2026-12-01', { selected_date: '2026-12-01' }],
    ['a person', { type: 'users_select' }, 'U0SOMEBODY', { selected_user: 'U0SOMEBODY' }],
    ['a place', { type: 'conversations_select' }, 'C0SOMEWHERE', { selected_conversation: 'C0SOMEWHERE' }],
  ])('in %s reaches the bot', async (_, element, given, expected) => {
    const { slack, ana, message, actions } = await openMessage([row('r', { ...element, action_id: 'pick' })])
    await ana.choose(message, 'pick', given)
    expect(actions).toMatchObject([expected])
    const payload = slack.traffic.find(({ name }) => name === 'block_actions')?.body
    // An overflow menu holds nothing; everything else is told again with the message's state.
    const state = element && 'type' in element && element.type === 'overflow' ? {} : { r: { pick: expected } }
    expect(payload).toMatchObject({ state: { values: state } })
  })

  it('that is not offered is no choice', async () => {
    const { ana, message } = await openMessage([
      row('r', { type: 'static_select', action_id: 'pick', options: [option('One')] }),
    ])
    await expect(ana.choose(message, 'pick', 'Three')).rejects.toThrow(
      '"Three" is not among the options: One',
    )
    await expect(ana.press(message, 'pick')).rejects.toThrow('use choose')
  })
})

describe('a type-ahead', () => {
  const who = row('r', { type: 'external_select', action_id: 'who', placeholder: plain('Who') })

  it('asks from the third letter on', async () => {
    const asked: string[] = []
    const { ana, message } = await openMessage([who], (app) =>
      app.options('who', async ({ ack, payload }) => {
        asked.push(payload.value)
        await ack({ options: [option('Frank')] })
      }),
    )
    expect(await ana.suggest(message, 'Who', 'fr')).toEqual([])
    expect(await ana.suggest(message, 'Who', 'fra')).toEqual([option('Frank')])
    expect(asked).toEqual(['fra'])
  })

  it('shows nothing of an answer that Slack would refuse', async () => {
    const { slack, ana, message } = await openMessage([who], (app) =>
      app.options('who', async ({ ack }) => ack({ options: [option('x'.repeat(76))] })),
    )
    expect(await ana.suggest(message, 'Who', 'frank')).toEqual([])
    expect(slack.problems[0]?.message).toContain('must be less than 76 characters')
  })
})
