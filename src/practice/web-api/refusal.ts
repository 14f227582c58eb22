import type { Json } from '../json.js'

/** A method's refusal: `{ ok: false, error, ...details }`. */
export class Refusal extends Error {
  readonly code: string
  readonly details: Json

  constructor(code: string, details: Json = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** Ends the call with one of Slack's error codes. */
export function refuse(code: string, details: Json = {}): never {
  throw new Refusal(code, details)
}

/** Ends the call with HTTP 429 and Retry-After. */
export class TooFast extends Error {
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('ratelimited')
    this.retryAfterSeconds = retryAfterSeconds
  }
}
