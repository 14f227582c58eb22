import { isPlainWord } from './plain-words.js'

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
  /xwfp-[\w-]+/gi,
  /\b[0-9a-f]{32,}\b/gi,
  /(?<=:\/\/)[^\s/@]+:[^\s/@]+(?=@)/g,
  /(?<=hooks\.slack\.com\/)\S+/gi,
  /(?<=[?&](?:ticket|token|app_id)=)[^\s&]+/gi,
]
const address = /[^\s@<>"'|]+@[^\s@<>"'|]+/g
/**
 * Libraries quote what they choke on, and that may have quotation marks in it: `Unexpected token 'h', "he said "hello""
 * is not valid JSON`. So all from the first to the last of them is left out, or from a single one to the end.
 */
const quoted = /["'`“”‘’«»].*["'`“”‘’«»]|["'`“”‘’«»].*/s
/** A number with more digits may be somebody's. */
const shortNumber = /^\d{1,3}$/

const withoutSecrets = (text: string): string =>
  secrets.reduce((left, secret) => left.replace(secret, '[secret]'), text)

/** A text of our own or of a library's: without tokens, addresses, what it quotes, and every word that may be somebody's. */
const scrubbed = (text: string): string =>
  withoutSecrets(text.slice(0, 5_000))
    .replace(quoted, '[quoted]')
    .replace(address, '[address]')
    .replace(/\[(?:secret|quoted|address)\]|[^\s()[\]{},;:.!?=<>/]+/g, (word) =>
      word.startsWith('[') || shortNumber.test(word) || isPlainWord(word) ? word : '…',
    )
    .slice(0, 500)

/** Where the value is a word of our own, of Slack's, or an id. */
const wordKeys: ReadonlySet<string> = new Set([
  'actionId',
  'callbackId',
  'channelId',
  'code',
  'connection',
  'event',
  'kind',
  'level',
  'method',
  'outcome',
  'part',
  'path',
  'postId',
  'reason',
  'reference',
  'severity',
  'signal',
  'state',
  'trouble',
  'userId',
])
const word = /^[\w.:/+[\]-]{0,200}$/
/** A day, an instant, an id of Slack's or of ours: nobody is called so. */
const plainly =
  /^(?:\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?|[A-Z](?=[A-Z]*\d)[A-Z\d]{1,20}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/

const loggable = (text: string, key: string): string => {
  const safe = withoutSecrets(text)
  return (wordKeys.has(key) ? word : plainly).test(safe) ? safe : `[${text.length} characters]`
}

/** A sentence of a library's own, which may be logged without what it quotes. */
export class LibraryText {
  readonly text: string
  constructor(text: string) {
    this.text = scrubbed(text)
  }
}

const codeLike = /^\w{1,60}$/
const frame = /^\s+at (?:.{0,200}\()?[^()\s]{0,300}:\d+:\d+\)?$/

/** Where it was thrown. The stack begins with the message, of which a line may look like a place in the program. */
const framesOf = ({ stack = '', message }: Error): string[] => {
  const at = message === '' ? -1 : stack.indexOf(message)
  const behind = at < 0 ? stack : stack.slice(at + message.length)
  const lines = behind.split('\n').filter((line) => frame.test(line))
  return lines.slice(0, 8).map((line) => withoutSecrets(line.trim()))
}

/** An error as name, code, scrubbed message, where it was thrown, and what caused it. */
const safeError = (error: unknown, depth = 3): unknown => {
  if (!(error instanceof Error)) return { thrown: typeof error }
  const code: unknown = 'code' in error ? error.code : undefined
  return {
    name: codeLike.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'number' || (typeof code === 'string' && codeLike.test(code)) ? { code } : {}),
    message: scrubbed(error.message),
    at: framesOf(error),
    ...(error.cause !== undefined && depth > 0 ? { cause: safeError(error.cause, depth - 1) } : {}),
  }
}

/** Data beside a log text, made safe. */
export const safeData = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      privateKeys.has(key.toLowerCase()) ? '[kept back]' : safeValue(value, key, 4),
    ]),
  )

const safeValue = (value: unknown, key: string, depth: number): unknown => {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string') return loggable(value, key)
  if (value instanceof Error) return safeError(value)
  if (value instanceof LibraryText) return value.text
  if (typeof value !== 'object' || depth === 0) return `[${typeof value}]`
  if (Array.isArray(value)) return value.slice(0, 50).map((each) => safeValue(each, key, depth - 1))
  return safeData(Object.fromEntries(Object.entries(value)))
}
