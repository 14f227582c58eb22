import type { Json } from '../json.js'
import type { Traffic } from '../record.js'
import { Arguments } from './arguments.js'
import type { Method, MethodParts } from './method.js'
import { methods } from './methods.js'
import { Refusal, refuse, TooFast } from './refusal.js'

/** What goes back over HTTP. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: Json
}

/** Carries out method calls: token, scope, method, in the order in which Slack looks at them. */
export class MethodCaller {
  readonly #parts: MethodParts
  /** False after the app was removed from the workspace. */
  isInstalled = true

  constructor(parts: MethodParts) {
    this.#parts = parts
  }

  call(name: string, token: string | undefined, values: Json, entry: Traffic): Answer {
    const { record, manifest } = this.#parts.workspace
    const headers: Record<string, string> = { 'x-oauth-scopes': [...manifest.botScopes].join(',') }
    try {
      const method = methods.get(name)
      if (!method) refuse('unknown_method', { req_method: name })
      this.#checkToken(method, token)
      if (method.scopes.length > 0) headers['x-accepted-oauth-scopes'] = method.scopes.join(',')
      const needScope = (...anyOf: string[]) => this.#needScope(anyOf)
      if (method.scopes.length > 0) needScope(...method.scopes)
      const result = method.handle({ ...this.#parts, args: new Arguments(values), needScope })
      return { status: 200, headers, body: { ok: true, ...result } }
    } catch (cause) {
      if (cause instanceof TooFast) return tooFast(cause.retryAfterSeconds)
      if (!(cause instanceof Refusal)) throw cause
      const detail = cause.details.response_metadata
        ? ` ${JSON.stringify(cause.details.response_metadata)}`
        : ''
      record.problem('refused_method', `${name} was refused: ${cause.code}${detail}`, entry, cause.code)
      return { status: 200, headers, body: { ok: false, error: cause.code, ...cause.details } }
    }
  }

  #checkToken(method: Method, token: string | undefined): void {
    const { botToken, appToken } = this.#parts.workspace.identity
    if (!token) refuse('not_authed')
    if (token !== botToken && token !== appToken) refuse('invalid_auth')
    if (!this.isInstalled) refuse('account_inactive')
    if (token !== (method.token === 'app' ? appToken : botToken)) refuse('not_allowed_token_type')
  }

  #needScope(anyOf: readonly string[]): void {
    const { botScopes } = this.#parts.workspace.manifest
    if (anyOf.some((scope) => botScopes.has(scope))) return
    refuse('missing_scope', { needed: anyOf.join(','), provided: [...botScopes].join(',') })
  }
}

export function tooFast(retryAfterSeconds: number): Answer {
  return {
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds) },
    body: { ok: false, error: 'ratelimited' },
  }
}
