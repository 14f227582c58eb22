import type { Vitals } from './vitals.js'

/** Methods that say nothing about the bot's token: one is called with the app's, the other with none. */
const withoutToken: ReadonlySet<string> = new Set(['apps.connections.open', 'response_url'])
/** With no word from Slack for so long it is asked whether it still knows us. */
const quietMs = 5 * 60_000

/** What has to be there before Slack counts as at hand: an open connection; a call that Slack answered. */
export type SlackNeeds = { readonly connection: boolean; readonly proof: boolean }

/**
 * Whether Slack is at hand, judged by what its calls answer anyway: the token is known to be good, and in Socket Mode a
 * connection stands. Where many workspaces install the bot nobody's token stands for all, and a process to which nothing has
 * fallen yet is as good as any other: it would get nothing to prove itself by until it is ready.
 */
export class SlackState {
  readonly #vitals: Vitals
  readonly #needs: SlackNeeds
  readonly #nowMs: () => number
  #open = 0
  #refused: string | null = null
  #takenAway = false
  #goodAtMs: number | null = null

  /** `nowMs`: runs on whatever the clocks say. */
  constructor(vitals: Vitals, needs: SlackNeeds, nowMs = () => performance.now()) {
    this.#vitals = vitals
    this.#needs = needs
    this.#nowMs = nowMs
    this.#judge()
  }

  called(method: string, trouble: { readonly code: string; readonly isBadToken: boolean } | null): void {
    if (withoutToken.has(method)) return
    if (trouble === null) {
      this.#goodAtMs = this.#nowMs()
      this.#refused = null
    } else if (trouble.isBadToken) this.#refused = trouble.code
    this.#judge()
  }

  connections(open: number): void {
    this.#open = open
    this.#judge()
  }

  /** Slack has said that the app, or its token, is gone: only another start mends that. */
  takenAway(): void {
    this.#takenAway = true
    this.#judge()
  }

  /** Whether Slack was silent for so long that it should be asked. */
  get isQuiet(): boolean {
    return this.#goodAtMs === null || this.#nowMs() - this.#goodAtMs >= quietMs
  }

  /** Whether Slack has ever answered this process. */
  get isProven(): boolean {
    return this.#goodAtMs !== null
  }

  #judge(): void {
    const why = this.#why()
    if (why === null) this.#vitals.works('slack')
    else this.#vitals.fails('slack', why)
  }

  #why(): string | null {
    if (this.#takenAway) return 'taken_away'
    if (this.#refused !== null) return this.#refused
    if (this.#needs.proof && this.#goodAtMs === null) return 'not yet'
    return this.#needs.connection && this.#open === 0 ? 'not_connected' : null
  }
}
