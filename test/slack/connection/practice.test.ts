import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../../src/config.js'
import { type PracticeSlack, startPracticeSlack } from '../../../src/practice/slack.js'
import { modal, reply } from '../../../src/slack/answer.js'
import type { Tuning } from '../../../src/slack/connection/connect.js'
import { openDoor } from '../../../src/slack/connection/door.js'
import type { Listeners } from '../../../src/slack/listeners.js'
import { connected, listening, quickSockets } from '../bot.js'
import { gate } from '../listening/delivering.js'

const manifest = fileURLToPath(new URL('../../../manifest.yml', import.meta.url))
let slack: PracticeSlack
let stop: () => Promise<void>

beforeEach(async () => {
  slack = await startPracticeSlack({ manifest })
})
afterEach(async () => {
  await stop()
  await slack.close()
})

const start = async (
  mode: 'socket' | 'http',
  listeners: Partial<Listeners>,
  tuning: Partial<Tuning> = {},
): Promise<void> => {
  const config = readConfig({
    SLACK_BOT_TOKEN: slack.botToken,
    ...(mode === 'socket'
      ? { SLACK_APP_TOKEN: slack.appToken }
      : { SLACK_SIGNING_SECRET: slack.signingSecret }),
    SLACK_API_URL: slack.apiUrl,
    PORT: '0',
    HOST: '127.0.0.1',
  })
  if ('problem' in config) throw new Error(config.problem)
  const { log } = listening()
  const door = await openDoor({ ...config, log })
  if ('problem' in door) throw new Error(door.problem)
  const connection = await connected({ config, door, log }, listeners, { sockets: quickSockets, ...tuning })
  if ('problem' in connection) throw new Error(connection.problem)
  if (mode === 'http') await slack.deliverTo(`http://127.0.0.1:${door.port}/slack/events`)
  else await slack.until(() => slack.sockets.count === 2)
  stop = connection.stop
}

const inSales = () => {
  const { id } = slack.people.add({ name: 'ana' })
  const sales = slack.places.add({ name: 'sales', members: [id] })
  slack.places.join(sales.id, slack.botUserId)
  return { ana: slack.as(id), sales: sales.id }
}

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const button = (id: string) => ({ type: 'button' as const, action_id: id, text: plain(id), value: 'p1' })
const form = modal({
  type: 'modal',
  callback_id: 'note',
  title: plain('Frank'),
  submit: plain('Keep'),
  private_metadata: '{}',
  blocks: [
    {
      type: 'input',
      block_id: 'note',
      label: plain('Note'),
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
})

describe.each(['socket', 'http'] as const)('A strict Slack, over %s', (mode) => {
  test('takes every way in which we answer', async () => {
    await start(mode, {
      typed: async ({ text }) =>
        reply({
          text: `Heard ${text}`,
          blocks: [{ type: 'actions', elements: [button('beside'), button('form')] }],
        }),
      presses: { beside: async () => reply({ text: 'Done', blocks: [] }), form: async () => form },
      forms: { note: async ({ values }) => reply({ text: `Kept ${values.note}`, blocks: [] }) },
      reacted: async ({ emoji }) => reply({ text: `Saw ${emoji}`, blocks: [] }),
    })
    const { ana, sales } = inSales()
    const shown = await (await ana.command(sales, '/person frank')).answer()
    expect(shown.text).toBe('Heard frank')
    expect((await (await ana.press(shown, 'beside')).answer()).text).toBe('Done')
    const view = await (await ana.press(shown, 'form')).modal()
    await ana.submit(view, { Note: 'loves jazz' })
    const said = await ana.say(sales, '<@U0PERSONBOT> frank')
    await ana.react(sales, said.ts, 'ear')
    const texts = () => ana.sees(sales).map(({ text }) => text)
    await slack.until(() => ['Heard frank', 'Saw ear', 'Done'].every((text) => texts().includes(text)))
    await slack.idle()
    expect(slack.problems).toEqual([])
  })

  test('takes what we lay upon a form that is kept slowly, and lets one go back to it', async () => {
    let isOver = gate()
    await start(
      mode,
      {
        typed: async () => form,
        forms: {
          note: async () => {
            await isOver.opened
            return { kind: 'errors', errors: { note: 'Too long' } }
          },
        },
      },
      { patience: { commandMs: 500, formMs: 20, lookupMs: 20 } },
    )
    const { ana, sales } = inSales()
    const view = await (await ana.command(sales, '/person note')).modal()
    await ana.submit(view, { Note: 'loves jazz' })
    const titleOnTop = () => JSON.stringify(ana.modal ?? {})
    await slack.until(() => titleOnTop().includes('One moment'))
    isOver.open()
    await slack.until(() => titleOnTop().includes('Too long'))
    await ana.close(ana.modal ?? view)
    expect(titleOnTop()).toContain('Keep')
    isOver = gate()
    isOver.open()
    expect((await ana.submit(view, { Note: 'jazz' })).errors).toEqual({ note: 'Too long' })
    expect(slack.problems).toEqual([])
  })

  test('takes what we say when a handler fails, whatever was typed', async () => {
    await start(mode, { typed: () => Promise.reject(new Error('no')) })
    const { ana, sales } = inSales()
    const typed = `note frank <!channel> & <https://x.example|y> ${'🙂é '.repeat(900)}`
    const { text } = await (await ana.command(sales, `/person ${typed}`)).answer()
    expect(text).toContain('Something went wrong on my side')
    expect(slack.problems).toEqual([])
  })
})

describe('Sockets that Slack renews while commands arrive', () => {
  test('every command is acknowledged and answered once', async () => {
    await start('socket', { typed: async ({ text }) => reply({ text: `Heard ${text}`, blocks: [] }) })
    const { ana, sales } = inSales()
    const runs: Promise<[boolean, string]>[] = []
    const typeOne = async (i: number): Promise<[boolean, string]> => {
      const run = await ana.command(sales, `/person number ${i}`)
      return [run.acknowledged, (await run.answer()).text]
    }
    for (let i = 0; i < 60; i += 1) {
      if (i % 6 === 3) {
        // Slack renews them one at a time.
        await slack.until(() => slack.sockets.count === 2)
        void slack.sockets.refresh(i % 12 === 3 ? 'oldest' : 'newest')
      }
      runs.push(typeOne(i))
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await Promise.all(runs)).toEqual(runs.map((_, i) => [true, `Heard number ${i}`]))
    expect(slack.problems).toEqual([])
  })
})
