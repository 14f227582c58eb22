import { type WebAPICallResult, WebClient } from '@slack/web-api'
import type { Config } from '../config.js'
import { type Log, slackLogger } from '../logging.js'
import { type Meter, unmetered } from '../metering.js'
import { countedCode, isBadToken, troubleOf } from './slack-error.js'

/** Counts how its calls end. */
class MeteredClient extends WebClient {
  // Assigned after the methods were bound, and read when one is called.
  meter: Pick<Meter, 'called'> = unmetered

  override apiCall(...call: Parameters<WebClient['apiCall']>): Promise<WebAPICallResult> {
    return metered(this.meter, call[0], () => super.apiCall(...call))
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
const clientFor = (slack: Config['slack'], log: Log, timeout: number, meter: Meter): WebClient => {
  const client = new MeteredClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    logger: slackLogger(log),
    timeout,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    allowAbsoluteUrls: false,
  })
  client.meter = meter
  return client
}

/** For the outbox. An answer that takes longer than 10 s is as good as lost. */
export const postingClient = (slack: Config['slack'], log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 10_000, meter)
/** For files, which wait for nobody and hold nobody up. */
export const uploadingClient = (slack: Config['slack'], log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 15_000, meter)
/** For what the directory and the history look up while somebody waits. */
export const lookupClient = (slack: Config['slack'], log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 2_500, meter)
/** For answers to teammates: messages only they see, forms. */
export const answeringClient = (slack: Config['slack'], log: Log, meter = unmetered): WebClient =>
  clientFor(slack, log, 8_000, meter)
