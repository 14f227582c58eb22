import { EventEmitter } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

export type Args = Readonly<Record<string, string>>
export type Call = { readonly method: string; readonly args: Args }
/** A method's answer: Slack's JSON, or a fault. */
export type StandAnswer =
  | { readonly ok: boolean; readonly [field: string]: unknown }
  | { readonly status: number; readonly headers?: Record<string, string> }
  /** The request is taken, and the connection dies. */
  | 'lost'
  /** No answer until the stand is closed. */
  | 'hangs'
type Method = (args: Args) => StandAnswer

export const refused = (error: string): StandAnswer => ({ ok: false, error })

/** One connection in Socket Mode, seen from Slack's side. */
export class StandSocket {
  readonly acks = new Map<string, unknown>()
  isOpen = true
  readonly #socket: WebSocket
  readonly #changed: () => void
  constructor(socket: WebSocket, changed: () => void) {
    this.#socket = socket
    this.#changed = changed
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data))
      this.acks.set(id, payload)
      changed()
    })
    socket.on('close', () => {
      this.isOpen = false
      changed()
    })
  }
  send(frame: unknown): void {
    this.#socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }
  deliver(id: string, type: string, payload: unknown): void {
    this.send({ envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api' })
  }
  /** As Slack does when it renews a connection. */
  refresh(reason = 'refresh_requested'): void {
    this.send({ type: 'disconnect', reason })
  }
  hangUp(): void {
    this.isOpen = false
    this.#socket.close(1000)
  }
  cut(): void {
    this.isOpen = false
    this.#socket.terminate()
    this.#changed()
  }
}

/** As much of Slack as these tests need, over real HTTP and WebSockets, with every fault that they ask for. */
export class SlackStand {
  readonly calls: Call[] = []
  /** What arrived at response_urls. */
  readonly responses: Record<string, unknown>[] = []
  readonly sockets: StandSocket[] = []
  respondWith: (tries: number) => number | 'lost' = () => 200
  saysHello = true
  readonly #methods = new Map<string, Method>()
  readonly #events = new EventEmitter().setMaxListeners(0)
  readonly #server: Server
  readonly #wss = new WebSocketServer({ noServer: true })
  #origin = ''
  #deliveries = 0

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response))
    this.#server.on('upgrade', (request, socket, head) =>
      this.#wss.handleUpgrade(request, socket, head, (ws) => {
        this.sockets.push(new StandSocket(ws, () => this.#events.emit('change')))
        if (this.saysHello) ws.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
        this.#events.emit('change')
      }),
    )
    this.on('auth.test', () => ({ ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'BBOT' }))
    this.on('apps.connections.open', () => ({ ok: true, url: `${this.#origin.replace('http', 'ws')}/link` }))
  }

  static async open(port = 0): Promise<SlackStand> {
    const stand = new SlackStand()
    await new Promise<void>((resolve) => stand.#server.listen(port, '127.0.0.1', resolve))
    stand.#origin = `http://127.0.0.1:${stand.port}`
    return stand
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }
  get apiUrl(): string {
    return `${this.#origin}/api/`
  }
  /** Another one for each delivery, as Slack does. */
  get responseUrl(): string {
    return `${this.#origin}/respond/${++this.#deliveries}`
  }
  get open(): readonly StandSocket[] {
    return this.sockets.filter((socket) => socket.isOpen)
  }

  on(method: string, answer: Method): void {
    this.#methods.set(method, answer)
  }
  to(method: string): readonly Args[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.args)
  }

  /** Resolves with the first truthy answer, asked after everything that happens here. */
  async until<T>(what: () => T | null | undefined | false | 0): Promise<T> {
    for (;;) {
      const found = what()
      if (found) return found
      await new Promise((resolve) => this.#events.once('change', resolve))
    }
  }
  /** Tells whoever waits that something happened elsewhere. */
  readonly nudge = (): void => {
    this.#events.emit('change')
  }

  async close(): Promise<void> {
    for (const client of this.#wss.clients) client.terminate()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks).toString()
    if (request.url?.startsWith('/respond/')) {
      this.responses.push(JSON.parse(body))
      const status = this.respondWith(this.responses.length)
      if (status === 'lost') response.destroy()
      else response.writeHead(status).end('ok')
    } else {
      const method = (request.url ?? '').replace('/api/', '')
      const args = Object.fromEntries(new URLSearchParams(body))
      this.calls.push({ method, args })
      const answer = this.#methods.get(method)?.(args) ?? { ok: false, error: 'unknown_method' }
      if (answer === 'lost') response.destroy()
      else if (answer !== 'hangs') this.#answer(response, answer)
    }
    this.#events.emit('change')
  }

  #answer(response: ServerResponse, answer: Exclude<StandAnswer, string>): void {
    if ('status' in answer && typeof answer.status === 'number')
      response.writeHead(answer.status, answer.headers as Record<string, string>).end('{"ok":false}')
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  }
}
