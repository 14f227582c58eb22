import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { PracticeSlack } from '../../src/practice/slack.js'
import { clientOf } from './support/client.js'
import { atEnd, closeAfterEach, openSlack } from './support/open-slack.js'
import { startRawBot } from './support/raw-bot.js'

closeAfterEach()

type Frame = Record<string, unknown> & { type: string }

/** A socket without a client library, to see the very frames. */
async function openSocket(slack: PracticeSlack) {
  const { url = '' } = await clientOf(slack, slack.appToken).apps.connections.open({})
  const socket = new WebSocket(url)
  const frames: Frame[] = []
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)))
    for (const look of [...lookers]) look()
  })
  const lookers = new Set<() => void>()
  /** The first frame of one of these types, or the one after so many. */
  const frame = (type: string, after = 0) =>
    new Promise<Frame>((resolve) => {
      const look = () => {
        const found = frames.filter((one) => type.split('|').includes(one.type))[after]
        if (!found) return
        lookers.delete(look)
        resolve(found)
      }
      lookers.add(look)
      look()
    })
  atEnd(async () => socket.terminate())
  return { url, socket, frame }
}

describe('a socket', () => {
  it('is admitted once by its ticket, and greeted', async () => {
    const slack = await openSlack()
    const { url, frame } = await openSocket(slack)
    expect(await frame('hello')).toMatchObject({
      num_connections: 1,
      connection_info: { app_id: 'A0PRACTICE' },
    })
    const again = new WebSocket(url)
    const [cause] = await once(again, 'error')
    expect(String(cause)).toContain('401')
  })

  it('gets envelopes, and its acknowledgements are looked at', async () => {
    const slack = await openSlack({ ackTimeoutMs: 100 })
    const ana = slack.people.add({ name: 'ana' })
    const sales = slack.places.add({ name: 'sales', members: [ana.id] })
    const { socket, frame } = await openSocket(slack)
    await frame('hello')
    const running = slack.as(ana.id).command(sales.id, '/try it')
    const envelope = await frame('slash_commands')
    expect(envelope).toMatchObject({
      accepts_response_payload: true,
      payload: { command: '/try', text: 'it' },
    })
    const ack = JSON.stringify({ envelope_id: envelope.envelope_id, payload: { text: 'done' } })
    socket.send(ack)
    socket.send(ack)
    socket.send(JSON.stringify({ envelope_id: 'unheard-of' }))
    expect((await running).answers[0]?.text).toBe('done')
    await slack.until(() => slack.problems.length === 2)
    expect(slack.problems.map(({ kind }) => kind)).toEqual(['acknowledged_twice', 'bad_acknowledgement'])
  })

  it('carries the number and reason of a redelivery, and takes no payload for an event', async () => {
    const slack = await openSlack({ ackTimeoutMs: 100, retryDelaysMs: [0] })
    const { socket, frame } = await openSocket(slack)
    await frame('hello')
    slack.people.change(slack.people.add({ name: 'ana' }).id, { title: 'Engineer' })
    const first = await frame('events_api')
    const second = await frame('events_api', 1)
    expect(first).toMatchObject({ retry_attempt: 0, retry_reason: '', accepts_response_payload: false })
    expect(second).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout', payload: first.payload })
    socket.send(JSON.stringify({ envelope_id: second.envelope_id, payload: { text: 'lost' } }))
    await slack.until(() => slack.problems.some(({ message }) => message.includes('carries a payload')))
  })

  it('is told of a refresh, and of being one too many', async () => {
    const slack = await openSlack()
    const { socket, frame } = await openSocket(slack)
    await frame('hello')
    slack.sockets.warn()
    expect(await frame('disconnect')).toMatchObject({ reason: 'warning' })
    const refreshed = slack.sockets.refresh()
    await slack.until(() => slack.sockets.count === 0)
    socket.close()
    await refreshed
    const many = await Promise.all(Array.from({ length: 11 }, () => openSocket(slack)))
    const greetings = await Promise.all(many.map((one) => one.frame('hello|disconnect')))
    expect(greetings.filter(({ reason }) => reason === 'too_many_websockets')).toHaveLength(1)
    expect(slack.sockets.count).toBe(10)
  })
})

describe('signed HTTP', () => {
  it('signs what it posts with the secret and the time', async () => {
    const slack = await openSlack()
    const heard: { signature: unknown; expected: string; type: unknown; body: string }[] = []
    const bot = await startRawBot(({ headers }, body) => {
      const stamp = headers['x-slack-request-timestamp']
      expect(Math.abs(Date.now() / 1000 - Number(stamp))).toBeLessThan(5)
      const expected = createHmac('sha256', slack.signingSecret).update(`v0:${stamp}:${body}`).digest('hex')
      heard.push({
        signature: headers['x-slack-signature'],
        expected: `v0=${expected}`,
        type: headers['content-type'],
        body,
      })
      return 200
    })
    await slack.deliverTo(bot)
    const ana = slack.people.add({ name: 'ana' })
    const sales = slack.places.add({ name: 'sales', members: [ana.id] })
    await slack.as(ana.id).command(sales.id, '/try it')
    await slack.as(ana.id).shortcut('start')
    await slack.as(ana.id).say(sales.id, 'hello')
    await slack.until(() => heard.length === 3)
    for (const { signature, expected } of heard) expect(signature).toBe(expected)
    const [command, shortcut, event] = heard
    expect(command).toMatchObject({ type: 'application/x-www-form-urlencoded' })
    expect(new URLSearchParams(command?.body).get('command')).toBe('/try')
    expect(JSON.parse(new URLSearchParams(shortcut?.body).get('payload') ?? '')).toMatchObject({
      type: 'shortcut',
    })
    expect(event).toMatchObject({ type: 'application/json' })
    expect(JSON.parse(event?.body ?? '')).toMatchObject({ type: 'event_callback', event: { text: 'hello' } })
  })

  it('delivers to nobody who does not return the challenge', async () => {
    const slack = await openSlack()
    await expect(slack.deliverTo(slack.origin)).rejects.toThrow('did not return the challenge')
  })
})
