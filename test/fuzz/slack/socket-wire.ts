import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { isObject, type Json, parseJson, textAt } from '../../../src/practice/json.js'
import type { Team } from '../../support/team.js'
import type { Run } from './wire.js'

type Acknowledged = { readonly payload: unknown; readonly tookMs: number }

/**
 * Slack's side of Socket Mode: whatever frames one likes go to the bot, and what it calls goes on to the practice Slack, which
 * believes that it has delivered what people type.
 */
export class SocketWire {
  readonly #team: Team
  readonly #sockets: WebSocket[] = []
  readonly #acks = new Map<string, Acknowledged>()
  /** How often each envelope was acknowledged. */
  readonly counts = new Map<string, number>()
  /** Frames of the bot's that acknowledge nothing. */
  readonly odd: string[] = []
  readonly #sentAt = new Map<string, number>()
  #waiters: (() => void)[] = []
  #held: Json | null = null
  #origin = ''
  #turn = 0

  private constructor(team: Team) {
    this.#team = team
  }

  static async beside(team: Team): Promise<SocketWire> {
    const wire = new SocketWire(team)
    const welcoming = new WebSocketServer({ noServer: true })
    const server = createServer(
      (incoming, response) => void wire.#take(incoming, response).catch(() => response.destroy()),
    )
    server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) =>
      welcoming.handleUpgrade(incoming, socket, head, (opened) => wire.#welcome(opened)),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    wire.#origin = `127.0.0.1:${(server.address() as AddressInfo).port}`
    onTestFinished(() => {
      for (const socket of welcoming.clients) socket.terminate()
      server.closeAllConnections()
      server.close()
    })
    await team.slack.deliverTo(`http://${wire.#origin}/slack/events`)
    return wire
  }

  get apiUrl(): string {
    return `http://${this.#origin}/api/`
  }
  get connections(): number {
    return this.#sockets.length
  }

  /** A command that Slack believes to have delivered: its trigger and its response_url are free. */
  async held(userId: string, channelId: string): Promise<{ readonly payload: Json; readonly run: Run }> {
    this.#held = null
    const run = await this.#team.slack.as(userId).command(channelId, '/person')
    const payload = await this.until(() => this.#held)
    return { payload, run }
  }

  /** Sends a frame over the connections in turn; waits for one while there is none. */
  async send(frame: string | Buffer): Promise<void> {
    const socket = await this.until(() => this.#sockets[this.#turn++ % Math.max(1, this.#sockets.length)])
    const id = typeof frame === 'string' ? textAt(parseJson(frame), 'envelope_id') : undefined
    if (id !== undefined) this.#sentAt.set(id, performance.now())
    socket.send(frame)
  }

  /** What the bot acknowledged an envelope with. */
  acknowledged(id: string): Promise<Acknowledged> {
    return this.until(() => this.#acks.get(id))
  }

  async until<T>(what: () => T | null | undefined): Promise<T> {
    const patience = AbortSignal.timeout(20_000)
    for (;;) {
      const found = what()
      if (found !== null && found !== undefined) return found
      if (patience.aborted) throw new Error('Waited in vain')
      await new Promise<void>((resolve) => {
        this.#waiters.push(resolve)
        patience.addEventListener('abort', () => resolve(), { once: true })
      })
    }
  }

  #changed(): void {
    for (const go of this.#waiters.splice(0)) go()
  }

  #welcome(socket: WebSocket): void {
    socket.on('message', (data) => this.#hear(String(data)))
    socket.on('close', () => {
      this.#sockets.splice(this.#sockets.indexOf(socket), 1)
      this.#changed()
    })
    socket.on('error', () => socket.terminate())
    socket.send(JSON.stringify({ type: 'hello', num_connections: this.#sockets.push(socket) }))
    this.#changed()
  }

  #hear(data: string): void {
    const frame = parseJson(data)
    const id = textAt(frame, 'envelope_id')
    if (id === undefined || !isObject(frame)) this.odd.push(data.slice(0, 200))
    else {
      this.counts.set(id, (this.counts.get(id) ?? 0) + 1)
      const tookMs = performance.now() - (this.#sentAt.get(id) ?? performance.now())
      if (!this.#acks.has(id)) this.#acks.set(id, { payload: frame.payload, tookMs })
    }
    this.#changed()
  }

  async #take(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(Buffer.from(part))
    const body = Buffer.concat(parts)
    if (incoming.url === '/slack/events') {
      const text = body.toString()
      const fields = Object.fromEntries(new URLSearchParams(text))
      if (fields.command !== undefined) this.#held = fields
      response.writeHead(200).end(textAt(parseJson(text), 'challenge') ?? '')
      this.#changed()
    } else if (incoming.url === '/api/apps.connections.open')
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: true, url: `ws://${this.#origin}/link` }))
    else await this.#passOn(incoming, body, response)
  }

  #passOn(incoming: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const to = new URL(String(incoming.url).replace(/^\/api\//, ''), this.#team.slack.apiUrl)
    const headers = { ...incoming.headers, host: to.host, 'content-length': String(body.length) }
    return new Promise((resolve, reject) => {
      const onward = request(to, { method: incoming.method, headers, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response).on('finish', resolve)
      })
      onward.on('error', reject)
      onward.end(body)
    })
  }
}
