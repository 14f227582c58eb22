/**
 * Time that jumps while nothing is to be done, and passes as by the clock on the wall while something is: what is late here
 * would be late by as much in earnest, on this machine.
 */
export class PlayedClock {
  #base: number
  #from: number | null = null

  constructor(startMs: number) {
    this.#base = startMs
  }

  /** In epoch milliseconds. */
  now(): number {
    return this.#from === null ? this.#base : this.#base + performance.now() - this.#from
  }

  instant(): string {
    return new Date(this.now()).toISOString()
  }

  /** It is so late now, and time passes. */
  runs(fromMs: number): void {
    this.#base = fromMs
    this.#from = performance.now()
  }

  /** It stands still until it is told to run. */
  stands(): void {
    this.#base = this.now()
    this.#from = null
  }
}
