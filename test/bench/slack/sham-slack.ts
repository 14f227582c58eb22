import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { channel, channels, teammate, teammates, workspaceId, zone } from '../people/life.js'

/** A call of the bot's, as it arrived. */
export type Call = { readonly method: string; readonly args: Readonly<Record<string, string>> }

/** A Slack that answers at once and believes everything: what is measured is what happens before it. */
export type ShamSlack = {
  readonly apiUrl: string
  /** Where an answer arrives that was too late for its acknowledgement. */
  readonly responseUrl: string
  /** The next call that fits; whoever gave up listening, by `signal`, hears of none. */
  readonly called: (fits: (call: Call) => boolean, signal: AbortSignal) => Promise<Call>
  /** What every message in every channel says. */
  readonly messageIs: (text: string) => void
  /** Delivers over a socket; answers the payload of the acknowledgement. */
  readonly deliver: (type: string, payload: unknown) => Promise<unknown>
  readonly connected: () => Promise<void>
  readonly callsSoFar: () => number
  readonly close: () => void
}

export const startShamSlack = async (): Promise<ShamSlack> => {
  const calls = new EventEmitter().setMaxListeners(0)
  let message = ''
  let count = 0
  const sockets: WebSocket[] = []
  const acknowledged = new Map<string, (payload: unknown) => void>()
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const method = (request.url ?? '').replace(/^\/(api\/)?/, '').split('?')[0] ?? ''
      const args = argsOf(request, body)
      count++
      answer(response, answerTo(method, args, message, origin()))
      calls.emit('call', { method, args })
    })
  })
  const origin = (): string => {
    const address = server.address()
    return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  }
  const sockets_ = new WebSocketServer({ server })
  sockets_.on('connection', (socket) => {
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, debug_info: { host: 'bench' } }))
    sockets.push(socket)
    socket.on('close', () => sockets.splice(sockets.indexOf(socket), 1))
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data))
      acknowledged.get(id)?.(payload)
      acknowledged.delete(id)
    })
    calls.emit('connected')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  let envelopes = 0
  return {
    apiUrl: `http://${origin()}/api/`,
    responseUrl: `http://${origin()}/response`,
    called: (fits, signal) =>
      new Promise((resolve) => {
        const look = (call: Call): void => {
          if (!fits(call)) return
          calls.off('call', look)
          resolve(call)
        }
        calls.on('call', look)
        signal.addEventListener('abort', () => calls.off('call', look))
      }),
    messageIs: (text) => {
      message = text
    },
    deliver: (type, payload) =>
      new Promise((resolve) => {
        const id = `e${++envelopes}`
        acknowledged.set(id, resolve)
        const socket = sockets[envelopes % Math.max(sockets.length, 1)]
        socket?.send(JSON.stringify({ type, envelope_id: id, payload, accepts_response_payload: true }))
      }),
    connected: async () => {
      if (sockets.length === 0) await once(calls, 'connected')
    },
    callsSoFar: () => count,
    close: () => {
      for (const socket of sockets) socket.terminate()
      sockets_.close()
      server.close()
      server.closeAllConnections()
    },
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  return body
}

const argsOf = (request: IncomingMessage, body: string): Record<string, string> => {
  if (request.headers['content-type']?.includes('json') && body !== '') return JSON.parse(body)
  return Object.fromEntries(new URLSearchParams(body))
}

const answer = (response: ServerResponse, body: object): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, ...body }))
}

const botUserId = 'U0BENCHBOT'
const times = <T>(count: number, one: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => one(n))
const userOf = (id: string) => ({ id, team_id: workspaceId, name: id, real_name: 'Ana Ruiz', tz: zone })
const channelOf = (id: string) => ({ id, name: `c-${id}`, is_channel: true, is_member: true })
let posted = 0

const answerTo = (
  method: string,
  args: Readonly<Record<string, string>>,
  message: string,
  origin: string,
): object => {
  if (method === 'auth.test') return { team_id: workspaceId, user_id: botUserId, bot_id: 'B0BENCH' }
  if (method === 'apps.connections.open') return { url: `ws://${origin}/link` }
  if (method === 'users.info') return { user: userOf(args.user ?? '') }
  if (method === 'users.list') return { members: times(teammates, (n) => userOf(teammate(n))) }
  if (method === 'conversations.info') return { channel: channelOf(args.channel ?? '') }
  if (method === 'users.conversations') return { channels: times(channels, (n) => channelOf(channel(n))) }
  if (method === 'conversations.members') return { members: times(teammates, teammate) }
  if (method === 'conversations.history') {
    const ts = args.latest ?? '1.0'
    return { messages: [{ type: 'message', ts, text: message, user: 'U0BENCH001' }] }
  }
  if (method === 'conversations.open') return { channel: { id: 'D0BENCH' } }
  if (method === 'chat.postMessage') return { ts: `${++posted}.000100`, channel: args.channel ?? channel(0) }
  return {}
}
