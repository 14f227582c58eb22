import type { PracticeClock } from './page/clock.js'

const hourMs = 3_600_000
/** Further than this the hours in between are not lived through one by one. */
const mostHours = 24 * 100

/** A clock that runs as clocks do, from wherever it was last set. */
export class MovingClock {
  #aheadMs = 0

  constructor(at: Date) {
    this.set(at)
  }
  now(): Date {
    return new Date(Date.now() + this.#aheadMs)
  }
  set(at: Date): void {
    this.#aheadMs = at.getTime() - Date.now()
  }

  /** The clock as the page moves it: every hour in between is heard by `beat`, so that nudges come as they would. */
  heardBy(beat: () => Promise<void>): PracticeClock {
    return {
      now: () => this.now(),
      moveTo: async (instant) => {
        const from = this.now().getTime()
        const hours = Math.min(Math.ceil((instant.getTime() - from) / hourMs), mostHours)
        for (let hour = 1; hour < hours; hour++) {
          this.set(new Date(instant.getTime() - (hours - hour) * hourMs))
          await beat()
        }
        this.set(instant)
        await beat()
      },
    }
  }
}
