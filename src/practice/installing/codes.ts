import { refuse } from '../web-api/refusal.js'
import type { AuthorizeRequest } from './authorize-request.js'
import { secret } from './slack-app.js'

const lifeMs = 10 * 60 * 1_000

/** What somebody allowed: where, who, and what was asked. */
export interface Allowed {
  /** T… or E…. */
  at: string
  userId: string
  request: AuthorizeRequest
}

interface Issued {
  allowed: Allowed
  issuedAt: number
  isUsed: boolean
}

/** The codes that an app exchanges for a token: each once, within ten minutes, with the address that it was sent to. */
export class Codes {
  readonly #now: () => number
  readonly #issued = new Map<string, Issued>()

  constructor(now: () => number) {
    this.#now = now
  }

  issue(allowed: Allowed): string {
    const code = `1000000000000.${Math.trunc(this.#now())}.${secret(32)}`
    this.#issued.set(code, { allowed, issuedAt: this.#now(), isUsed: false })
    return code
  }

  /** Uses one up. Refuses with Slack's code; a code that was sent with a wrong address can be sent again. */
  redeem(code: string | undefined, redirectUri: string | undefined): Allowed {
    const issued = this.#issued.get(code ?? '')
    if (!issued || this.#now() - issued.issuedAt > lifeMs) refuse('invalid_code')
    if (issued.isUsed) refuse('code_already_used')
    const { request } = issued.allowed
    const isSame = redirectUri === undefined ? !request.namesRedirectUri : redirectUri === request.redirectUri
    if (!isSame) refuse('bad_redirect_uri')
    issued.isUsed = true
    return issued.allowed
  }
}
