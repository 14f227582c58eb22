import type { App } from '@slack/bolt'
import { expect, it } from 'vitest'
import { startSocketApp } from './support/bolt-app.js'
import { atEnd, closeAfterEach, openSlack } from './support/open-slack.js'

closeAfterEach()

let now = 0

async function connected(listen: (app: App) => void) {
  now = Date.parse('2026-11-24T09:00:00Z')
  const slack = await openSlack({ now: () => now })
  const running = await startSocketApp(slack, listen)
  atEnd(() => running.stop())
  const ana = slack.people.add({ name: 'ana' })
  const ben = slack.people.add({ name: 'ben' })
  const sales = slack.places.add({ name: 'sales', members: [ana.id, ben.id] })
  return { slack, ana: slack.as(ana.id), ben: slack.as(ben.id), sales: sales.id }
}

/** A command whose response_url is handed out, to be posted to from outside. */
async function urlOfCommand() {
  const urls: string[] = []
  const { slack, ana, ben, sales } = await connected((app) =>
    app.command('/try', async ({ ack, command }) => {
      urls.push(command.response_url)
      await ack()
    }),
  )
  const run = await ana.command(sales, '/try')
  const post = async (body: object) => {
    const answer = await fetch(urls[0] ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return `${answer.status} ${await answer.text()}`
  }
  return { slack, ana, ben, sales, run, post, url: urls[0] ?? '' }
}

it('works five times', async () => {
  const { post, run } = await urlOfCommand()
  for (let use = 1; use <= 5; use += 1) expect(await post({ text: `${use}` })).toBe('200 ok')
  expect(await post({ text: '6' })).toBe('404 {"ok":false,"error":"used_url"}')
  expect(run.answers.map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5'])
})

it('works for half an hour', async () => {
  const { post } = await urlOfCommand()
  now += 30 * 60_000
  expect(await post({ text: 'just in time' })).toBe('200 ok')
  now += 1
  expect(await post({ text: 'too late' })).toBe('404 {"ok":false,"error":"expired_url"}')
})

it('is not to be guessed, and refuses bad blocks without being used up', async () => {
  const { slack, post, url } = await urlOfCommand()
  const wrong = await fetch(
    url.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    { method: 'POST', body: '{}' },
  )
  expect(wrong.status).toBe(404)
  expect(await post({ blocks: [{ type: 'nothing' }] })).toBe('400 {"ok":false,"error":"invalid_blocks"}')
  expect(await post({})).toBe('500 {"ok":false,"error":"no_text"}')
  for (let use = 1; use <= 5; use += 1) expect(await post({ text: `${use}` })).toBe('200 ok')
  expect(slack.problems.filter(({ kind }) => kind === 'refused_response_url')).toHaveLength(3)
})

it('answers to the asker alone unless told otherwise', async () => {
  const { post, ana, ben, sales } = await urlOfCommand()
  await post({ text: 'for you' })
  await post({ text: 'for all', response_type: 'in_channel' })
  expect(ana.sees(sales).map(({ text }) => text)).toEqual(['for you', 'for all'])
  expect(ben.sees(sales).map(({ text }) => text)).toEqual(['for all'])
})

it('takes an ephemeral message away whose button was pressed, and sends no content of it', async () => {
  const { slack, ana, sales } = await connected((app) => {
    app.command('/try', async ({ ack }) =>
      ack({
        text: 'Sure?',
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'no', text: { type: 'plain_text', text: 'No' } }],
          },
        ],
      }),
    )
    app.action('no', async ({ ack, respond }) => {
      await ack()
      await respond({ delete_original: true })
    })
  })
  const asked = await (await ana.command(sales, '/try')).answer()
  const pressed = await ana.press(asked, 'No')
  expect(await pressed.outcome()).toBe('original deleted')
  expect(ana.sees(sales)).toEqual([])
  const payload = slack.traffic.find(({ name }) => name === 'block_actions')?.body
  expect(payload).toMatchObject({ container: { is_ephemeral: true, message_ts: asked.ts } })
  expect(payload).not.toHaveProperty('message')
  await expect(ana.press(asked, 'No')).rejects.toThrow('sees no message')
})
