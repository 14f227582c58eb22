import { refuse } from '../web-api/refusal.js'
import type { Installation } from './installations.js'
import { type SlackApp, secret } from './slack-app.js'

const lifeMs = 43_200 * 1_000
/** Under rotation, of one installation. */
const mostActive = 2

/** A bot's token, and with rotation the one that renews it. */
export interface BotToken {
  readonly token: string
  readonly installation: Installation
  /** Those granted when it was issued: it never gets more. */
  readonly scopes: ReadonlySet<string>
  /** Epoch milliseconds; null for one that lasts. */
  readonly expiresAt: number | null
  readonly refreshToken: string | null
  /** When the refresh token was first used, in epoch milliseconds. */
  refreshedAt: number | null
  isRevoked: boolean
  /** It was exchanged for a rotating one, and lasts until that is first renewed. */
  exchangedFor: BotToken | null
}

/** Every token ever issued, and what has become of it. */
export class Tokens {
  readonly #app: SlackApp
  readonly #now: () => number
  readonly #byToken = new Map<string, BotToken>()
  readonly #byRefreshToken = new Map<string, BotToken>()
  readonly #byInstallation = new Map<Installation, BotToken[]>()
  readonly #latest = new Map<string, string>()

  constructor(app: SlackApp, now: () => number) {
    this.#app = app
    this.#now = now
  }

  /** A new one for an installation, rotating if the app's tokens do. */
  issue(installation: Installation): BotToken {
    const rotates = this.#app.rotates
    const token: BotToken = {
      token: rotates ? `xoxe.xoxb-1-${secret(24)}` : `xoxb-1000000000000-1000000000001-${secret(12)}`,
      installation,
      scopes: installation.scopes,
      expiresAt: rotates ? this.#now() + lifeMs : null,
      refreshToken: rotates ? `xoxe-1-${secret(24)}` : null,
      refreshedAt: null,
      isRevoked: false,
      exchangedFor: null,
    }
    this.#byToken.set(token.token, token)
    this.#byInstallation.set(installation, [...this.#of(installation), token])
    this.#latest.set(installation.id, token.token)
    if (token.refreshToken) this.#byRefreshToken.set(token.refreshToken, token)
    if (rotates) this.#retireOldest(installation)
    return token
  }

  /** Refuses what is none, or is good no more, with Slack's code. */
  check(token: string | undefined): BotToken {
    if (!token) refuse('not_authed')
    const found = this.#byToken.get(token) ?? refuse('invalid_auth')
    if (found.installation.removedAt !== null) refuse('account_inactive')
    if (found.isRevoked) refuse('token_revoked')
    if (found.expiresAt !== null && found.expiresAt <= this.#now()) refuse('token_expired')
    return found
  }

  /** A token that may be anything, for methods that look at it themselves. */
  find(token: string | undefined): BotToken | undefined {
    return this.#byToken.get(token ?? '')
  }

  /** A new pair for a refresh token: once, and again for the grace. Refuses with `invalid_refresh_token`. */
  renew(refreshToken: string): BotToken {
    const before = this.#byRefreshToken.get(refreshToken)
    if (!before || before.isRevoked || before.installation.removedAt !== null) refuse('invalid_refresh_token')
    const now = this.#now()
    // Without a grace the first use is the only one, even while the clock stands still.
    const isSpent = before.refreshedAt !== null && now - before.refreshedAt >= this.#app.refreshGraceMs
    if (isSpent) refuse('invalid_refresh_token')
    before.refreshedAt ??= now
    for (const old of this.#of(before.installation)) if (old.exchangedFor === before) old.isRevoked = true
    return this.issue(before.installation)
  }

  /** A rotating pair for a token that lasts, once. */
  exchange(token: string | undefined): BotToken {
    const old = this.find(token)
    if (!old || old.expiresAt !== null || old.isRevoked || old.installation.removedAt !== null)
      refuse('invalid_token')
    if (!this.#app.rotates) refuse('token_rotation_not_enabled')
    if (old.exchangedFor) refuse('token_already_exchanged')
    old.exchangedFor = this.issue(old.installation)
    return old.exchangedFor
  }

  /** The newest ever issued for a workspace or an organisation, good or not. */
  latestOf(id: string): string | undefined {
    return this.#latest.get(id)
  }

  /** Those of an installation that open doors now, the newest last. */
  activeOf(installation: Installation): BotToken[] {
    const now = this.#now()
    return this.#of(installation).filter(
      ({ isRevoked, expiresAt }) => !isRevoked && (expiresAt === null || expiresAt > now),
    )
  }

  #of(installation: Installation): readonly BotToken[] {
    return this.#byInstallation.get(installation) ?? []
  }

  /** A third one within its life ends the first, and with it what would have renewed it. */
  #retireOldest(installation: Installation): void {
    const rotating = this.activeOf(installation).filter(({ expiresAt }) => expiresAt !== null)
    for (const token of rotating.slice(0, -mostActive)) token.isRevoked = true
  }
}
