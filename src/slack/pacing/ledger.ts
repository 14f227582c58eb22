import type { Bucket } from './limits.js'
import { type Counted, hold, type Limit, lapsesAtMs, nothingCounted, take, type Urgency } from './window.js'

export type Asked = { readonly want: number; readonly urgency: Urgency }
/** None: worth another try after `waitMs`. */
export type Lease = { readonly granted: number; readonly waitMs: number }

/** Counts what is called in one workspace. */
export interface Ledger {
  /** Whether asking takes a while, so that a little more is asked for at once. */
  readonly isFar: boolean
  take(bucket: Bucket, asked: Asked): Promise<Lease>
  /** Slack wants nothing more in this bucket for so long. Never rejects. */
  hold(bucket: Bucket, ms: number): Promise<void>
}

/** More than a busy workspace calls and posts to within a minute; then what lapsed is let go of. */
const manyBuckets = 200

/** For all that one process calls: where it is the only one, and while others cannot be asked. */
export class LocalLedger implements Ledger {
  readonly isFar = false
  readonly #nowMs: () => number
  readonly #counted = new Map<string, { readonly counted: Counted; readonly limit: Limit }>()

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  async take({ name, limit }: Bucket, asked: Asked): Promise<Lease> {
    const { granted, waitMs, counted } = take(this.#of(name), limit, { ...asked, nowMs: this.#nowMs() })
    this.#keep(name, counted, limit)
    return { granted, waitMs }
  }

  /** So many were granted elsewhere. */
  note({ name, limit }: Bucket, howMany: number): void {
    const boundless = { ...limit, atMost: Number.MAX_SAFE_INTEGER, kept: 0 }
    const asked = { nowMs: this.#nowMs(), want: howMany, urgency: 'interactive' } as const
    this.#keep(name, take({ ...this.#of(name), heldUntilMs: 0 }, boundless, asked).counted, limit)
  }

  async hold({ name, limit }: Bucket, ms: number): Promise<void> {
    const nowMs = this.#nowMs()
    this.#keep(name, hold(this.#of(name), nowMs + ms, nowMs), limit)
  }

  /** Nothing of what it counted counts any more. */
  get isIdle(): boolean {
    this.#sweep()
    return this.#counted.size === 0
  }

  #of(name: string): Counted {
    return this.#counted.get(name)?.counted ?? nothingCounted
  }

  #keep(name: string, counted: Counted, limit: Limit): void {
    if (!this.#counted.has(name) && this.#counted.size >= manyBuckets) this.#sweep()
    this.#counted.set(name, { counted, limit })
  }

  #sweep(): void {
    const nowMs = this.#nowMs()
    for (const [name, { counted, limit }] of this.#counted)
      if (lapsesAtMs(counted, limit.windowMs) <= nowMs) this.#counted.delete(name)
  }
}
