import { setImmediate } from 'node:timers/promises'
import type { Timing } from '../../../src/slack/pacing/lane.js'

/** Time that passes when it is told to, and for those who pause in it. */
export class VirtualTime implements Timing {
  #nowMs: number
  #pausing: { readonly untilMs: number; readonly go: () => void }[] = []

  constructor(nowMs = Date.parse('2026-11-20T12:00:00.000Z')) {
    this.#nowMs = nowMs
  }

  readonly nowMs = (): number => this.#nowMs

  readonly pause = (ms: number): Promise<void> =>
    new Promise((go) => this.#pausing.push({ untilMs: this.#nowMs + ms, go }))

  /** Lets so much time pass; whoever pauses until then goes on, in order. */
  async pass(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms
    for (;;) {
      await setImmediate()
      const next = this.#pausing.toSorted((one, other) => one.untilMs - other.untilMs)[0]
      if (next === undefined || next.untilMs > untilMs) break
      this.#pausing = this.#pausing.filter((each) => each !== next)
      this.#nowMs = Math.max(this.#nowMs, next.untilMs)
      next.go()
    }
    this.#nowMs = untilMs
  }
}

/** The most that fell into any stretch of so many ms. */
export const mostWithin = (atMs: readonly number[], windowMs: number): number => {
  const sorted = atMs.toSorted((one, other) => one - other)
  let most = 0
  for (let first = 0, last = 0; last < sorted.length; last++) {
    while ((sorted[last] ?? 0) - (sorted[first] ?? 0) >= windowMs) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}
