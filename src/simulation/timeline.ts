/** True time, which no clock of the bot's machine has to agree with; and what is to happen at an instant of it. */
export class Timeline {
  #now: number
  #nth = 0
  readonly #agenda: { readonly at: number; readonly nth: number; readonly happen: () => void }[] = []

  constructor(start: number) {
    this.#now = start
  }

  /** Epoch milliseconds. */
  get now(): number {
    return this.#now
  }

  in(ms: number, happen: () => void): void {
    this.#agenda.push({ at: this.#now + ms, nth: this.#nth++, happen })
    this.#agenda.sort((a, b) => a.at - b.at || a.nth - b.nth)
  }

  pass(ms: number): void {
    this.to(this.#now + ms)
  }

  /** Goes on to an instant; what was to happen by then happens at its own time. */
  to(at: number): void {
    for (let next = this.#agenda[0]; next !== undefined && next.at <= at; next = this.#agenda[0]) {
      this.#agenda.shift()
      this.#now = Math.max(this.#now, next.at)
      next.happen()
    }
    this.#now = Math.max(this.#now, at)
  }
}
