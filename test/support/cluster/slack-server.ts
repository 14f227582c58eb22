import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { Chance } from '../crashing/chance.js'
import { SlackLimits } from './limits.js'
import { type Arguments, methods } from './slack-methods.js'
import type { SlackRoom } from './slack-room.js'

/** A Slack of very many workspaces with the same app, small and fast: strict about tokens, places and limits. */
export type SlackServer = {
  readonly apiUrl: string
  readonly limits: SlackLimits
  /** What was called, by method. */
  readonly calls: Map<string, number>
  /** Whatever Slack refuses but for its limits: the bot did something that it should not. */
  readonly problems: string[]
  /** A response_url, and who hears what is sent there. */
  readonly responseUrl: (hear: (text: string) => void) => string
}

const hour = 30 * 60_000
const mostAnswers = 5

/** `chance`: how long each answer takes; a bot may die in between. */
export const startSlackServer = async (rooms: readonly SlackRoom[], chance: Chance): Promise<SlackServer> => {
  const byToken = new Map(rooms.map((room) => [room.token, room]))
  const hearing = new Map<
    string,
    { readonly hear: (text: string) => void; left: number; readonly until: number }
  >()
  const limits = new SlackLimits()
  const calls = new Map<string, number>()
  const problems: string[] = []
  let origin = ''

  const respond = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }
  const called = (method: string, token: string, args: Arguments, response: ServerResponse): void => {
    const room = byToken.get(token)
    const known = methods[method]
    calls.set(method, (calls.get(method) ?? 0) + 1)
    if (room === undefined || known === undefined) {
      const error = room === undefined ? 'invalid_auth' : 'unknown_method'
      problems.push(`${method}: ${error}`)
      respond(response, 200, { ok: false, error })
      return
    }
    const seconds = limits.count(room.id, method, args.channel ?? null)
    if (seconds !== null) {
      respond(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(seconds) })
      return
    }
    const answer = known(room, args)
    if (answer.ok !== true)
      problems.push(`${method} in ${room.id}: ${String(answer.error)} ${args.channel ?? ''}`)
    respond(response, 200, answer)
  }
  const responded = (id: string, body: string, response: ServerResponse): void => {
    const heard = hearing.get(id)
    if (heard === undefined || heard.left === 0 || performance.now() > heard.until) {
      problems.push(`response_url ${id} is used up`)
      respond(response, 404, {})
      return
    }
    heard.left -= 1
    heard.hear(body)
    respond(response, 200, { ok: true })
  }
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request).catch(() => null)
    if (body === null) return
    await pause(5 + chance.below(40))
    const path = request.url ?? ''
    if (path.startsWith('/respond/')) responded(path.slice('/respond/'.length), body, response)
    else {
      const token = (request.headers.authorization ?? '').replace('Bearer ', '')
      called(path.replace('/api/', ''), token, Object.fromEntries(new URLSearchParams(body)), response)
    }
  })
  // Longer than a client keeps it open, as Slack does.
  server.keepAliveTimeout = 75_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  origin = `http://127.0.0.1:${address.port}`
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  let urls = 0
  return {
    apiUrl: `${origin}/api/`,
    limits,
    calls,
    problems,
    responseUrl: (hear) => {
      const id = String(++urls)
      hearing.set(id, { hear, left: mostAnswers, until: performance.now() + hour })
      return `${origin}/respond/${id}`
    },
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
