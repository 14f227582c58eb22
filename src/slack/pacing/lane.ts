import { Held } from './held.js'
import type { Ledger } from './ledger.js'
import { type Bucket, grantedForMs } from './limits.js'
import type { Urgency } from './window.js'

/** How time passes for those who wait. */
export type Timing = {
  /** In ms since 1970, much the same in all processes. */
  readonly nowMs: () => number
  readonly pause: (ms: number) => Promise<void>
}

/** More wait nowhere: what they are for is found again, or told that Slack is busy. */
const mostWaiting = 100
const mostAhead = 10

type Waiter = {
  readonly untilMs: number
  readonly sinceMs: number
  readonly go: () => void
  readonly refuse: (held: Held) => void
}

/** Those of one urgency who wait for calls of one bucket, in the order in which they came first. */
export class Lane {
  readonly #bucket: Bucket
  readonly #urgency: Urgency
  readonly #ledger: Ledger
  readonly #timing: Timing
  #waiting: Waiter[] = []
  #isMoving = false
  #closedUntilMs = 0
  /** Granted, and not called yet. */
  #purse = { left: 0, size: 0, atMs: 0 }

  constructor(bucket: Bucket, urgency: Urgency, ledger: Ledger, timing: Timing) {
    this.#bucket = bucket
    this.#urgency = urgency
    this.#ledger = ledger
    this.#timing = timing
  }

  get isIdle(): boolean {
    return !this.#isMoving && this.#waiting.length === 0
  }

  /**
   * Resolves when a call may be made; rejects with `Held` as soon as it is clear that it cannot within its patience. Whoever
   * was turned away, and comes again, goes before those who came since.
   */
  enter(patienceMs: number, sinceMs = performance.now()): Promise<void> {
    const nowMs = this.#timing.nowMs()
    if (this.#waiting.length === 0 && this.#fromPurse(nowMs)) return Promise.resolve()
    const closedMs = Math.max(0, this.#closedUntilMs - nowMs)
    if (closedMs > patienceMs || this.#waiting.length >= mostWaiting)
      return Promise.reject(new Held(this.#bucket.name, Math.max(closedMs, 1_000)))
    return new Promise((go, refuse) => {
      const place = this.#waiting.findLastIndex((each) => each.sinceMs <= sinceMs) + 1
      this.#waiting.splice(place, 0, { untilMs: nowMs + patienceMs, sinceMs, go, refuse })
      if (!this.#isMoving) void this.#move()
    })
  }

  async #move(): Promise<void> {
    this.#isMoving = true
    while (this.#waiting.length > 0) await this.#serve()
    this.#isMoving = false
  }

  async #serve(): Promise<void> {
    const want = this.#wanted()
    const { granted, waitMs } = await this.#ledger.take(this.#bucket, { want, urgency: this.#urgency })
    const nowMs = this.#timing.nowMs()
    if (granted > 0) {
      this.#purse = { left: granted, size: granted, atMs: nowMs }
      while (this.#waiting.length > 0 && this.#fromPurse(nowMs)) this.#waiting.shift()?.go()
      return
    }
    const stays = this.#waiting.filter(({ untilMs }) => untilMs >= nowMs + waitMs)
    const leaves = this.#waiting.filter((waiter) => !stays.includes(waiter))
    this.#waiting = stays
    for (const { refuse } of leaves) refuse(new Held(this.#bucket.name, waitMs))
    if (stays.length === 0) return
    this.#closedUntilMs = nowMs + waitMs
    await this.#timing.pause(waitMs)
  }

  #fromPurse(nowMs: number): boolean {
    const { left, atMs } = this.#purse
    if (left === 0 || nowMs < atMs || nowMs > atMs + grantedForMs) return false
    this.#purse.left -= 1
    return true
  }

  /** As many as wait. Where asking takes a while, and the last were used up at once, some more: one way for ten calls. */
  #wanted(): number {
    const { left, size, atMs } = this.#purse
    const isQuick = left === 0 && size > 0 && this.#timing.nowMs() - atMs < grantedForMs
    const few = Math.floor(this.#bucket.limit.atMost / 20)
    const ahead = this.#ledger.isFar && isQuick ? Math.min(2 * size, few, mostAhead) : 0
    return Math.max(this.#waiting.length, ahead)
  }
}
