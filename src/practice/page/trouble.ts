import type { PracticeSlack } from '../slack.js'
import type { Switches } from './wire.js'

/** The switches for faults, and how they stand; the last two go off by themselves once they were met. */
export class Trouble {
  readonly #slack: PracticeSlack
  readonly #onChange: () => void
  readonly #on = { losesNext: false, limitsNext: false }

  constructor(slack: PracticeSlack, onChange: () => void) {
    this.#slack = slack
    this.#onChange = onChange
  }

  get state(): Switches {
    return { isDown: this.#slack.faults.outage !== undefined, ...this.#on }
  }

  async turn(which: keyof Switches, on: boolean): Promise<void> {
    const { faults } = this.#slack
    // The port stays open: the page is served from it, too.
    if (which === 'isDown') await (on ? faults.down('503') : faults.up())
    else this.#arm(which, on)
    this.#onChange()
  }

  #arm(which: 'losesNext' | 'limitsNext', on: boolean): void {
    if (this.#on[which] === on) return
    this.#on[which] = on
    if (!on) return
    this.#slack.faults.next(
      'chat.postMessage',
      which === 'losesNext' ? { kind: 'lost_after' } : { kind: 'rate_limited', retryAfterSeconds: 5 },
      { when: () => this.#meet(which) },
    )
  }

  /** A switch that was turned off again lets the request pass. */
  #meet(which: 'losesNext' | 'limitsNext'): boolean {
    const isMet = this.#on[which]
    this.#on[which] = false
    queueMicrotask(this.#onChange)
    return isMet
  }
}
