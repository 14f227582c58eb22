import type { Vitals } from './vitals.js'

/** Methods that say nothing about the bot's token: one is called with the app's, the other with none. */
const withoutToken: ReadonlySet<string> = new Set(['apps.connections.open', 'response_url'])
/** With no word from Slack for so long it is asked whether it still knows us. */
const quietMs = 5 * 60_000

/**
 * Whether Slack is at hand, judged by what its calls answer anyway: the token is known to be good, and in Socket Mode a
 * connection stands.
 */
export class SlackState {
  readonly #vitals: Vitals
  readonly #needsConnection: boolean
  readonly #nowMs: () => number
  #open = 0
  #refused: string | null = null
  #takenAway = false
  #goodAtMs: number | null = null

  /** `nowMs`: runs on whatever the clocks say. */
  constructor(vitals: Vitals, needsConnection: boolean, nowMs = () => performance.now()) {
    this.#vitals = vitals
    this.#needsConnection = needsConnection
    this.#nowMs = nowMs
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

  #judge(): void {
    const why = this.#why()
    if (why === null) this.#vitals.works('slack')
    else this.#vitals.fails('slack', why)
  }

  #why(): string | null {
    if (this.#takenAway) return 'taken_away'
    if (this.#refused !== null) return this.#refused
    if (this.#goodAtMs === null) return 'not yet'
    return this.#needsConnection && this.#open === 0 ? 'not_connected' : null
  }
}
