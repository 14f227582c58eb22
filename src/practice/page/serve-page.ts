import type { IncomingMessage, ServerResponse } from 'node:http'
import { isObject, parseJson } from '../json.js'
import type { PracticeSlack } from '../slack.js'
import { readBody } from '../web-api/request.js'
import type { PracticeClock } from './clock.js'
import { deed } from './deeds.js'
import { html } from './html.js'
import { scene } from './scene.js'
import { script } from './script.js'

/** Serves the page at the practice Slack's own address (`slack.origin`), with `clock` for its time control. */
export function servePage(slack: PracticeSlack, clock: PracticeClock): void {
  slack.mount((request, response) => answer(slack, clock, request, response))
}

async function answer(
  slack: PracticeSlack,
  clock: PracticeClock,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', slack.origin)
  // Another site's page must not reach this one through a name that points to this machine.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ''))
    return send(response, 403, 'text/plain', '')
  if (url.pathname === '/') return send(response, 200, 'text/html', html)
  if (url.pathname === '/page/script.js') return send(response, 200, 'text/javascript', script)
  if (url.pathname === '/page/changes') return tellChanges(slack, response)
  if (url.pathname === '/page/scene') {
    const { searchParams } = url
    const [user, channel] = [searchParams.get('user') ?? '', searchParams.get('channel') ?? '']
    return json(response, () => scene(slack, clock, user, channel))
  }
  if (url.pathname === '/page/deed' && request.method === 'POST' && isJson(request)) {
    const asked = parseJson(await readBody(request))
    return json(response, () => deed(slack, clock, isObject(asked) ? asked : {}))
  }
  send(response, 404, 'text/plain', 'Nothing here')
}

/** JSON only: another site's form cannot send it without asking first. */
function isJson(request: IncomingMessage): boolean {
  return request.headers['content-type'] === 'application/json'
}

/** One line for each change, as server-sent events. */
function tellChanges(slack: PracticeSlack, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('data: here\n\n')
  const stop = slack.onChange(() => response.write('data: changed\n\n'))
  response.on('close', stop)
}

/** What went wrong is for the user to read, too. */
async function json(response: ServerResponse, make: () => unknown): Promise<void> {
  try {
    send(response, 200, 'application/json', JSON.stringify(await make()))
  } catch (cause) {
    const error = cause instanceof Error ? cause.message : String(cause)
    send(response, 200, 'application/json', JSON.stringify({ error }))
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
    .end(body)
}
