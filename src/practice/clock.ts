/** Time as this Slack sees it: stamps on messages, and the age of triggers and response_urls. */
export class SlackClock {
  readonly #now: () => number
  readonly #used = new Set<number>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#now()
  }

  /** Epoch seconds, as Slack writes them in most objects. */
  seconds(): number {
    return Math.floor(this.#now() / 1000)
  }

  /** A message's `ts`: seconds with six decimals, never twice the same, even while the clock stands still. */
  nextTs(): string {
    let micros = Math.floor(this.#now()) * 1000
    while (this.#used.has(micros)) micros += 1
    this.#used.add(micros)
    return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`
  }
}
