import { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Installations, Tokens } from '../../app/ports/installations.js'
import { type Clock, StoreUnavailable } from '../../app/ports.js'
import type { Log } from '../../logging.js'
import { isBadToken, type SlackTrouble, troubleOf } from '../slack-error.js'
import type { Pause } from './exchange.js'
import { callingOnce, type OAuthApp } from './oauth-app.js'

export type RefreshPorts = {
  readonly installations: Pick<Installations, 'tokens' | 'claimRefresh' | 'keepRefreshed' | 'release'>
  readonly app: OAuthApp
  /** Real time. */
  readonly clock: Clock
  readonly pause: Pause
  readonly log: Log
}

/**
 * `unkept`: Slack gave a pair that could not be written down yet; it counts all the same. `elsewhere`: another process
 * refreshed, or somebody installed anew. `waits`: the old token goes on, and later it may do. `dead`: Slack takes the
 * refresh token no more.
 */
export type Refreshed =
  | { readonly kind: 'refreshed' | 'unkept' | 'elsewhere'; readonly tokens: Tokens }
  | { readonly kind: 'waits'; readonly ms: number }
  | { readonly kind: 'dead'; readonly code: string }

type Pair = Omit<Tokens, 'generation'>

const waitMs = 30_000
const keepGapsMs = [200, 1_000]

/**
 * Another pair for a pair of tokens that ends, by one process at a time: claimed, then asked for beside any transaction,
 * then written down. A refresh token is shown to Slack twice at most: once more, at once, when no answer came, since
 * Slack takes it for a moment after its use.
 */
export const refresh = async (ports: RefreshPorts, id: string, old: Tokens): Promise<Refreshed> => {
  const { installations, log } = ports
  if (old.refreshToken === null) return { kind: 'waits', ms: waitMs }
  if (!(await installations.claimRefresh(id, old.generation, ports.clock())))
    return (await newer(ports, id, old)) ?? { kind: 'waits', ms: waitMs }
  const answer = await ask(ports, id, old.refreshToken)
  if ('pair' in answer) return keep(ports, id, old, answer.pair)
  const { trouble } = answer
  const other = await newer(ports, id, old)
  if (other !== null) return other
  if (trouble.code === 'invalid_refresh_token' || isBadToken(trouble.code)) {
    // Nobody need try it before the end of the old token, when it is said to be broken.
    await installations.release(id, old.generation, old.expiresAt ?? undefined)
    return { kind: 'dead', code: trouble.code }
  }
  const wishMs = trouble.kind === 'temporary' ? (trouble.retryAfterMs ?? 0) : 0
  const ms = Math.max(waitMs, wishMs)
  // After a lost answer each moment counts, elsewhere too.
  const notBefore = trouble.kind === 'uncertain' ? undefined : later(ports.clock(), ms)
  await installations.release(id, old.generation, notBefore)
  const data = { installation: id, code: trouble.code }
  if (trouble.kind === 'permanent')
    log.error('Slack refuses to refresh a token: compare SLACK_CLIENT_ID and SLACK_CLIENT_SECRET', data)
  else log.warn('A token could not be refreshed; the old one goes on', data)
  return { kind: 'waits', ms }
}

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()

/** What somebody else wrote down meanwhile. */
const newer = async ({ installations }: RefreshPorts, id: string, old: Tokens): Promise<Refreshed | null> => {
  const tokens = await installations.tokens(id)
  return tokens !== null && tokens.generation !== old.generation ? { kind: 'elsewhere', tokens } : null
}

const keep = async (ports: RefreshPorts, id: string, old: Tokens, pair: Pair): Promise<Refreshed> => {
  for (const gapMs of [...keepGapsMs, null])
    try {
      if (await ports.installations.keepRefreshed(id, old.generation, pair))
        return { kind: 'refreshed', tokens: { ...pair, generation: old.generation + 1 } }
      return (await newer(ports, id, old)) ?? { kind: 'waits', ms: waitMs }
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      if (gapMs !== null) await ports.pause(gapMs)
    }
  ports.log.error('A refreshed token could not be written down yet', { installation: id })
  return { kind: 'unkept', tokens: { ...pair, generation: old.generation } }
}

const refreshAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
})
type Asked = { readonly pair: Pair } | { readonly trouble: SlackTrouble }

const ask = async (ports: RefreshPorts, id: string, refreshToken: string): Promise<Asked> => {
  const first = await askOnce(ports, refreshToken)
  if ('pair' in first || first.trouble.kind !== 'uncertain') return first
  ports.log.warn('No answer to a refresh; asking once more while Slack still takes it', {
    installation: id,
    code: first.trouble.code,
  })
  return askOnce(ports, refreshToken)
}

const askOnce = async ({ app, clock, log }: RefreshPorts, refreshToken: string): Promise<Asked> => {
  const askedAtMs = Date.parse(clock())
  try {
    const client = new WebClient(undefined, callingOnce(app.apiUrl, log))
    const answer = await client.oauth.v2.access({
      client_id: app.clientId,
      client_secret: app.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    })
    const read = refreshAnswer.safeParse(answer)
    if (!read.success) return { trouble: { kind: 'uncertain', code: 'not_slack' } }
    const { access_token: token, refresh_token, expires_in: seconds } = read.data
    const expiresAt = new Date(askedAtMs + seconds * 1000).toISOString()
    return { pair: { token, refreshToken: refresh_token, expiresAt } }
  } catch (error) {
    return { trouble: troubleOf(error) }
  }
}
