import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { HTTPReceiver } from '@slack/bolt'
import type { Log } from '../../logging.js'
import { slackLogger } from '../library-log.js'
import { respond } from './door.js'
import { handlingFirst } from './handled-first.js'

const bodyLimit = 1_000_000
const aheadSeconds = 5 * 60

/**
 * Bolt's receiver for signed requests, and the listener that guards it. Bolt refuses wrong signatures and stale
 * time stamps; the guard stops what Bolt lets through: time stamps from the future, with which a caught request
 * could be replayed later, other methods than POST (Bolt throws), and bodies that are not an object (Bolt's rejection
 * would end the process). What comes once more while its stamp is fresh counts once, as everything that Slack repeats.
 */
export const signedRequests = (options: {
  readonly signingSecret: string
  readonly path: string
  readonly log: Log
  /** Milliseconds since 1970. */
  readonly now?: () => number
}): { readonly receiver: HTTPReceiver; readonly listener: RequestListener } => {
  const { signingSecret, path, log, now = Date.now } = options
  const receiver = handlingFirst(
    new HTTPReceiver({ signingSecret, endpoints: path, logger: slackLogger(log), bodyLimit }),
  )
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffered(request)
    if (!isObject(body, request)) {
      respond(response, 400)
      return
    }
    response.once('close', () => {
      if (response.statusCode === 401) log.warn('Refused a request with a wrong signature or time stamp')
    })
    receiver.requestListener(Object.assign(request, { rawBody: body }), response)
  }
  const listener: RequestListener = (request, response) => {
    if (request.method !== 'POST') respond(response, 404)
    else if (isFromFuture(request, now())) {
      log.warn('Refused a request with a time stamp from the future')
      respond(response, 401)
    } else if (Number(request.headers['content-length'] ?? 0) > bodyLimit) respond(response, 413)
    else take(request, response).catch(() => request.destroy())
  }
  return { receiver, listener }
}

const isFromFuture = (request: IncomingMessage, now: number): boolean =>
  Number(request.headers['x-slack-request-timestamp']) > now / 1000 + aheadSeconds

/** The whole body. Rejects when it is longer than anything that Slack sends. */
const buffered = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    length += chunk.length
    if (length > bodyLimit) throw new RangeError('The body is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const form = 'application/x-www-form-urlencoded'
const isForm = (request: IncomingMessage): boolean =>
  request.headers['content-type']?.toLowerCase().startsWith(form) === true

/** Whether Bolt will find an object in it. Puts right a form's content type, which Bolt compares to the letter. */
const isObject = (body: Buffer, request: IncomingMessage): boolean => {
  if (isForm(request)) request.headers['content-type'] = form
  const payload = isForm(request) ? new URLSearchParams(body.toString()).get('payload') : body.toString()
  if (payload === null) return true
  try {
    const value: unknown = JSON.parse(payload)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
