import { StoreUnavailable } from '../app/ports.js'

/** Beyond this many somebody writes without end, and waiting would only fill the memory. */
const mostWaiting = 1_000

/**
 * Lets work of one name in one at a time, in the order in which it came, and work of different names beside each other.
 * Who waits here holds nothing that others need: no connection of a pool above all.
 */
export class Queues {
  /** Those who wait, by name; a name without a list has nobody at work. */
  readonly #waiting = new Map<string, (() => void)[]>()

  /** Rejects with `StoreUnavailable` when the turn does not come within `patienceMs`; the work is told what is left of it. */
  async inTurn<T>(name: string, patienceMs: number, work: (leftMs: number) => Promise<T>): Promise<T> {
    const from = performance.now()
    await this.#enter(name, patienceMs)
    try {
      return await work(Math.max(patienceMs - (performance.now() - from), 0))
    } finally {
      this.#leave(name)
    }
  }

  async #enter(name: string, patienceMs: number): Promise<void> {
    const waiting = this.#waiting.get(name)
    if (waiting === undefined) {
      this.#waiting.set(name, [])
      return
    }
    if (waiting.length >= mostWaiting) throw tooMany()
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(go), 1)
        reject(tooMany())
      }, patienceMs)
      waiting.push(go)
    })
  }

  #leave(name: string): void {
    const next = this.#waiting.get(name)?.shift()
    if (next === undefined) this.#waiting.delete(name)
    else next()
  }
}

const tooMany = (): StoreUnavailable =>
  new StoreUnavailable('busy', 'Too many write in this workspace at once.')
