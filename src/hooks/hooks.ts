import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type SourcePorts, type TakenIn, takeIn } from '../app/sources/take-in.js'
import type { Log } from '../logging.js'
import { readBody } from './body.js'
import { Gate } from './gate.js'
import { readHubspotBody } from './hubspot-body.js'
import { markOf } from './marks.js'
import { readPeopleBody } from './people-body.js'
import { hubspotSignature, judge, longestAgeMs, ourSignature, type Signed } from './signatures.js'

export type HookSecrets = {
  /** Null: the source is not set up, and its path unknown. */
  readonly people: string | null
  readonly hubspot: string | null
  /** As the world sees the bot, without a slash at its end: HubSpot signs it. */
  readonly publicUrl: string
}
type Ports = SourcePorts & { readonly workspaceId: string; readonly log: Log }
type Answer = { readonly status: number; readonly says: Readonly<Record<string, unknown>> }
type Hook = {
  readonly mostBytes: number
  readonly handle: (request: IncomingMessage, body: Buffer) => Promise<Answer>
}

const [minuteMs, hourMs] = [60_000, 3_600_000]
/** HubSpot repeats itself for a day. */
const hubspotRepeatsMs = 72 * hourMs
const patienceMs = 10_000
const atOnce = 16
const mostWaiting = 5_000

/** Where sources speak to the bot, by path; one without a secret is not there. */
export const hooksAt = (ports: Ports, secrets: HookSecrets): ReadonlyMap<string, RequestListener> => {
  const gate = new Gate(atOnce, mostWaiting)
  const hooks = new Map<string, RequestListener>()
  const serve = (path: string, hook: Hook): void => {
    hooks.set(path, (request, response) => void answer(ports.log, gate, hook, request, response))
  }
  const { people, hubspot } = secrets
  if (people !== null) serve('/hooks/people', peopleHook(ports, people))
  if (hubspot !== null) serve('/hooks/hubspot', hubspotHook(ports, hubspot, secrets.publicUrl))
  return hooks
}

const peopleHook = (ports: Ports, secret: string): Hook => ({
  mostBytes: 64 * 1024,
  handle: async ({ headers }, body) => {
    const timestamp = header(headers['x-personable-timestamp'])
    const signature = header(headers['x-personable-signature'])
    const signedAtMs = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN
    const nowMs = Date.parse(ports.realClock())
    const signed = judge(signature, ourSignature(secret, timestamp, body), signedAtMs, nowMs)
    if (signed !== 'good') return unsigned(signed, 'X-Personable-Signature', 'X-Personable-Timestamp')
    const read = readPeopleBody(body.toString('utf8'), latest(ports))
    if ('wrong' in read) return says(400, read.wrong)
    const { word, isDated } = read
    const once = markOf(secret, ['signature', signature], signedAtMs + 2 * longestAgeMs + minuteMs)
    const { observedAt, ...content } = word
    // Without a date the same words are news again when they come back a day later.
    const mark = isDated
      ? markOf(secret, ['people', observedAt, JSON.stringify(content)], nowMs + 24 * hourMs)
      : markOf(secret, ['people', JSON.stringify(content)], nowMs + hourMs)
    const isEmpty = word.title === null && word.company === null
    const words = isEmpty ? [] : [{ ...word, mark }]
    const taken = await takeIn(ports, ports.workspaceId, { source: 'people', once, words })
    if (taken.kind === 'replayed')
      return says(409, 'This request was sent before; sign it anew to send it again')
    if (taken.kind === 'off') return says(403, 'Switched off: an admin can switch it on in /person settings')
    return { status: taken.new === 0 ? 200 : 202, says: { ok: true } }
  },
})

const hubspotHook = (ports: Ports, secret: string, publicUrl: string): Hook => ({
  mostBytes: 1024 * 1024,
  handle: async ({ method = '', url = '', headers }, body) => {
    const timestamp = header(headers['x-hubspot-request-timestamp'])
    const given = header(headers['x-hubspot-signature-v3'])
    const right = hubspotSignature(secret, { method, uri: `${publicUrl}${url}`, timestamp, body })
    const signedAtMs = /^\d{1,15}$/.test(timestamp) ? Number(timestamp) : Number.NaN
    const nowMs = Date.parse(ports.realClock())
    const signed = judge(given, right, signedAtMs, nowMs)
    if (signed !== 'good') return unsigned(signed, 'X-HubSpot-Signature-v3', 'X-HubSpot-Request-Timestamp')
    const read = readHubspotBody(body.toString('utf8'), latest(ports))
    if ('wrong' in read) return says(400, read.wrong)
    const words = read.events.map(({ portalId, property, word }) => {
      const key = [portalId, word.key, property, word.observedAt, word.title ?? word.company]
      return { ...word, mark: markOf(secret, ['hubspot', ...key], nowMs + hubspotRepeatsMs) }
    })
    // Switched off it is answered all the same: HubSpot would go on repeating itself.
    const taken: TakenIn = await takeIn(ports, ports.workspaceId, { source: 'hubspot', once: null, words })
    return { status: 200, says: { ok: true, ...(taken.kind === 'off' ? { off: true } : {}) } }
  },
})

const answer = async (
  log: Log,
  gate: Gate,
  hook: Hook,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    if (request.method !== 'POST') return send(response, says(405, 'Use POST'), { allow: 'POST' })
    const made = await gate.through(() => handled(hook, request))
    if (made === null) return send(response, says(503, 'Too much at once'), { 'retry-after': '5' })
    send(response, made)
  } catch (error) {
    log.error('What a source said could not be taken in; it may say it again', { err: error })
    send(response, says(503, 'Try again later'), { 'retry-after': '30' })
  }
}

const handled = async (hook: Hook, request: IncomingMessage): Promise<Answer> => {
  const body = await readBody(request, hook.mostBytes, patienceMs)
  if (body.kind === 'too-large') return says(413, `The body is larger than ${hook.mostBytes / 1024} KB`)
  if (body.kind === 'cut-off') return says(408, 'The body did not arrive')
  return hook.handle(request, body.bytes)
}

const send = (
  response: ServerResponse,
  { status, says }: Answer,
  headers: Record<string, string> = {},
): void => {
  if (response.headersSent || response.destroyed) return
  // What was not read of a body is not read any more.
  const closing: Record<string, string> = status === 413 || status === 408 ? { connection: 'close' } : {}
  response.writeHead(status, { 'content-type': 'application/json', ...closing, ...headers })
  response.end(JSON.stringify(says))
}

const says = (status: number, error: string): Answer => ({ status, says: { ok: false, error: `${error}.` } })
const unsigned = (signed: Exclude<Signed, 'good'>, signature: string, timestamp: string): Answer =>
  signed === 'stale'
    ? says(401, `${timestamp} is more than five minutes from now`)
    : says(401, `${signature} is not right`)
const header = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : ''
const latest = ({ clock, realClock }: Ports): string => [clock(), realClock()].sort().at(-1) ?? ''
