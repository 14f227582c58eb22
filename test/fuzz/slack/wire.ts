import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { isObject, type Json, parseJson } from '../../../src/practice/json.js'
import type { Team } from '../../support/team.js'

export type Run = Awaited<ReturnType<ReturnType<Team['slack']['as']>['command']>>
export type Kind = 'command' | 'interaction' | 'event'
/** Something that Slack delivers, before it is written down as a request. */
export type Delivery = { readonly kind: Kind; readonly payload: Json }
export type Answered = {
  readonly status: number
  readonly body: string
  readonly kind: string
  readonly tookMs: number
}

/** Longer than anything that Slack sends. */
const longestBody = 1_000_000

/** Stands on the wire between Slack and a bot that is connected over HTTP: sees, holds back, and sends what it likes. */
export class Wire {
  readonly seen: Delivery[] = []
  readonly #team: Team
  #hold: ((delivery: Delivery) => void) | null = null

  private constructor(team: Team) {
    this.#team = team
  }

  static async between(team: Team): Promise<Wire> {
    const wire = new Wire(team)
    const server = createServer(
      (incoming, response) => void wire.#pass(incoming, response).catch(() => response.destroy()),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const { port } = server.address() as AddressInfo
    await team.slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
    return wire
  }

  /**
   * A command that Slack believes to have delivered, and that never arrived: its trigger and its response_url are free, and
   * what is said by them becomes of its run.
   */
  async held(userId: string, channelId: string): Promise<{ readonly payload: Json; readonly run: Run }> {
    const holding = new Promise<Delivery>((resolve) => {
      this.#hold = resolve
    })
    const run = await this.#team.slack.as(userId).command(channelId, '/person')
    return { payload: (await holding).payload, run }
  }

  /** Signs and delivers, as Slack would; 413 also where the bot hangs up on a body that is too long. */
  async deliver(delivery: Delivery): Promise<Answered> {
    const body = written(delivery)
    try {
      return await this.#post(body, typeOf(delivery))
    } catch (error) {
      if (Buffer.byteLength(body) > longestBody) return { status: 413, body: '', kind: '', tookMs: 0 }
      throw error
    }
  }

  async #pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(Buffer.from(part))
    const body = Buffer.concat(parts).toString()
    const type = incoming.headers['content-type'] ?? ''
    const delivery = readAs(body, type)
    const hold = this.#hold
    if (hold !== null && delivery?.kind === 'command') {
      this.#hold = null
      hold(delivery)
      response.writeHead(200).end()
      return
    }
    if (delivery !== null) this.seen.push(delivery)
    const answer = await this.#post(body, type)
    response.writeHead(answer.status, { 'content-type': answer.kind }).end(answer.body)
  }

  /** On a connection of its own: one that was kept open could close under it. */
  #post(body: string, type: string): Promise<Answered> {
    const { slack, bot } = this.#team
    const began = performance.now()
    const timestamp = Math.floor(Date.now() / 1000)
    const signed = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
    const headers = {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signed}`,
    }
    const to = {
      host: '127.0.0.1',
      port: bot.port,
      path: '/slack/events',
      method: 'POST',
      agent: false,
      headers,
    }
    return new Promise((resolve, reject) => {
      const sending = request({ ...to, timeout: 40_000 }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(Buffer.from(part)))
        response.on('error', reject)
        response.on('end', () => {
          const tookMs = performance.now() - began
          const kind = response.headers['content-type'] ?? ''
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString(), kind, tookMs })
        })
      })
      sending.on('timeout', () => sending.destroy(new Error('nothing was answered in 40 seconds')))
      sending.on('error', reject)
      sending.end(body)
    })
  }
}

const form = 'application/x-www-form-urlencoded'
const typeOf = ({ kind }: Delivery): string => (kind === 'event' ? 'application/json' : form)

const written = ({ kind, payload }: Delivery): string => {
  if (kind === 'event') return JSON.stringify(payload)
  const fields = kind === 'command' ? payload : { payload: JSON.stringify(payload) }
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(fields)) parameters.append(key, asField(value))
  return parameters.toString()
}
const asField = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

const readAs = (body: string, type: string): Delivery | null => {
  if (!type.startsWith(form)) {
    const payload = parseJson(body)
    return isObject(payload) && payload.type === 'event_callback' ? { kind: 'event', payload } : null
  }
  const fields = new URLSearchParams(body)
  const payload = parseJson(fields.get('payload') ?? '')
  return isObject(payload)
    ? { kind: 'interaction', payload }
    : { kind: 'command', payload: Object.fromEntries(fields) }
}
