import type { Json } from '../json.js'
import type { Recorder, Traffic } from '../record.js'
import { Arguments } from './arguments.js'
import { type Doorkeeper, type Holder, twoTokens } from './holder.js'
import type { Method, MethodParts } from './method.js'
import { methods } from './methods.js'
import { Refusal, refuse, TooFast } from './refusal.js'

/** What goes back over HTTP. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: Json
}

/** One call of a method by its name. */
export interface Call {
  name: string
  values: Json
  entry: Traffic
}

/** Carries out the method calls of one workspace: token, scope, method, in the order in which Slack looks at them. */
export class MethodCaller {
  readonly #parts: MethodParts
  readonly #doorkeeper: Doorkeeper

  constructor(parts: MethodParts) {
    this.#parts = parts
    this.#doorkeeper = twoTokens(parts.workspace)
  }

  call(name: string, token: string | undefined, values: Json, entry: Traffic): Answer {
    return answering(this.#parts.workspace.record, { name, values, entry }, (headers) => {
      const method = methodCalled(name)
      const holder = this.#doorkeeper(token)
      return carryOut(method, holder, this.#parts, values, headers)
    })
  }
}

/** Refuses with `unknown_method`. */
export function methodCalled(name: string): Method {
  return methods.get(name) ?? refuse('unknown_method', { req_method: name })
}

/** Carries a method out for whoever holds a good token. */
export function carryOut(
  method: Method,
  holder: Holder,
  parts: MethodParts,
  values: Json,
  headers: Record<string, string>,
): Json {
  headers['x-oauth-scopes'] = [...holder.scopes].join(',')
  if (method.token !== holder.kind) refuse('not_allowed_token_type')
  if (method.scopes.length > 0) headers['x-accepted-oauth-scopes'] = method.scopes.join(',')
  const needScope = (...anyOf: string[]) => {
    if (anyOf.some((scope) => holder.scopes.has(scope))) return
    refuse('missing_scope', { needed: anyOf.join(','), provided: [...holder.scopes].join(',') })
  }
  if (method.scopes.length > 0) needScope(...method.scopes)
  return method.handle({ ...parts, args: new Arguments(values), holder, needScope })
}

/** What `handle` answers, or why it refused, which is noted as a problem. */
export function answering(
  record: Recorder,
  { name, entry }: Call,
  handle: (headers: Record<string, string>) => Json,
): Answer {
  const headers: Record<string, string> = {}
  try {
    return { status: 200, body: { ok: true, ...handle(headers) }, headers }
  } catch (cause) {
    if (cause instanceof TooFast) return tooFast(cause.retryAfterSeconds)
    if (!(cause instanceof Refusal)) throw cause
    const { response_metadata: metadata } = cause.details
    const detail = metadata ? ` ${JSON.stringify(metadata)}` : ''
    record.problem('refused_method', `${name} was refused: ${cause.code}${detail}`, entry, cause.code)
    return { status: 200, headers, body: { ok: false, error: cause.code, ...cause.details } }
  }
}

export function tooFast(retryAfterSeconds: number): Answer {
  return {
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds) },
    body: { ok: false, error: 'ratelimited' },
  }
}
