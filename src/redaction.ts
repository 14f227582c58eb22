/**
 * What may be written to a log. Tokens, addresses, names and whatever people typed stay out of it at every level,
 * so text passes only when it looks like an id, a code or a path; sentences never do.
 */

const privateKeys = new Set([
  'text',
  'name',
  'names',
  'who',
  'person',
  'people',
  'email',
  'address',
  'blocks',
  'view',
  'values',
  'value',
  'query',
  'title',
  'reply',
  'message',
  'body',
  'payload',
  'token',
  'secret',
  'authorization',
])

const secrets: readonly RegExp[] = [
  /xox[a-z]?(?:\.xox[a-z])?-[\w-]+/gi,
  /xapp-[\w-]+/gi,
  /\b[0-9a-f]{32,}\b/gi,
  /(?<=:\/\/)[^\s/@]+:[^\s/@]+(?=@)/g,
  /(?<=hooks\.slack\.com\/)\S+/gi,
  /(?<=[?&](?:ticket|token|app_id)=)[^\s&]+/gi,
]
const address = /[^\s@<>"'|]+@[^\s@<>"'|]+\.[^\s@<>"'|]+/g
/** Libraries quote what they choke on: `Unexpected token 'h', "hello" is not valid JSON`. */
const quoted = /"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g

const withoutSecrets = (text: string): string =>
  secrets.reduce((left, secret) => left.replace(secret, '[secret]'), text)

/** A text of our own or of a library's, without tokens, addresses, or anything that it quotes. */
const scrubbed = (text: string): string =>
  withoutSecrets(text).replace(quoted, '[quoted]').replace(address, '[address]').slice(0, 500)

const loggable = (text: string): string => {
  const safe = withoutSecrets(text)
  return /^[\w.:/+[\]-]{0,200}$/.test(safe) ? safe : `[${text.length} characters]`
}

/** A sentence of a library's own, which may be logged without what it quotes. */
export class LibraryText {
  readonly text: string
  constructor(text: string) {
    this.text = scrubbed(text)
  }
}

/** An error as name, code, scrubbed message, where it was thrown, and what caused it. */
const safeError = (error: unknown, depth = 3): unknown => {
  if (!(error instanceof Error)) return { thrown: typeof error }
  const code: unknown = 'code' in error ? error.code : undefined
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    message: scrubbed(error.message),
    at: frames.slice(0, 8).map((frame) => frame.trim()),
    ...(error.cause !== undefined && depth > 0 ? { cause: safeError(error.cause, depth - 1) } : {}),
  }
}

/** Data beside a log text, made safe. */
export const safeData = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      privateKeys.has(key.toLowerCase()) ? '[kept back]' : safeValue(value, 4),
    ]),
  )

const safeValue = (value: unknown, depth: number): unknown => {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string') return loggable(value)
  if (value instanceof Error) return safeError(value)
  if (value instanceof LibraryText) return value.text
  if (typeof value !== 'object' || depth === 0) return `[${typeof value}]`
  if (Array.isArray(value)) return value.slice(0, 50).map((each) => safeValue(each, depth - 1))
  return safeData(Object.fromEntries(Object.entries(value)))
}
