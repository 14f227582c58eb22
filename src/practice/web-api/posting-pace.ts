import { TooFast } from './refusal.js'

/** Slack's rule of one message a second for each channel, in real time; off unless asked for. */
export class PostingPace {
  readonly #lastPostAt = new Map<string, number>()
  isEnforced: boolean

  constructor(isEnforced: boolean) {
    this.isEnforced = isEnforced
  }

  /** Notes a post, or refuses it. */
  step(channelId: string): void {
    if (!this.isEnforced) return
    const now = performance.now()
    const last = this.#lastPostAt.get(channelId)
    if (last !== undefined && now - last < 1_000) throw new TooFast(1)
    this.#lastPostAt.set(channelId, now)
  }
}
