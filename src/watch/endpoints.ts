import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Log } from '../logging.js'
import { mayRead } from './may-read.js'
import type { Metrics } from './metrics.js'
import type { Readiness } from './readiness.js'
import { vitalParts } from './vitals.js'

type Watched = {
  readonly metrics: Metrics
  readonly readiness: Readiness
  /** Who brings it may read the metrics; null for this machine alone. */
  readonly token: string | null
  readonly log: Log
}
type Answer = { readonly status: number; readonly type: string; readonly body: string }

/** Where the bot is watched, by path. Both may be asked before it has begun its work. */
export const endpoints = ({
  metrics,
  readiness,
  token,
  log,
}: Watched): ReadonlyMap<string, RequestListener> => {
  const ready = async (): Promise<Answer> => {
    const notReady = await readiness.asked()
    const isReady = notReady.length === 0
    const body = JSON.stringify(isReady ? { ready: true } : { ready: false, notReady })
    return { status: isReady ? 200 : 503, type: 'application/json', body }
  }
  const counted = async (request: IncomingMessage): Promise<Answer> => {
    if (!mayRead(token, request)) return refusal(token)
    const ailing = new Set((await readiness.ailing()).map(({ part }) => part))
    for (const part of vitalParts) metrics.isReady(part, !ailing.has(part))
    return { status: 200, type: metrics.contentType, body: await metrics.text() }
  }
  const serve =
    (make: (request: IncomingMessage) => Promise<Answer>): RequestListener =>
    (request, response) => {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return send(response, { status: 405, type: 'text/plain', body: 'Use GET.\n' })
      make(request).then(
        (answer) => send(response, answer),
        (error: unknown) => {
          log.error('Whoever watches could not be answered', { err: error })
          send(response, { status: 500, type: 'text/plain', body: '' })
        },
      )
    }
  return new Map([
    ['/readyz', serve(ready)],
    ['/metrics', serve(counted)],
  ])
}

const refusal = (token: string | null): Answer =>
  token === null
    ? {
        status: 403,
        type: 'text/plain',
        body: 'Without METRICS_TOKEN the metrics are for this machine alone.\n',
      }
    : { status: 401, type: 'text/plain', body: 'Send Authorization: Bearer METRICS_TOKEN.\n' }

const send = (response: ServerResponse, { status, type, body }: Answer): void => {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}
