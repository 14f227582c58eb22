import type { Clock } from '../../app/ports.js'

/**
 * Answers remembered for a while. Equal questions asked at once share one call; a failure is not remembered; what
 * is dropped while its call is under way is not remembered either, since the answer may be from before the change.
 */
export class Memory<T> {
  readonly #lifeMs: number
  readonly #clock: Clock
  readonly #known = new Map<string, { readonly until: number; readonly answer: Promise<T> }>()

  constructor(lifeMs: number, clock: Clock) {
    this.#lifeMs = lifeMs
    this.#clock = clock
  }

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const now = Date.parse(this.#clock())
    const known = this.#known.get(key)
    if (known !== undefined && now < known.until) return known.answer
    this.#sweep(now)
    const answer = ask()
    const entry = { until: now + this.#lifeMs, answer }
    this.#known.set(key, entry)
    answer.catch(() => {
      if (this.#known.get(key) === entry) this.#known.delete(key)
    })
    return answer
  }

  drop(key: string): void {
    this.#known.delete(key)
  }

  #sweep(now: number): void {
    if (this.#known.size < 1_000) return
    for (const [key, { until }] of this.#known) if (until <= now) this.#known.delete(key)
  }
}
