import { Recent } from './recent.js'

/** Slack's refusal of a response_url, in the shape in which web-api reports its own. */
class RespondError extends Error {
  override readonly name = 'RespondError'
  readonly statusCode: number
  constructor(statusCode: number) {
    super('Slack refused a response_url')
    this.statusCode = statusCode
  }
}

/** Slack wants it later, and says when. */
class RespondLater extends Error {
  override readonly name = 'RespondLater'
  /** In seconds, as web-api has it. */
  readonly retryAfter: number
  constructor(retryAfter: number) {
    super('Slack wants a response_url to be used later')
    this.retryAfter = retryAfter
  }
}

const timeoutMs = 8_000

/** Slack takes so many answers by one address, those counted to which it did not answer. */
const mostAnswers = 5
const mostRemembered = 5_000

/** The addresses by which one process answers. */
export class ResponseUrls {
  readonly #used = new Recent<number>(mostRemembered)

  /** See `respondByUrl`; one that is used up is refused as Slack would refuse it. */
  async respond(url: string, message: Readonly<Record<string, unknown>>): Promise<void> {
    const used = this.#used.get(url) ?? 0
    if (used >= mostAnswers) throw new RespondError(404)
    this.#used.put(url, used + 1)
    await respondByUrl(url, message)
  }
}

/**
 * Answers by the response_url of a command or press; Slack takes five such answers within half an hour. Rejects in
 * a way that `troubleOf` understands.
 */
const respondByUrl = async (url: string, message: Readonly<Record<string, unknown>>): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  // Read to the end, or the connection cannot be used again.
  await response.text().catch(() => '')
  if (response.ok) return
  // A response_url has no outbox behind it: what it answers with an error was not shown.
  if (response.status === 429 || response.status >= 500)
    throw new RespondLater(Number(response.headers.get('retry-after')) || 0)
  throw new RespondError(response.status)
}
