import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '../../../src/logging.js'
import { reply } from '../../../src/slack/answer.js'
import { openDoor } from '../../../src/slack/connection/door.js'
import { type Bot, commandOf, startBot } from '../bot.js'
import { SlackStand } from '../stand.js'

let slack: SlackStand
let bot: Bot
const heard: string[] = []

beforeEach(async () => {
  heard.length = 0
  slack = await SlackStand.open()
  bot = await startBot(slack, 'http', {
    typed: async ({ text }) => {
      heard.push(text)
      return reply({ text: `Heard ${text}`, blocks: [] })
    },
  })
})
afterEach(async () => {
  await bot.stop()
  await slack.close()
})

const at = (path: string): string => `http://127.0.0.1:${bot.door.port}${path}`
const secondsFromNow = (seconds: number): string => String(Math.floor(Date.now() / 1000) + seconds)
const sign = (body: string, timestamp: string, secret = 'shhh'): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`

const send = (
  body: string,
  options: { age?: number; secret?: string; type?: string } = {},
): Promise<Response> => {
  const timestamp = secondsFromNow(-(options.age ?? 0))
  return fetch(at('/slack/events'), {
    method: 'POST',
    body,
    headers: {
      'content-type': options.type ?? 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(body, timestamp, options.secret),
    },
  })
}
const command = (text: string): string => new URLSearchParams(commandOf(text, `t-${text}`, slack)).toString()

describe('Signed requests', () => {
  test('a command is answered in the response', async () => {
    const response = await send(command('frank'))
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ response_type: 'ephemeral', text: 'Heard frank', blocks: [] })
  })

  test('a content type with a charset is a form all the same', async () => {
    const type = 'application/x-www-form-urlencoded;charset=UTF-8'
    expect((await send(command('frank'), { type })).status).toBe(200)
    expect(heard).toEqual(['frank'])
  })

  test("Slack's check of the address is answered", async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' })
    const response = await send(body, { type: 'application/json' })
    expect(await response.json()).toEqual({ challenge: 'abc' })
  })

  test.each([
    ['a wrong signature', { secret: 'guessed' }],
    ['six minutes old', { age: 360 }],
    ['six minutes ahead', { age: -360 }],
  ])('refused: %s', async (_, fault) => {
    expect((await send(command('frank'), fault)).status).toBe(401)
    expect(heard).toEqual([])
    expect(bot.said('Refused a request')).toHaveLength(1)
  })

  test.each([
    ['no signature at all', undefined, 401],
    ['no body', '', 400],
    ['null', 'null', 400],
    ['not JSON', '{', 400],
  ])('refused: %s', async (_, body, status) => {
    const response =
      body === undefined
        ? await fetch(at('/slack/events'), { method: 'POST', body: '{}' })
        : await send(body, { type: 'application/json' })
    expect(response.status).toBe(status)
  })

  test('a body longer than anything that Slack sends', async () => {
    expect((await send('x'.repeat(1_100_000))).status).toBe(413)
  })

  test('a command that nobody listens to is acknowledged at once', async () => {
    const body = new URLSearchParams({ ...commandOf('', 't1', slack), command: '/other' }).toString()
    expect((await send(body)).status).toBe(200)
  })
})

describe('The rest of the server', () => {
  test('says that it is alive', async () => {
    const response = await fetch(at('/healthz'))
    expect([response.status, await response.text()]).toEqual([200, '{"ok":true}'])
  })

  test.each(['/', '/slack', '/slack/events/', '/slack/install', '/%2e%2e/etc/passwd'])(
    'knows no %s',
    async (path) => {
      expect((await fetch(at(path), { method: 'POST' })).status).toBe(404)
    },
  )

  test('takes no GET where Slack posts', async () => {
    expect((await fetch(at('/slack/events'))).status).toBe(404)
  })

  test('in Socket Mode it serves nothing but its health', async () => {
    const other = await startBot(slack, 'socket')
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${other.door.port}${path}`)).status
    expect([await status('/healthz'), await status('/slack/events')]).toEqual([200, 404])
    await other.stop()
  })

  test('a port that is taken is said, with what to do', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const door = await openDoor({ port, host: '127.0.0.1', log: createLog({ level: 'silent' }) })
    expect(door).toEqual({
      problem: `Port ${port} is taken by another program. Set PORT to a free one (0 lets the system choose).`,
    })
    other.close()
  })

  test('a HOST that is not of this machine is said', async () => {
    const door = await openDoor({ port: 0, host: '192.0.2.1', log: createLog({ level: 'silent' }) })
    expect(door).toEqual({ problem: 'HOST=192.0.2.1 is not an address of this machine.' })
  })
})

test('stopping answers what is under way, and takes nothing new', async () => {
  let finish = (): void => {}
  const slow = new Promise<void>((resolve) => {
    finish = resolve
  })
  const other = await startBot(slack, 'http', {
    typed: async () => {
      heard.push('begun')
      slack.nudge()
      await slow
      return reply({ text: 'Kept', blocks: [] })
    },
  })
  const body = command('note')
  const timestamp = secondsFromNow(0)
  const address = `http://127.0.0.1:${other.door.port}/slack/events`
  const answer = fetch(address, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(body, timestamp),
    },
  })
  await slack.until(() => heard.includes('begun'))
  const stopping = other.stop()
  finish()
  expect(await (await answer).json()).toMatchObject({ text: 'Kept' })
  await stopping
  await expect(fetch(address)).rejects.toThrow()
})
