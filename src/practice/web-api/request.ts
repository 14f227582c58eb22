import type { IncomingMessage } from 'node:http'
import { isObject, type Json, parseJson } from '../json.js'

/** Reads the whole body. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** Reads the whole body as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8')
}

/** The values of a request: query first, then the body, a form or JSON. Undefined for a body that is neither. */
export function requestValues(request: IncomingMessage, body: string): Json | undefined {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams)
  if (body === '') return query
  if ((request.headers['content-type'] ?? '').includes('json')) {
    const parsed = parseJson(body)
    return isObject(parsed) ? { ...query, ...parsed } : undefined
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(body)) }
}

/** The token: from the Authorization header, or from the form. */
export function requestToken(request: IncomingMessage, values: Json): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  return bearer ?? (typeof values.token === 'string' ? values.token : undefined)
}

/** The same with the app's client_id and client_secret, where they came by HTTP Basic. */
export function withClient(request: IncomingMessage, values: Json | undefined): Json | undefined {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (!basic || !values) return values
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':')
  return { ...values, client_id: id, client_secret: secret.join(':') }
}
