import { afterEach, expect, test } from 'vitest'
import type { Lookup } from '../../../src/slack/incoming.js'
import type { Choice } from '../../../src/slack/listeners.js'
import { Delivering } from './delivering.js'

let slack: Delivering
afterEach(() => slack.end())
const offering = (choices: readonly Choice[]) => Delivering.to({ lookups: { who: async () => choices } })

test('what fits what was typed so far is offered', async () => {
  const heard: Lookup[] = []
  slack = await Delivering.to({
    lookups: {
      who: async (lookup) => {
        heard.push(lookup)
        return [{ text: 'Frank Ortiz', value: 'p1' }]
      },
    },
  })
  expect(await slack.lookup('who', 'fra')).toEqual({
    options: [{ text: { type: 'plain_text', text: 'Frank Ortiz' }, value: 'p1' }],
  })
  expect(heard[0]).toMatchObject({ query: 'fra', channelId: 'C1', actionId: 'who', blockId: 'who' })
})

test("Slack's limits hold, whatever is offered", async () => {
  const many = Array.from({ length: 300 }, (_, i) => ({ text: `${'Frank '.repeat(40)}${i}`, value: `p${i}` }))
  slack = await offering([{ text: 'x', value: 'v'.repeat(151) }, { text: '', value: 'p' }, ...many])
  const { options } = (await slack.lookup('who', 'fra')) as { options: { text: { text: string } }[] }
  expect(options).toHaveLength(100)
  expect(options[0]?.text.text).toHaveLength(75)
})

test('nothing is offered when the handler fails, is slow, or is not there', async () => {
  slack = await Delivering.to(
    {
      lookups: {
        fails: async () => {
          throw new Error('no')
        },
        slow: () => new Promise(() => {}),
      },
    },
    { patience: { commandMs: 20, formMs: 20, lookupMs: 20 }, drainMs: 20 },
  )
  for (const id of ['fails', 'slow', 'valueOf'])
    expect(await slack.lookup(id, 'fra')).toEqual({ options: [] })
})
