import type { Clock } from '../../app/ports.js'

/**
 * Answers remembered for a while. Equal questions asked at once share one call; a failure is not remembered; what
 * is dropped while its call is under way is not remembered either, since the answer may be from before the change. Nor is
 * what was asked at a time that is still to come: a clock that was set back would make it last for days.
 */
export class Memory<T> {
  readonly #lifeMs: number
  readonly #clock: Clock
  readonly #known = new Map<string, { readonly since: number; readonly answer: Promise<T> }>()
  /** Until whoever asks waits for something: hundreds of homes are asked about in one go. */
  #nowMs: number | null = null

  constructor(lifeMs: number, clock: Clock) {
    this.#lifeMs = lifeMs
    this.#clock = clock
  }

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const now = this.#now()
    const known = this.#known.get(key)
    if (known !== undefined && this.#isFresh(known.since, now)) return known.answer
    this.#sweep(now)
    const answer = ask()
    const entry = { since: now, answer }
    this.#known.set(key, entry)
    answer.catch(() => {
      if (this.#known.get(key) === entry) this.#known.delete(key)
    })
    return answer
  }

  drop(key: string): void {
    this.#known.delete(key)
  }

  clear(): void {
    this.#known.clear()
  }

  #now(): number {
    if (this.#nowMs !== null) return this.#nowMs
    this.#nowMs = Date.parse(this.#clock())
    queueMicrotask(() => {
      this.#nowMs = null
    })
    return this.#nowMs
  }

  #sweep(now: number): void {
    if (this.#known.size < 1_000) return
    for (const [key, { since }] of this.#known) if (!this.#isFresh(since, now)) this.#known.delete(key)
  }

  #isFresh(since: number, now: number): boolean {
    return since <= now && now < since + this.#lifeMs
  }
}
