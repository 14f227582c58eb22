import type { Carrier } from './carrier.js'
import type { Parcel } from './parcel.js'

interface Waiting {
  timer: NodeJS.Timeout
  go: () => void
}

/** Brings an event again when it was not acknowledged: at once, after a minute, after five; then it is lost. */
export class Redelivery {
  readonly #carrier: Carrier
  readonly #delaysMs: readonly number[]
  readonly #waiting = new Set<Waiting>()
  #closed = false

  constructor(carrier: Carrier, delaysMs: readonly number[]) {
    this.#carrier = carrier
    this.#delaysMs = delaysMs
  }

  /** Lets every waiting redelivery go now instead of at its time. */
  hurry(): void {
    for (const waiting of [...this.#waiting]) waiting.go()
  }

  /** Resolves when the event is acknowledged or lost. */
  async deliver(parcel: Parcel): Promise<void> {
    let receipt = await this.#carrier.deliver(parcel)
    for (const [index, delayMs] of this.#delaysMs.entries()) {
      if (receipt.ok || receipt.noRetry || this.#closed) return
      // Slack names a missing socket as a failed connection.
      const reason = receipt.reason === 'no_connection' ? 'connection_failed' : receipt.reason
      await this.#pause(delayMs)
      if (this.#closed) return
      receipt = await this.#carrier.deliver({ ...parcel, retry: { num: index + 1, reason } })
    }
  }

  /** Nothing comes again from now on. */
  close(): void {
    this.#closed = true
    this.hurry()
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(waiting.timer)
        this.#waiting.delete(waiting)
        resolve()
      }
      const waiting: Waiting = { timer: setTimeout(() => go(), ms), go }
      this.#waiting.add(waiting)
    })
  }
}
