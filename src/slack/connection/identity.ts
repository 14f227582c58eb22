import type { WebClient } from '@slack/web-api'
import type { Log } from '../../logging.js'
import { isBadToken, troubleOf, whyOf } from '../slack-error.js'
import { type Backoff, gapAfter, pause } from './backoff.js'

/** Who the bot is, as `auth.test` says. */
export type Identity = {
  readonly workspaceId: string
  readonly enterpriseId: string | null
  readonly botUserId: string
  readonly botId: string
}

/** Why starting makes no sense: a sentence for the operator. */
export type StartProblem = { readonly problem: string }

/**
 * Asks Slack who we are, as long as it takes: while Slack or the network is down it tries again with growing gaps.
 * Ends with a problem only when Slack says that the token is bad, or when `signal` is aborted.
 */
export const identify = async (options: {
  readonly client: WebClient
  readonly log: Log
  readonly backoff: Backoff
  readonly signal?: AbortSignal
}): Promise<Identity | StartProblem> => {
  const { client, log, backoff, signal } = options
  for (let failures = 0; ; failures += 1) {
    try {
      const me = await client.auth.test()
      if (failures > 0) log.info('Slack is back')
      return {
        workspaceId: me.team_id ?? '',
        enterpriseId: me.enterprise_id ?? null,
        botUserId: me.user_id ?? '',
        botId: me.bot_id ?? '',
      }
    } catch (error) {
      const trouble = troubleOf(error)
      if (isBadToken(trouble.code)) return badToken('SLACK_BOT_TOKEN', trouble.code)
      const inMs = gapAfter(failures, backoff, trouble)
      log.warn('Slack cannot be reached; trying again', { code: trouble.code, inMs })
      await pause(inMs, signal)
      if (signal?.aborted) return { problem: 'Stopped before Slack answered.' }
    }
  }
}

/** The message for a token that Slack refuses; says which setting to mend. */
export const badToken = (variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN', code: string): StartProblem => ({
  problem: `Slack refuses ${variable} (${code}): ${whyOf(code)} Copy it again from https://api.slack.com/apps, ${
    variable === 'SLACK_BOT_TOKEN'
      ? 'OAuth & Permissions, Bot User OAuth Token.'
      : 'Basic Information, App-Level Tokens.'
  }`,
})
