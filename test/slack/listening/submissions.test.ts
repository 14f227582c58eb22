import { afterEach, describe, expect, test } from 'vitest'
import { StoreUnavailable } from '../../../src/app/ports.js'
import { type Answer, modal, nothing, reply } from '../../../src/slack/answer.js'
import type { Submission } from '../../../src/slack/incoming.js'
import { Delivering, gate } from './delivering.js'

let slack: Delivering
afterEach(() => slack.end())

const values = {
  note: { text: { type: 'plain_text_input', value: 'loves jazz' } },
  on: { day: { type: 'datepicker', selected_date: null } },
}
const answering = (answer: Answer) => Delivering.to({ forms: { note: async () => answer } })
const calls = (method: string) =>
  slack.slack.until(() => slack.slack.to(method).length && slack.slack.to(method))
const hurried = { patience: { commandMs: 20, formMs: 20, lookupMs: 20 } }
const kept = reply({ text: 'Kept', blocks: [] })
const wrong: Answer = { kind: 'errors', errors: { note: 'Too long' } }
const viewOf = (call: Readonly<Record<string, string>> | undefined) => JSON.parse(call?.view ?? '{}')

describe('A form that is handed in', () => {
  test('closes, and is answered where it was opened', async () => {
    const heard: Submission[] = []
    slack = await Delivering.to({
      forms: {
        note: async (submission) => {
          heard.push(submission)
          return kept
        },
      },
    })
    expect(await slack.submit('note', values)).toEqual({})
    expect(await calls('chat.postEphemeral')).toMatchObject([
      { channel: 'C1', user: 'U1', thread_ts: '8.0', text: 'Kept' },
    ])
    expect(heard).toMatchObject([
      { channelId: 'C1', threadTs: '8.0', callbackId: 'note', values: { note: 'loves jazz', on: '' } },
    ])
  })

  test.each([
    ['from Home', '{"channelId":null,"threadTs":null}'],
    ['by a shortcut', '{"channelId":"C1","threadTs":null,"inView":true}'],
    ['nobody knows where', 'not json'],
  ])('and was opened %s is answered in its own place', async (_, metadata) => {
    slack = await answering(reply({ text: 'Kept', blocks: [{ type: 'divider' }] }))
    expect(await slack.submit('note', values, { private_metadata: metadata })).toMatchObject({
      response_action: 'update',
      view: { type: 'modal', blocks: [{ type: 'divider' }], clear_on_close: true },
    })
    expect(slack.slack.to('chat.postEphemeral')).toEqual([])
    expect(slack.slack.to('chat.postMessage')).toEqual([])
  })

  test('and is not right stays open, and says why', async () => {
    slack = await answering(wrong)
    expect(await slack.submit('note', values)).toEqual({
      response_action: 'errors',
      errors: { note: 'Too long' },
    })
  })

  test('and put right is handed in again, though the view is the same', async () => {
    let handled = 0
    slack = await Delivering.to({
      forms: {
        note: async () => {
          handled += 1
          return handled === 1 ? wrong : nothing
        },
      },
    })
    expect(await slack.submit('note', values)).toMatchObject({ response_action: 'errors' })
    expect(await slack.submit('note', values)).toEqual({})
  })

  test('may lead to the next form', async () => {
    slack = await answering(modal({ type: 'modal', title: { type: 'plain_text', text: 'Next' }, blocks: [] }))
    expect(await slack.submit('note', values)).toMatchObject({
      response_action: 'update',
      view: { type: 'modal' },
    })
  })

  test('twice delivered is handled once, and acknowledged alike', async () => {
    let handled = 0
    slack = await Delivering.to({
      forms: {
        note: async () => {
          handled += 1
          return wrong
        },
      },
    })
    const same = { trigger_id: 'same' }
    const first = await slack.submit('note', values, {}, same)
    expect(await slack.submit('note', values, {}, same)).toEqual(first)
    expect(handled).toBe(1)
  })
})

describe('When the handler fails', () => {
  test('the form stays open with all that was typed', async () => {
    slack = await Delivering.to({
      forms: {
        note: async () => {
          throw new StoreUnavailable('busy', 'busy')
        },
      },
    })
    expect(await slack.submit('note', values)).toEqual({
      response_action: 'errors',
      errors: { note: 'My notebook is busy just now, so this was not kept. Please try again in a minute.' },
    })
  })

  test('a form that nobody knows any more stays open too', async () => {
    slack = await answering(kept)
    expect(await slack.submit('toString', values)).toMatchObject({
      response_action: 'errors',
      errors: { note: expect.stringContaining('older version') },
    })
  })
})

describe('When the handler is slow', () => {
  const slowly = async (answer: Answer | Error) => {
    const { opened, open } = gate()
    slack = await Delivering.to(
      {
        forms: {
          note: async () => {
            await opened
            if (answer instanceof Error) throw answer
            return answer
          },
        },
      },
      hurried,
    )
    const ack = await slack.submit('note', values)
    open()
    return ack
  }

  test('a view is laid upon the form, which turns to Done', async () => {
    const ack = await slowly(kept)
    expect(ack).toMatchObject({ response_action: 'push', view: { title: { text: 'One moment' } } })
    const { external_id: externalId } = (ack as { view: { external_id: string } }).view
    const [update] = await calls('views.update')
    expect(update?.external_id).toBe(externalId)
    expect(viewOf(update)).toMatchObject({ title: { text: 'Done' }, clear_on_close: true })
    expect(slack.slack.to('chat.postEphemeral')).toMatchObject([{ text: 'Kept' }])
  })

  test('what came of a form from Home is shown in that view', async () => {
    const { opened, open } = gate()
    const answer = opened.then(() => reply({ text: 'Kept', blocks: [{ type: 'divider' }] }))
    slack = await Delivering.to({ forms: { note: () => answer } }, hurried)
    await slack.submit('note', values, { private_metadata: '{"channelId":null}' })
    open()
    const [update] = await calls('views.update')
    expect(viewOf(update)).toMatchObject({ blocks: [{ type: 'divider' }], clear_on_close: true })
    expect(slack.slack.to('chat.postMessage')).toEqual([])
  })

  test.each([
    ['it is not right', wrong, 'Too long'],
    ['it fails', new StoreUnavailable('gone', 'gone'), 'I cannot reach my database'],
  ])('%s: one goes back to the form', async (_, answer, why) => {
    await slowly(answer)
    const [update] = await calls('views.update')
    expect(viewOf(update)).toMatchObject({ title: { text: 'Not yet' }, close: { text: 'Back' } })
    expect(viewOf(update).clear_on_close).toBeUndefined()
    expect(update?.view).toContain(why)
    expect(slack.slack.to('chat.postEphemeral')).toEqual([])
  })
})
