import type { PracticeSlack } from '../slack.js'
import type { Equipment } from './equipment.js'
import type { NextState } from './wire.js'

/** What the bot thinks of next, asked again after every deed. Asking is not free, so never twice at once. */
export class Forethought {
  readonly #slack: PracticeSlack
  readonly #ask: Equipment['next']
  readonly #onChange: () => void
  #isAsking = false
  #again = false
  state: NextState

  constructor(slack: PracticeSlack, ask: Equipment['next'], onChange: () => void) {
    this.#slack = slack
    this.#ask = ask
    this.#onChange = onChange
    this.state = ask ? { kind: 'waiting' } : { kind: 'unknown' }
  }

  async think(): Promise<void> {
    this.#again = true
    if (this.#isAsking) return
    this.#isAsking = true
    while (this.#again) {
      this.#again = false
      this.state = await this.#answer()
      this.#onChange()
    }
    this.#isAsking = false
  }

  async #answer(): Promise<NextState> {
    if (!this.#ask) return { kind: 'unknown' }
    if (this.#slack.faults.outage) return { kind: 'waiting' }
    try {
      // What the bot still does about the last deed counts.
      await this.#slack.idle()
      return { kind: 'known', items: [...(await this.#ask())] }
    } catch {
      return { kind: 'waiting' }
    }
  }
}
