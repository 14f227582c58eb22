import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { HTTPReceiver } from '@slack/bolt'
import { z } from 'zod'
import { type Log, slackLogger } from '../../logging.js'
import { Recent } from '../listening/recent.js'
import { respond } from './door.js'
import { handlingFirst } from './handled-first.js'

const bodyLimit = 1_000_000
const aheadSeconds = 5 * 60
/** More than Slack sends while a time stamp is fresh. */
const mostTaken = 20_000

/**
 * Bolt's receiver for signed requests, and the listener that guards it. Bolt refuses wrong signatures and stale
 * time stamps; the guard stops what Bolt lets through: time stamps from the future, with which a caught request
 * could be replayed later, a caught command or interaction that comes once more while its stamp is fresh (Slack repeats
 * events alone, which have an id; what somebody types into a select changes nothing, and may be typed again within the
 * second), other methods than POST (Bolt throws), and bodies that are not an object (Bolt's
 * rejection would end the process).
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
  const taken = new Recent<true>(mostTaken)
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffered(request)
    if (!isObject(body, request)) {
      respond(response, 400)
      return
    }
    const isOnce = isForm(request) && !isTypeAhead(body)
    const signature = isOnce ? String(request.headers['x-slack-signature']) : null
    if (signature !== null && taken.get(signature)) {
      // Whoever sends it again learns nothing; should it be Slack after all, it hears that nothing is missing.
      log.warn('A request that was taken before is left alone')
      respond(response, 200)
      return
    }
    if (signature !== null) taken.put(signature, true)
    response.once('close', () => {
      // What was refused was nobody's; what got no answer may be sent again.
      if (signature !== null && (!response.writableFinished || response.statusCode >= 400))
        taken.drop(signature)
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

const typeAhead = z.object({ type: z.literal('block_suggestion') })
const isTypeAhead = (body: Buffer): boolean =>
  typeAhead.safeParse(JSON.parse(new URLSearchParams(body.toString()).get('payload') ?? 'null')).success

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
