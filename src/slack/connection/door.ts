import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { Log } from '../../logging.js'
import type { StartProblem } from './identity.js'

/** The bot's own HTTP server: `GET /healthz`, the hooks of sources, and what Slack delivers where that is over HTTP. */
export type Door = {
  readonly port: number
  /** From now on requests to `path` go to `listener`; until then the path is unknown, as every other one is. */
  serve(path: string, listener: RequestListener): void
  /** No new requests. Resolves when those under way are answered, or `graceMs` later. */
  close(graceMs?: number): Promise<void>
}

/** Starts to listen. A port that is taken, or not allowed, is a problem to report and not an exception. */
export const openDoor = (options: {
  readonly port: number
  readonly host: string | null
  readonly log: Log
}): Promise<Door | StartProblem> => {
  const { port, host, log } = options
  const listeners = new Map<string, RequestListener>()
  const server = createServer((request, response) => {
    const path = pathOf(request)
    if (path === '/healthz') health(request, response)
    else (listeners.get(path) ?? unknown)(request, response)
  })
  let isClosing = false
  // A connection that was busy when the server closed would be kept alive for another request.
  server.on('request', (_, response) => {
    response.once('finish', () => isClosing && setImmediate(() => server.closeIdleConnections()))
  })
  const close = (graceMs = 3_000): Promise<void> =>
    new Promise((resolve) => {
      isClosing = true
      const hangUp = setTimeout(() => server.closeAllConnections(), graceMs)
      server.close(() => {
        clearTimeout(hangUp)
        resolve()
      })
      server.closeIdleConnections()
    })
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(problemOf(error, port, host)))
    server.listen({ port, ...(host === null ? {} : { host }) }, () => {
      server.on('error', (error) => log.error('The HTTP server reports an error', { err: error }))
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : port
      resolve({
        port: actual,
        serve: (path, listener) => {
          listeners.set(path, listener)
        },
        close,
      })
    })
  })
}

/** Ends a request with a status and nothing else. */
export const respond = (response: ServerResponse, status: number): void => {
  response.writeHead(status).end()
}

const unknown: RequestListener = (_, response) => respond(response, 404)

const health = (request: IncomingMessage, response: ServerResponse): void => {
  if (request.method !== 'GET' && request.method !== 'HEAD') respond(response, 405)
  else response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}')
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?', 1)[0] ?? '/'

const problemOf = (error: Error, port: number, host: string | null): StartProblem => {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return {
      problem: `Port ${port} is taken by another program. Set PORT to a free one (0 lets the system choose).`,
    }
  if (code === 'EACCES')
    return { problem: `This user may not listen on port ${port}. Set PORT to one above 1023.` }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return { problem: `HOST=${host} is not an address of this machine.` }
  return { problem: `Cannot listen on port ${port} (${String(code ?? error.name)}).` }
}
