/** A clock that runs as clocks do from wherever it was last set, or stands still there: for pictures and tests. */
export class MovingClock {
  readonly #isStill: boolean
  #setAt = 0
  #setTo = 0

  constructor(at: Date, { isStill = false } = {}) {
    this.#isStill = isStill
    this.set(at)
  }
  now(): Date {
    return new Date(this.#isStill ? this.#setTo : this.#setTo + (Date.now() - this.#setAt))
  }
  set(at: Date): void {
    this.#setAt = Date.now()
    this.#setTo = at.getTime()
  }
}
