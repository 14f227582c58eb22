import { createHmac } from 'node:crypto'
import { isObject, type Json, parseJson } from '../json.js'
import type { Parcel, Receipt, Transport } from './parcel.js'

/** The app's Request URL: signed POSTs, as Slack makes them. */
export class SignedHttp implements Transport {
  readonly url: string
  readonly #secret: string
  readonly #timeoutMs: number

  constructor(url: string, signingSecret: string, ackTimeoutMs: number) {
    this.url = url
    this.#secret = signingSecret
    this.#timeoutMs = ackTimeoutMs
  }

  /** Asks the app to show that it is the one; throws when the challenge does not come back. */
  async verify(): Promise<void> {
    const challenge = `practice-${Math.trunc(performance.now())}`
    const answer = await this.#post(
      JSON.stringify({ type: 'url_verification', token: 'practice', challenge }),
      {
        'content-type': 'application/json',
      },
    )
    const text = await answer.text()
    const parsed = parseJson(text)
    const returned = isObject(parsed) ? parsed.challenge : text
    if (!answer.ok || returned !== challenge) {
      throw new Error(`${this.url} did not return the challenge: ${answer.status} ${text.slice(0, 200)}`)
    }
  }

  async send(parcel: Parcel): Promise<Receipt> {
    const startedAt = performance.now()
    const tookMs = () => performance.now() - startedAt
    const { body, headers } = written(parcel)
    try {
      const answer = await this.#post(body, headers)
      const text = await answer.text()
      // Events may be answered by any 2xx; everything else wants 200.
      const isTaken = parcel.kind === 'events_api' ? answer.ok : answer.status === 200
      if (isTaken) return { ok: true, body: answerBody(text), tookMs: tookMs() }
      const noRetry = answer.headers.get('x-slack-no-retry') === '1'
      return { ok: false, reason: 'http_error', detail: `HTTP ${answer.status}`, tookMs: tookMs(), noRetry }
    } catch (cause) {
      const isLate = cause instanceof Error && cause.name === 'TimeoutError'
      const reason = isLate ? 'http_timeout' : 'connection_failed'
      return { ok: false, reason, detail: String(cause), tookMs: tookMs(), isUnheard: isUnheard(cause) }
    }
  }

  #post(body: string, headers: Record<string, string>): Promise<Response> {
    // The app compares this with the real time, whatever the practice clock shows.
    const timestamp = Math.floor(Date.now() / 1000)
    const signature = createHmac('sha256', this.#secret).update(`v0:${timestamp}:${body}`).digest('hex')
    return fetch(this.url, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(this.#timeoutMs),
      headers: {
        ...headers,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${signature}`,
      },
    })
  }
}

/** Events travel as JSON, commands as a form, interactions as one form field named `payload`. */
function written(parcel: Parcel): { body: string; headers: Record<string, string> } {
  if (parcel.kind === 'events_api') {
    return {
      body: JSON.stringify(parcel.payload),
      headers: {
        'content-type': 'application/json',
        ...(parcel.retry
          ? { 'x-slack-retry-num': String(parcel.retry.num), 'x-slack-retry-reason': parcel.retry.reason }
          : {}),
      },
    }
  }
  const fields =
    parcel.kind === 'slash_commands'
      ? formFields(parcel.payload)
      : { payload: JSON.stringify(parcel.payload) }
  return {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
}

function formFields(payload: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]))
}

function answerBody(text: string): unknown {
  if (text.trim() === '') return undefined
  const parsed = parseJson(text)
  return isObject(parsed) ? parsed : text
}

function isUnheard(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  return ('code' in cause && cause.code === 'ECONNREFUSED') || isUnheard(cause.cause)
}
