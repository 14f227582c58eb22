import { AsyncLocalStorage } from 'node:async_hooks'
import { type WebAPICallResult, WebClient } from '@slack/web-api'
import { type Log, slackLogger } from '../logging.js'
import { type Meter, unmetered } from '../metering.js'
import { countedCode, isBadToken, troubleOf } from './slack-error.js'

/** How the Web API is reached in the name of one workspace. */
export type SlackAccess = {
  /** Ends with a slash. */
  readonly apiUrl: string
  /** The bot's token there. It is asked for at each call, since by then it may be another. */
  readonly token: () => Promise<string>
  /** Slack refused this token. True when there is another by now, with which the same call may do. */
  readonly refused?: (token: string, code: string) => Promise<boolean>
}

/** Counts how its calls end, and goes on with another token when there is one. */
class MeteredClient extends WebClient {
  // Assigned after the methods were bound, and read when one is called.
  meter: Pick<Meter, 'called'> = unmetered
  refused: SlackAccess['refused']
  readonly used = new AsyncLocalStorage<{ token: string }>()

  override apiCall(...call: Parameters<WebClient['apiCall']>): Promise<WebAPICallResult> {
    return metered(this.meter, call[0], () => this.#unlessRefused(() => super.apiCall(...call)))
  }

  async #unlessRefused<T>(call: () => Promise<T>): Promise<T> {
    const { refused } = this
    if (refused === undefined) return call()
    const first = { token: '' }
    try {
      return await this.used.run(first, call)
    } catch (error) {
      const { code } = troubleOf(error)
      if (!isBadToken(code) || !(await refused(first.token, code))) throw error
      // Slack did nothing, so it is done once.
      return call()
    }
  }
}

/** Does what is asked, and counts how it ended. */
export const metered = async <T>(
  meter: Pick<Meter, 'called'>,
  method: string,
  call: () => Promise<T>,
): Promise<T> => {
  try {
    const answer = await call()
    meter.called(method, null)
    return answer
  } catch (error) {
    const { code } = troubleOf(error)
    meter.called(method, { code: countedCode(code), isBadToken: isBadToken(code) })
    throw error
  }
}

/**
 * A client for one purpose. Each has a queue of its own, because a 429 would hold up everything behind it; none
 * waits or repeats by itself, since only the caller knows whether a repeated call does harm.
 */
const clientFor = (
  { apiUrl, token, refused }: SlackAccess,
  log: Log,
  timeout: number,
  meter: Meter,
): WebClient => {
  const client = new MeteredClient(undefined, {
    slackApiUrl: apiUrl,
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers)
      const bearer = await token()
      const use = client.used.getStore()
      if (use !== undefined) use.token = bearer
      headers.set('authorization', `Bearer ${bearer}`)
      return fetch(url, { ...init, headers })
    },
    logger: slackLogger(log),
    timeout,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    allowAbsoluteUrls: false,
  })
  client.meter = meter
  client.refused = refused
  return client
}

/** For the outbox. An answer that takes longer than 10 s is as good as lost. */
export const postingClient = (slack: SlackAccess, log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 10_000, meter)
/** For files, which wait for nobody and hold nobody up. */
export const uploadingClient = (slack: SlackAccess, log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 15_000, meter)
/** For what the directory and the history look up while somebody waits. */
export const lookupClient = (slack: SlackAccess, log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 2_500, meter)
/** For answers to teammates: messages only they see, forms. */
export const answeringClient = (slack: SlackAccess, log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 8_000, meter)
