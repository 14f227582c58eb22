import { WebClient } from '@slack/web-api'
import type { Config } from '../config.js'
import { type Log, slackLogger } from '../logging.js'

/**
 * A client for one purpose. Each has a queue of its own, because a 429 would hold up everything behind it; none
 * waits or repeats by itself, since only the caller knows whether a repeated call does harm.
 */
const clientFor = (slack: Config['slack'], log: Log, timeout: number): WebClient =>
  new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    logger: slackLogger(log),
    timeout,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    allowAbsoluteUrls: false,
  })

/** For the outbox. An answer that takes longer than 10 s is as good as lost. */
export const postingClient = (slack: Config['slack'], log: Log): WebClient => clientFor(slack, log, 10_000)
/** For files, which wait for nobody and hold nobody up. */
export const uploadingClient = (slack: Config['slack'], log: Log): WebClient => clientFor(slack, log, 15_000)
/** For what the directory and the history look up while somebody waits. */
export const lookupClient = (slack: Config['slack'], log: Log): WebClient => clientFor(slack, log, 2_500)
/** For answers to teammates: messages only they see, forms. */
export const answeringClient = (slack: Config['slack'], log: Log): WebClient => clientFor(slack, log, 8_000)
