import { connect } from 'node:net'
import { hubspotSignature, ourSignature } from '../../../src/hooks/signatures.js'
import { publicUrl, secrets } from '../../support/hooking.js'
import type { Team } from '../../support/team.js'

export type Path = '/hooks/people' | '/hooks/hubspot'
export type Headers = Readonly<Record<string, string>>

/** Signed as whoever knows the secret signs; `second` tells one delivery from the next. */
export const signed = (path: Path, body: Buffer, second: number): Headers => {
  const nowMs = Date.now()
  if (path === '/hooks/hubspot') {
    const timestamp = String(nowMs)
    const request = { method: 'POST', uri: `${publicUrl}${path}`, timestamp, body }
    return {
      'x-hubspot-request-timestamp': timestamp,
      'x-hubspot-signature-v3': hubspotSignature(secrets.hubspot, request),
    }
  }
  const at = String(Math.floor(nowMs / 1000) - 240 + (second % 480))
  return { 'x-personable-timestamp': at, 'x-personable-signature': ourSignature(secrets.people, at, body) }
}

/** How bytes are written on the wire. */
export type Framing = {
  readonly method?: string
  readonly path?: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  /** Hangs up behind the last byte, instead of waiting. */
  readonly hangsUp?: boolean
}

/** Writes a request byte for byte; answers the status, or null where the bot hung up or nothing was to be answered. */
export const written = ({ bot }: Team, framing: Framing, patienceMs = 2_000): Promise<number | null> => {
  const { method = 'POST', path = '/hooks/people', headers, body, hangsUp = false } = framing
  const head = [
    `${method} ${path} HTTP/1.1`,
    'host: x',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ]
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: bot.port, allowHalfOpen: true })
    const parts: Buffer[] = []
    const end = (): void => {
      clearTimeout(waiting)
      socket.destroy()
      const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(Buffer.concat(parts).toString('latin1')) ?? []
      resolve(status === undefined ? null : Number(status))
    }
    const waiting = setTimeout(end, patienceMs)
    socket.on('data', (part) => {
      parts.push(part)
      end()
    })
    socket.on('error', end)
    socket.on('close', end)
    socket.write(Buffer.concat([Buffer.from(head.join('\r\n'), 'latin1'), body]))
    if (hangsUp) socket.end()
  })
}

/** A delivery with its length said rightly. */
export const sent = (team: Team, path: Path, body: Buffer, headers: Headers): Promise<number | null> =>
  written(
    team,
    {
      path,
      headers: [...Object.entries(headers), ['content-length', String(body.length)], ['connection', 'close']],
      body,
    },
    15_000,
  )
