import type { Json } from '../json.js'

/**
 * What shall go wrong with a request.
 * - `lost_after`: it is carried out, then the connection breaks before the answer.
 * - `lost_before`: the connection breaks, and nothing was done.
 * - `late`: the connection breaks at once, and it is carried out when `until` resolves.
 * - `slow`: it is carried out at once, and answered when `until` resolves.
 * - `status`: an HTTP status with a page that is no JSON; nothing was done.
 * - `rate_limited`: 429 with Retry-After; nothing was done.
 * - `error`: `{ ok: false, error }`; nothing was done.
 */
export type Fault =
  | { kind: 'lost_after' }
  | { kind: 'lost_before' }
  | { kind: 'late'; until: Promise<void> }
  | { kind: 'slow'; until: Promise<void> }
  | { kind: 'status'; status: number }
  | { kind: 'rate_limited'; retryAfterSeconds: number }
  | { kind: 'error'; error: string }

/** Which requests: a method, a family as `chat.*`, `response_url`, or `*`; and only those that `when` picks. */
export interface Target {
  method: string
  when?: (body: Json) => boolean
}

export function isTarget(target: Target, method: string, body: Json): boolean {
  const { method: wanted, when } = target
  const fits =
    wanted === '*' || wanted === method || (wanted.endsWith('.*') && method.startsWith(wanted.slice(0, -1)))
  return fits && (when?.(body) ?? true)
}
