import { LogLevel, WebClient } from '@slack/web-api'
import type { PracticeSlack } from '../../../src/practice/slack.js'

/** Slack's own client with the bot's token, which neither retries nor waits. */
export function clientOf(slack: PracticeSlack, token = slack.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    logger: {
      debug: () => {},
      info: () => {},
      warn: () => {},
      error: () => {},
      setLevel: () => {},
      getLevel: () => LogLevel.ERROR,
      setName: () => {},
    },
  })
}

/** The error code that a call was refused with; undefined when it was not. */
export async function refusal(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call
    return undefined
  } catch (cause) {
    const data = cause instanceof Error && 'data' in cause ? cause.data : undefined
    if (typeof data === 'object' && data !== null && 'error' in data) return String(data.error)
    throw cause
  }
}
