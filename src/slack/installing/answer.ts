import type { Installation as OAuthInstallation } from '@slack/oauth'
import type { Installed } from '../../app/ports/installations.js'
import type { Clock } from '../../app/ports.js'
import type { Instant } from '../../domain/local-time.js'
import { AnswerRefused } from './refusal.js'
import { botScopes } from './scopes.js'

/**
 * What Slack handed over, as an installation of ours. Refused without a bot, with fewer permissions than asked for, or
 * when it is of another app than `appId` (null: which one it is was never told). Tokens end by `clock`.
 */
export const installedOf = (answer: OAuthInstallation, appId: string | null, clock: Clock): Installed => {
  const { bot, enterprise, team } = answer
  const isOrg = answer.isEnterpriseInstall === true
  const whose = isOrg ? enterprise : team
  if (!answer.appId || (appId !== null && answer.appId !== appId)) throw new AnswerRefused('other-app')
  if (!bot?.token || !bot.id || !bot.userId || !whose?.id) throw new AnswerRefused('no-bot')
  // More is no harm: what was granted to an earlier version is granted still.
  if (botScopes.some((scope) => !bot.scopes.includes(scope))) throw new AnswerRefused('missing-scopes')
  return {
    id: whose.id,
    enterpriseId: enterprise?.id ?? null,
    isOrg,
    appId: answer.appId,
    name: whose.name ?? '',
    botUserId: bot.userId,
    botId: bot.id,
    scopes: bot.scopes,
    installerId: answer.user.id,
    token: bot.token,
    refreshToken: bot.refreshToken ?? null,
    expiresAt:
      bot.refreshToken === undefined || bot.expiresAt === undefined ? null : ending(bot.expiresAt, clock),
  }
}

/** Slack says how long a token lives; `@slack/oauth` makes that seconds of this machine's time. */
const ending = (seconds: number, clock: Clock): Instant => {
  const leftMs = seconds * 1000 - Date.now()
  return new Date(Date.parse(clock()) + leftMs).toISOString()
}
