import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Ground } from '../delivery/ground.js'
import type { Sockets } from '../delivery/sockets.js'
import type { Fault } from '../faults/fault.js'
import type { Faults } from '../faults/faults.js'
import { authorizePath } from '../installing/authorize-request.js'
import { isObject, type Json } from '../json.js'
import type { Traffic } from '../record.js'
import { downloadPath } from '../world/stored-file.js'
import { type Answer, tooFast } from './caller.js'
import { signInPage, signInPath } from './downloads.js'
import { readBytes, requestToken, requestValues, withClient } from './request.js'
import { withoutSecrets } from './secrets.js'
import type { SlackApi } from './slack-api.js'
import { uploadedBytes, uploadPath } from './uploads.js'

/** Takes requests that are not for Slack's own paths, as those of a page. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What lies behind Slack's own paths. */
interface Doors {
  api: SlackApi
  /** The page on which somebody allows an app in. */
  authorize: PageHandler
  faults: Faults
}

const keptOpenMs = 75_000

/** Slack's HTTP side on the loopback address: methods, response_urls, sockets, and a page if one is mounted. */
export class SlackServer {
  readonly #ground: Ground
  readonly #sockets: Sockets
  readonly #server: Server
  #port: number
  #underWay = 0
  /** Set before `start`. */
  doors: Doors | undefined
  page: PageHandler | undefined

  constructor(ground: Ground, sockets: Sockets, port: number) {
    this.#ground = ground
    this.#sockets = sockets
    this.#port = port
    this.#server = createServer((request, response) => void this.#handle(request, response))
    // As Slack does: longer than a client keeps it open. What is closed sooner loses what is just being sent over it.
    this.#server.keepAliveTimeout = keptOpenMs
    this.#server.on('upgrade', (request, socket, head) => {
      if (this.doors?.faults.outage) socket.destroy()
      else this.#sockets.accept(request, socket, head)
    })
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** How many requests of the bot are being carried out. */
  get underWay(): number {
    return this.#underWay
  }

  /** Rejects when the port is taken. A port of 0 becomes a free one, and stays it. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#server.off('error', reject)
        this.#port = (this.#server.address() as AddressInfo).port
        resolve()
      })
    })
  }

  /** Closes the port and every connection. */
  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve())
      this.#server.closeAllConnections()
    })
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const kind = kindOf(path)
    if (kind === undefined) {
      if (this.page) await this.page(request, response)
      else response.writeHead(404).end('Nothing here')
      return
    }
    this.#underWay += 1
    try {
      await this.#serve(request, response, kind, path)
    } catch (cause) {
      // A mistake of this Slack, not of the bot: seen where the bot's call fails.
      const reason = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
      if (!response.headersSent) send(response, { status: 500, headers: {}, body: reason })
    } finally {
      this.#underWay -= 1
      this.#ground.changes.touch()
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse, kind: Kind, path: string): Promise<void> {
    const { faults, api, authorize } = this.#doors()
    if (kind === 'authorize') return faults.outage ? void response.destroy() : authorize(request, response)
    const body = await readBytes(request)
    if (faults.outage === '503') return send(response, { status: 503, headers: {}, body: 'Slack is down' })
    if (faults.outage) return void response.destroy()
    const name = kind === 'method' ? path.slice('/api/'.length) : kind
    const note = (body: Json) => this.#ground.record.note({ direction: 'in', kind, name, body })
    if (path === signInPath) return send(response, signInPage)
    if (kind === 'download') {
      const entry = note({ path })
      const carryOut = () => {
        const sent = api.download(path, request.headers.authorization, entry)
        this.#ground.record.answered(entry, { status: sent.status, bytes: sent.body.length })
        return sent
      }
      return this.#answer(response, entry, faults.take(name, {}), carryOut)
    }
    if (kind === 'upload') {
      const bytes = await uploadedBytes(request.headers['content-type'] ?? '', body)
      const entry = note({ bytes: bytes?.length })
      const carryOut = () => {
        const sent = { headers: {}, ...api.upload(path, bytes, entry) }
        this.#ground.record.answered(entry, sent.body)
        return sent
      }
      return this.#answer(response, entry, faults.take(name, {}), carryOut)
    }
    const values = withClient(request, requestValues(request, body.toString('utf8')))
    const entry = note(withoutSecrets(values ?? {}))
    const called = { kind, name, path }
    const carryOut = () => this.#carryOut(request, called, values, entry)
    await this.#answer(response, entry, faults.take(name, values ?? {}), carryOut)
  }

  #carryOut(
    request: IncomingMessage,
    { kind, name, path }: { kind: 'method' | 'response_url'; name: string; path: string },
    values: Json | undefined,
    entry: Traffic,
  ): Sent {
    const { api } = this.#doors()
    const sent: Sent =
      kind === 'response_url'
        ? { headers: {}, ...api.respond(path, values, entry) }
        : api.call({ name, values: values ?? {}, entry }, requestToken(request, values ?? {}))
    this.#ground.record.answered(entry, isObject(sent.body) ? withoutSecrets(sent.body) : sent.body)
    return sent
  }

  #doors(): Doors {
    if (!this.doors) throw new Error('The server was started before it was put together')
    return this.doors
  }

  async #answer(
    response: ServerResponse,
    entry: Traffic,
    fault: Fault | undefined,
    carryOut: () => Sent,
  ): Promise<void> {
    if (!fault) return send(response, carryOut())
    entry.note = `fault on request: ${fault.kind}`
    switch (fault.kind) {
      case 'lost_before':
        return void response.destroy()
      case 'lost_after':
        carryOut()
        return void response.destroy()
      case 'late':
        response.destroy()
        await fault.until
        return void carryOut()
      case 'slow': {
        const sent = carryOut()
        await fault.until
        return send(response, sent)
      }
      case 'status':
        return send(response, { status: fault.status, headers: {}, body: `<html>${fault.status}</html>` })
      case 'rate_limited':
        return send(response, tooFast(fault.retryAfterSeconds))
      case 'error':
        return send(response, { status: 200, headers: {}, body: { ok: false, error: fault.error } })
    }
  }
}

/** What of Slack's own a path leads to; undefined for a page. */
type Kind = 'method' | 'response_url' | 'upload' | 'download' | 'authorize'
function kindOf(path: string): Kind | undefined {
  if (path.startsWith('/api/')) return 'method'
  if (path === authorizePath) return 'authorize'
  if (path.startsWith('/response/')) return 'response_url'
  if (path.startsWith(downloadPath) || path === signInPath) return 'download'
  return path.startsWith(uploadPath) ? 'upload' : undefined
}

type Sent = Answer | { status: number; headers: Record<string, string>; body: string | Buffer }

function send(response: ServerResponse, sent: Sent): void {
  const isText = typeof sent.body === 'string' || Buffer.isBuffer(sent.body)
  response.writeHead(sent.status, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    ...sent.headers,
  })
  response.end(isText ? sent.body : JSON.stringify(sent.body))
}
