import { AsyncLocalStorage } from 'node:async_hooks'
import { type WebAPICallResult, WebClient } from '@slack/web-api'
import type { Log } from '../logging.js'
import { type Meter, unmetered } from '../metering.js'
import { slackLogger } from './library-log.js'
import { Held } from './pacing/held.js'
import { mannerNow } from './pacing/manner.js'
import { type Pace, unpaced, usualHoldMs } from './pacing/pace.js'
import type { Urgency } from './pacing/window.js'
import { countedCode, isBadToken, troubleOf } from './slack-error.js'

/** How the Web API is reached in the name of one workspace. */
export type SlackAccess = {
  /** Ends with a slash. */
  readonly apiUrl: string
  /** The bot's token there. It is asked for at each call, since by then it may be another. */
  readonly token: () => Promise<string>
  /** Slack refused this token. True when there is another by now, with which the same call may do. */
  readonly refused?: (token: string, code: string) => Promise<boolean>
  /** When calls may be made; until said otherwise, whenever they come. */
  readonly pace?: Pace
}

/** How the calls of a client wait for their time. */
type Waiting = {
  /** Unless it is said otherwise where they are made; see `inBackground`. */
  readonly urgency: Urgency
  /** How long they may wait, in ms, while somebody waits for them ... */
  readonly patienceMs: number
  /** ... and while nobody does: not at all, where what they are for is found again later. */
  readonly backgroundMs: number
}
/** Slack waits three seconds for a form, and the database has its part of them. */
const formsMs = 1_000
const forms = new Set(['views.open', 'views.push'])
/** Waited for so long, it is counted. */
const noticedMs = 50

/**
 * With which token a call was made. One for all clients: of each storage that there is, Node.js asks at each promise that is
 * made anywhere.
 */
const used = new AsyncLocalStorage<{ token: string }>()

/** Calls when Slack lets it, counts how its calls end, and goes on with another token when there is one. */
class MeteredClient extends WebClient {
  // Assigned after the methods were bound, and read when one is called.
  meter: Pick<Meter, 'called' | 'held'> = unmetered
  refused: SlackAccess['refused']
  pace: Pace = unpaced
  waiting: Waiting = { urgency: 'interactive', patienceMs: 0, backgroundMs: 0 }

  override async apiCall(...call: Parameters<WebClient['apiCall']>): Promise<WebAPICallResult> {
    const [method, args] = call
    await this.#enter(method, args)
    try {
      return await metered(this.meter, method, () => this.#unlessRefused(() => super.apiCall(...call)))
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble.kind === 'temporary' && trouble.code === 'ratelimited')
        await this.pace.refused(method, trouble.retryAfterMs ?? usualHoldMs)
      throw error
    }
  }

  async #enter(method: string, args: Record<string, unknown> | undefined): Promise<void> {
    const { urgency = this.waiting.urgency, isAgain = false, turn } = mannerNow()
    const longest = forms.has(method) ? formsMs : this.waiting.patienceMs
    const usual = urgency === 'interactive' ? longest : this.waiting.backgroundMs
    const patienceMs = turn?.patienceMs ?? usual
    const channelId = typeof args?.channel === 'string' ? args.channel : null
    const begun = performance.now()
    try {
      const since = turn === undefined ? {} : { sinceMs: turn.sinceMs }
      await this.pace.enter({ method, channelId, urgency, patienceMs, isAgain, ...since })
      if (performance.now() - begun >= noticedMs) this.meter.held(method, 'waited')
    } catch (error) {
      if (error instanceof Held) this.meter.held(method, 'put-off')
      throw error
    }
  }

  async #unlessRefused<T>(call: () => Promise<T>): Promise<T> {
    const { refused } = this
    if (refused === undefined) return call()
    const first = { token: '' }
    try {
      return await used.run(first, call)
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
 * repeats by itself, since only the caller knows whether a repeated call does harm, and none waits longer than is useful:
 * see docs/adr/0028.
 */
const clientFor = (
  { apiUrl, token, refused, pace = unpaced }: SlackAccess,
  log: Log,
  timeout: number,
  meter: Meter,
  waiting: Waiting,
): WebClient => {
  const client = new MeteredClient(undefined, {
    slackApiUrl: apiUrl,
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers)
      const bearer = await token()
      const use = used.getStore()
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
  client.pace = pace
  client.waiting = waiting
  return client
}

/** Long enough for a channel that was posted to a moment ago. */
const postMs = 2_500

/** For the outbox. An answer that takes longer than 10 s is as good as lost. */
export const postingClient = (slack: SlackAccess, log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 10_000, meter, { urgency: 'background', patienceMs: postMs, backgroundMs: postMs })
/** For files, which wait for nobody and hold nobody up. */
export const uploadingClient = (slack: SlackAccess, log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 15_000, meter, { urgency: 'interactive', patienceMs: 10_000, backgroundMs: 0 })
/** For what the directory and the history look up while somebody waits. */
export const lookupClient = (slack: SlackAccess, log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 2_500, meter, { urgency: 'interactive', patienceMs: 2_000, backgroundMs: 0 })
/** For answers to teammates: messages only they see, forms. */
export const answeringClient = (slack: SlackAccess, log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 8_000, meter, { urgency: 'interactive', patienceMs: postMs, backgroundMs: 0 })
