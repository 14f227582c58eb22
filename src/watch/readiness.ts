import { StoreUnavailable } from '../app/ports.js'
import type { Ailing, Vitals } from './vitals.js'

/** A beat comes every minute. */
const latestBeatMs = 120_000
/** However often it is asked, the database is tried this often at most. */
const probeEveryMs = 5_000
/** Whoever asks does not wait for a database that is busy. */
const probePatienceMs = 2_000
/** Whoever watches asks more often than this. */
const watchedWithinMs = 60_000

/** Whether the bot can do its work now. */
export class Readiness {
  readonly #vitals: Vitals
  #probe: (() => Promise<void>) | null = null
  readonly #nowMs: () => number
  #beatAt: { readonly at: string; readonly ms: number } | null = null
  #askedMs: number | null = null
  #leaving: Ailing | null = null
  #probed: { readonly atMs: number; readonly result: Promise<void> } | null = null

  /** `nowMs` runs on whatever the clocks say. */
  constructor(vitals: Vitals, nowMs = () => performance.now()) {
    this.#vitals = vitals
    this.#nowMs = nowMs
  }

  /** The database is open: `probe` writes something to it, or rejects. */
  probeWith(probe: () => Promise<void>): void {
    this.#probe = probe
  }

  /** A beat has ended, at this instant of real time. */
  beaten(at: string): void {
    this.#beatAt = { at, ms: this.#nowMs() }
    this.#vitals.works('beat')
  }

  /** Somebody asks who sends requests elsewhere when the bot is not ready. */
  asked(): Promise<readonly Ailing[]> {
    this.#askedMs = this.#nowMs()
    return this.ailing()
  }

  /**
   * From now on it is not ready, and will not be again. Answers whether somebody heeds that: whoever asked before does not
   * know it yet.
   */
  leave(at: string): boolean {
    this.#leaving = { part: 'beat', since: at, why: 'stopping' }
    return this.#askedMs !== null && this.#nowMs() - this.#askedMs < watchedWithinMs
  }

  /** All that is not ready; nothing when the bot is. Never rejects. */
  async ailing(): Promise<readonly Ailing[]> {
    if (this.#leaving !== null) return [this.#leaving]
    await this.#database()
    const beat = this.#beatAt
    if (beat !== null && this.#nowMs() - beat.ms > latestBeatMs) this.#vitals.fails('beat', 'late', beat.at)
    return this.#vitals.ailing()
  }

  async #database(): Promise<void> {
    if (this.#probe === null) return
    if (this.#probed === null || this.#nowMs() - this.#probed.atMs >= probeEveryMs)
      this.#probed = { atMs: this.#nowMs(), result: this.#try(this.#probe) }
    await this.#probed.result
  }

  async #try(probe: () => Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), probePatienceMs)
    })
    try {
      const first = await Promise.race([probe(), tooLate])
      if (first === 'late') this.#vitals.fails('database', 'busy')
      else this.#vitals.works('database')
    } catch (error) {
      this.#vitals.fails('database', error instanceof StoreUnavailable ? error.trouble : 'unexpected')
    } finally {
      clearTimeout(timer)
    }
  }
}
