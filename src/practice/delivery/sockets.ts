import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isObject, parseJson, textAt } from '../json.js'
import { Envelopes } from './envelopes.js'
import type { Ground } from './ground.js'
import type { Parcel, Receipt, Transport } from './parcel.js'

const connectionsAllowed = 10
const pingEveryMs = 10_000
/** How long a client may take to go after it was told to. */
const graceMs = 10_000

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

interface Connection {
  socket: WebSocket
  /** Told to go: it still may acknowledge, and gets nothing new. */
  retiring: boolean
  /** Resolves when it is closed. */
  closed: Promise<void>
}

/** Socket Mode: the app's connections, each payload to one of them in turn. */
export class Sockets implements Transport {
  readonly #ground: Ground
  readonly #envelopes: Envelopes
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #tickets = new Set<string>()
  readonly #connections: Connection[] = []
  #turn = 0
  /** True once an app has ever connected. */
  everConnected = false

  constructor(ground: Ground, ackTimeoutMs: number) {
    this.#ground = ground
    this.#envelopes = new Envelopes(ground, ackTimeoutMs)
  }

  /** How many connections take payloads now. */
  get count(): number {
    return this.#open().length
  }

  /** The query of a WebSocket address that admits one connection. */
  issueTicket(): string {
    const ticket = randomUUID()
    this.#tickets.add(ticket)
    return `ticket=${ticket}&app_id=${this.#ground.identity.appId}`
  }

  /** Takes an upgrade request; a ticket that was used or never issued is refused. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? ''
    if (!this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n')
      return
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#welcome(webSocket))
  }

  send(parcel: Parcel): Promise<Receipt> {
    const open = this.#open()
    const connection = open[this.#turn++ % Math.max(open.length, 1)]
    if (!connection) {
      return Promise.resolve({
        ok: false,
        reason: 'no_connection',
        detail: 'no socket is connected',
        tookMs: 0,
      })
    }
    return this.#envelopes.send(connection.socket, parcel)
  }

  /** Says that a refresh is near; the connection goes on. */
  warn(): void {
    for (const connection of this.#open()) this.#tell(connection, 'warning')
  }

  /**
   * Asks the app to reconnect, as Slack does every few hours: the newest or oldest connection, or all.
   * Resolves when those are closed.
   */
  async refresh(which: 'all' | 'oldest' | 'newest' = 'all'): Promise<void> {
    await this.#retire(which, 'refresh_requested')
  }

  /** Socket Mode is switched off in the app's settings. Resolves when all connections are closed. */
  async disable(): Promise<void> {
    await this.#retire('all', 'link_disabled')
  }

  /** Breaks connections without a word, as a network does. */
  async cut(which: 'all' | 'oldest' | 'newest' = 'all'): Promise<void> {
    const chosen = which === 'all' ? [...this.#connections] : this.#choose(which)
    for (const connection of chosen) connection.socket.terminate()
    await Promise.all(chosen.map((connection) => connection.closed))
  }

  close(): void {
    this.#envelopes.close()
    for (const connection of this.#connections) connection.socket.terminate()
  }

  #open(): Connection[] {
    return this.#connections.filter(({ retiring, socket }) => !retiring && socket.readyState === socket.OPEN)
  }

  #choose(which: 'all' | 'oldest' | 'newest'): Connection[] {
    const open = this.#open()
    if (which === 'all') return open
    return which === 'oldest' ? open.slice(0, 1) : open.slice(-1)
  }

  async #retire(which: 'all' | 'oldest' | 'newest', reason: DisconnectReason): Promise<void> {
    const chosen = this.#choose(which)
    for (const connection of chosen) {
      connection.retiring = true
      this.#tell(connection, reason)
      setTimeout(() => connection.socket.terminate(), graceMs).unref()
    }
    await Promise.all(chosen.map((connection) => connection.closed))
  }

  #tell(connection: Connection, reason: DisconnectReason): void {
    const frame = { type: 'disconnect', reason, debug_info: { host: 'applink-practice' } }
    this.#ground.record.note({
      direction: 'out',
      kind: 'socket',
      name: `disconnect ${reason}`,
      body: frame,
    })
    connection.socket.send(JSON.stringify(frame))
  }

  #welcome(socket: WebSocket): void {
    const { record, identity, changes } = this.#ground
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    const connection: Connection = { socket, retiring: false, closed }
    // Slack sends pings; the client gives up a connection on which they cease.
    const pinging = setInterval(() => socket.ping(), pingEveryMs)
    pinging.unref()
    socket.on('error', () => socket.terminate())
    socket.on('message', (data) => this.#hear(String(data)))
    socket.once('close', () => {
      clearInterval(pinging)
      this.#connections.splice(this.#connections.indexOf(connection), 1)
      record.note({ direction: 'in', kind: 'socket', name: 'closed', body: {} })
    })
    this.#connections.push(connection)
    if (this.#open().length > connectionsAllowed) {
      connection.retiring = true
      this.#tell(connection, 'too_many_websockets')
      return
    }
    this.everConnected = true
    const hello = {
      type: 'hello',
      num_connections: this.#open().length,
      connection_info: { app_id: identity.appId },
      debug_info: { host: 'applink-practice', build_number: 1, approximate_connection_time: 18_060 },
    }
    socket.send(JSON.stringify(hello))
    socket.ping()
    record.note({ direction: 'out', kind: 'socket', name: 'hello', body: hello })
    changes.touch()
  }

  #hear(data: string): void {
    const frame = parseJson(data)
    const envelopeId = textAt(frame, 'envelope_id')
    if (envelopeId && isObject(frame)) this.#envelopes.acknowledge(envelopeId, frame.payload)
    else
      this.#ground.record.problem('bad_acknowledgement', `A frame without envelope_id: ${data.slice(0, 200)}`)
  }
}
