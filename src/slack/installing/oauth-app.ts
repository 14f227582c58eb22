import { WebClient, type WebClientOptions } from '@slack/web-api'
import { z } from 'zod'
import type { Log } from '../../logging.js'
import { slackLogger } from '../library-log.js'

/** The app as Slack knows it where it is installed by OAuth. */
export type OAuthApp = {
  /** Of the Web API; ends with a slash. */
  readonly apiUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Nothing is repeated by a library: a code, and a token to refresh with, are shown once. */
export const callingOnce = (apiUrl: string, log: Log): WebClientOptions => ({
  slackApiUrl: apiUrl,
  logger: slackLogger(log),
  timeout: 10_000,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  // No `headers`: web-api writes a token into that object, and would share it with the next client.
})

const page = z.object({
  teams: z.array(z.object({ id: z.string().min(1) })).default([]),
  response_metadata: z.object({ next_cursor: z.string().default('') }).nullish(),
})
/** A hundred each. */
const mostPages = 100

/** The workspaces that an organisation lets use the app. */
export const grantedTo = async (apiUrl: string, log: Log, token: string): Promise<readonly string[]> => {
  const client = new WebClient(token, callingOnce(apiUrl, log))
  const ids: string[] = []
  let cursor = ''
  for (let pages = 0; pages < mostPages; pages += 1) {
    const asked = { limit: 100, ...(cursor === '' ? {} : { cursor }) }
    const { teams, response_metadata: more } = page.parse(await client.apiCall('auth.teams.list', asked))
    ids.push(...teams.map(({ id }) => id))
    cursor = more?.next_cursor ?? ''
    if (cursor === '') break
  }
  return ids
}
