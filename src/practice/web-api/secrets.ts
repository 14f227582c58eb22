import type { Json } from '../json.js'

const secret = new Set(['token', 'client_secret', 'code', 'refresh_token', 'access_token'])

/** A request or an answer as it may be shown and written down: without what opens doors. */
export function withoutSecrets(values: Json): Json {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !secret.has(key)))
}
