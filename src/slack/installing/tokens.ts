import { noteBadToken } from '../../app/installing/note-bad-token.js'
import type { Installations, Tokens } from '../../app/ports/installations.js'
import { pause } from '../connection/backoff.js'
import { isBadToken } from '../slack-error.js'
import { NoToken } from './no-token.js'
import { type Refreshed, type RefreshPorts, refresh } from './refresh.js'
import { asksWhether, type Whether } from './still-there.js'

export type TokenPorts = Omit<RefreshPorts, 'installations' | 'pause'> & {
  readonly installations: Pick<
    Installations,
    'tokens' | 'expiring' | 'claimRefresh' | 'keepRefreshed' | 'release' | 'markBroken'
  >
  readonly pause?: RefreshPorts['pause']
  /** How a refresh ended, to be counted. */
  readonly onRefreshed?: (outcome: Refreshed['kind']) => void
  /** Slack takes no refresh token of it any more: by `until` (null: already) somebody has to install it again. */
  readonly onDying?: (installationId: string, until: string | null) => void
}

export type RefreshedNow = Readonly<Record<Refreshed['kind'], number>>

const [secondMs, minuteMs, hourMs] = [1_000, 60_000, 3_600_000]
/** Before the end of a token that is refreshed ahead of need. */
const aheadMs = 2 * hourMs
/** So near the end it is waited for. */
const nearMs = 5 * minuteMs
/** What another process wrote down is seen after this long at most; at once, when Slack refuses the old. */
const rememberedMs = minuteMs
/** Somebody may be waiting for three seconds; the scheduler for longer. */
const patienceMs = 10 * secondMs
const lookMs = 250
const atOnce = 4

/**
 * The bot's token of each installation (of a workspace, or of an organisation), for every process the same. Refreshed
 * well before it ends, by the beat, so that nobody waits; a trouble with one is nobody else's.
 */
export class InstallationTokens {
  readonly #ports: TokenPorts
  readonly #refreshing: RefreshPorts
  readonly #held = new Map<string, { readonly tokens: Tokens; readonly untilMs: number }>()
  readonly #underWay = new Map<string, Promise<Refreshed>>()
  /** Not to be tried before, by installation. */
  readonly #notBefore = new Map<string, number>()
  /** Pairs that Slack gave and that are not written down yet. */
  readonly #unkept = new Map<string, Tokens>()

  constructor(ports: TokenPorts) {
    this.#ports = ports
    this.#refreshing = { ...ports, pause: ports.pause ?? ((ms) => pause(ms)) }
  }

  /** Rejects with `NoToken` when there is none that Slack would take. */
  async of(installationId: string): Promise<string> {
    const tokens = await this.#known(installationId)
    if (tokens === null) throw new NoToken()
    const leftMs = this.#leftMs(tokens)
    if (leftMs > aheadMs) return tokens.token
    if (leftMs > nearMs) {
      if (this.#mayTry(installationId)) void this.#refreshed(installationId, tokens).catch(() => {})
      return tokens.token
    }
    return (await this.#fresh(installationId, tokens)).token
  }

  /**
   * Slack refused a token. True: there is another by now, and the same call may do with it. False: the installation is
   * broken, which is noted down, or it was a whim of Slack's. A token that another process replaced harms nobody.
   */
  async refused(installationId: string, token: string, code: string): Promise<boolean> {
    this.#held.delete(installationId)
    const tokens = await this.#known(installationId)
    if (tokens === null) return false
    if (tokens.token !== token) return true
    if (code === 'token_expired' && tokens.refreshToken !== null) {
      const other = await this.#fresh(installationId, tokens, true).catch(() => null)
      return other !== null && other.token !== token
    }
    const whether = isBadToken(code) ? await this.#whether(token) : 'unsure'
    if (whether === 'gone' || (whether === 'expired' && tokens.refreshToken === null))
      await this.#broken(installationId, tokens, code)
    return false
  }

  /** Those that end within two hours, `limit` at a time: for the beat. What goes wrong with one is logged. */
  async refreshDue(limit = 100): Promise<RefreshedNow> {
    const outcomes = { refreshed: 0, unkept: 0, elsewhere: 0, waits: 0, dead: 0 }
    const now = this.#ports.clock()
    const before = new Date(Date.parse(now) + aheadMs).toISOString()
    const ids = await this.#ports.installations.expiring(before, now, limit)
    const queue = ids.values()
    const worker = async (): Promise<void> => {
      for (const id of queue)
        try {
          const outcome = await this.#refreshedInTime(id)
          if (outcome !== null) outcomes[outcome] += 1
        } catch (error) {
          this.#ports.log.error('A token could not be refreshed', { installation: id, err: error })
        }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    return outcomes
  }

  /** It was installed anew, or taken away: what was remembered of it is read again. */
  forget(installationId: string): void {
    this.#held.delete(installationId)
    this.#notBefore.delete(installationId)
  }

  /** Resolves when no refresh is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay.values())
  }

  async #refreshedInTime(id: string): Promise<Refreshed['kind'] | null> {
    const tokens = await this.#read(id)
    if (tokens === null || this.#leftMs(tokens) > aheadMs) return null
    return (await this.#refreshed(id, tokens)).kind
  }

  /** From memory while it is young; when the database is away, for as long as the token lives. */
  async #known(id: string): Promise<Tokens | null> {
    const held = this.#held.get(id)
    if (held !== undefined && held.untilMs > this.#nowMs()) return held.tokens
    try {
      return await this.#read(id)
    } catch (error) {
      if (held !== undefined && this.#leftMs(held.tokens) > 0) return held.tokens
      this.#ports.log.warn('A token could not be read', { installation: id, err: error })
      throw new NoToken()
    }
  }

  async #read(id: string): Promise<Tokens | null> {
    const unkept = this.#unkept.get(id)
    // Refused when somebody was faster: what they wrote down is newer.
    if (unkept !== undefined) {
      await this.#ports.installations.keepRefreshed(id, unkept.generation, unkept)
      this.#unkept.delete(id)
    }
    const tokens = await this.#ports.installations.tokens(id)
    if (tokens === null) this.#held.delete(id)
    else this.#remember(id, tokens)
    return tokens
  }

  #remember(id: string, tokens: Tokens): void {
    this.#held.set(id, { tokens, untilMs: this.#nowMs() + rememberedMs })
  }

  /** One that lives, waited for when it must be: another process may be about to write it down. */
  async #fresh(id: string, tokens: Tokens, isRefused = false): Promise<Tokens> {
    const giveUpMs = this.#nowMs() + patienceMs
    let last = tokens
    for (;;) {
      const lives = !isRefused && this.#leftMs(last) > 0
      if (lives && !this.#mayTry(id)) return last
      const outcome = await this.#refreshed(id, last)
      if ('tokens' in outcome) return outcome.tokens
      if (lives) return last
      if (outcome.kind === 'dead' || this.#nowMs() >= giveUpMs) throw new NoToken()
      await this.#refreshing.pause(lookMs)
      last = (await this.#read(id)) ?? last
      if (last.generation !== tokens.generation) return last
    }
  }

  /** One at a time in this process, whoever asks. */
  #refreshed(id: string, tokens: Tokens): Promise<Refreshed> {
    const underWay = this.#underWay.get(id)
    if (underWay !== undefined) return underWay
    const work = this.#refreshNow(id, tokens).finally(() => this.#underWay.delete(id))
    this.#underWay.set(id, work)
    return work
  }

  async #refreshNow(id: string, tokens: Tokens): Promise<Refreshed> {
    const outcome = await refresh(this.#refreshing, id, tokens)
    this.#ports.onRefreshed?.(outcome.kind)
    if ('tokens' in outcome) this.#notBefore.delete(id)
    else this.#notBefore.set(id, this.#nowMs() + ('ms' in outcome ? outcome.ms : rememberedMs))
    if ('tokens' in outcome) this.#remember(id, outcome.tokens)
    if (outcome.kind === 'unkept') this.#unkept.set(id, outcome.tokens)
    if (outcome.kind === 'dead') await this.#dies(id, tokens, outcome.code)
    return outcome
  }

  async #dies(id: string, tokens: Tokens, code: string): Promise<void> {
    const { log, onDying } = this.#ports
    // With `invalid_refresh_token` the token itself may live for two hours yet.
    if (code !== 'invalid_refresh_token' || this.#leftMs(tokens) <= 0) return this.#broken(id, tokens, code)
    log.error('Slack takes the refresh token of an installation no more: it has to be installed again', {
      installation: id,
      code,
    })
    onDying?.(id, tokens.expiresAt)
  }

  async #broken(id: string, tokens: Tokens, code: string): Promise<void> {
    const { installations, clock, log, onDying } = this.#ports
    const { generation } = tokens
    this.#held.delete(id)
    if (!(await noteBadToken({ installations, now: clock }, id, { generation, code }))) return
    log.error('The token of an installation does not work any more: it has to be installed again', {
      installation: id,
      code,
    })
    onDying?.(id, null)
  }

  #whether(token: string): Promise<Whether> {
    return asksWhether(this.#ports.app.apiUrl, this.#ports.log, token)
  }

  #mayTry(id: string): boolean {
    return (this.#notBefore.get(id) ?? 0) <= this.#nowMs()
  }
  #leftMs({ expiresAt }: Tokens): number {
    return expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) - this.#nowMs()
  }
  #nowMs(): number {
    return Date.parse(this.#ports.clock())
  }
}
