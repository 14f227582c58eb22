import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { atEnd } from './open-slack.js'

/** A bot that is nothing but an HTTP server: it answers the challenge, and everything else with a status. */
export async function startRawBot(
  answer: (request: IncomingMessage, body: string) => number,
  headers: Record<string, string> = {},
): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks).toString()
    const challenge = /"challenge":"([^"]+)"/.exec(body)?.[1]
    response.writeHead(challenge ? 200 : answer(request, body), headers).end(challenge ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
