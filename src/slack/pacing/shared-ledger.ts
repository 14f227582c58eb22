import { setTimeout as pause } from 'node:timers/promises'
import type { Paces } from '../../app/ports/pace.js'
import { type Asked, type Lease, type Ledger, LocalLedger } from './ledger.js'
import type { Bucket } from './limits.js'
import { type Counted, hold, lapsesAtMs, nothingCounted, take, type Urgency } from './window.js'

/** A database that takes longer holds up whoever waits for an answer; whatever nobody waits for has more time. */
const patienceMs = { interactive: 400, background: 2_000 } as const
/** A database that did not answer is left alone for so long. */
const awayMs = 5_000
/** How often what another process wrote in between is read anew. */
const tries = 6
const soonMs = 50
/** Out of reach of each other, so many processes together keep within the limit. */
const processes = 4

type Known = { readonly counted: Counted; readonly version: number }

/**
 * For all that several processes call, who write it down where all of them read it. What this one read or wrote last is
 * believed until a write shows that it is not so any more: others can only have taken more. While the database is away each
 * goes on with its share, for those whom somebody waits for.
 */
export class SharedLedger implements Ledger {
  readonly isFar = true
  readonly #workspaceId: string
  readonly #paces: Paces
  readonly #nowMs: () => number
  readonly #known = new Map<string, Known & { readonly lapsesAtMs: number }>()
  readonly #own: LocalLedger
  #awayUntilMs = 0

  constructor(workspaceId: string, paces: Paces, nowMs: () => number) {
    this.#workspaceId = workspaceId
    this.#paces = paces
    this.#nowMs = nowMs
    this.#own = new LocalLedger(nowMs)
  }

  async take(bucket: Bucket, asked: Asked): Promise<Lease> {
    const lease = await this.#unlessAway(asked.urgency, () => this.#takeTogether(bucket, asked))
    // Without the database there is no work that nobody waits for.
    if (lease === null && asked.urgency === 'background') return { granted: 0, waitMs: awayMs }
    if (lease === null) return this.#own.take(shareOf(bucket), asked)
    if (lease.granted > 0) this.#own.note(shareOf(bucket), lease.granted)
    return lease
  }

  async hold(bucket: Bucket, ms: number): Promise<void> {
    await this.#own.hold(shareOf(bucket), ms)
    await this.#unlessAway('background', () =>
      this.#change(bucket, (counted, nowMs) => ({
        next: hold(counted, nowMs + ms, nowMs),
        value: undefined,
      })),
    )
  }

  get isIdle(): boolean {
    return this.#own.isIdle
  }

  async #takeTogether(bucket: Bucket, asked: Asked): Promise<Lease> {
    const lease = await this.#change(bucket, (counted, nowMs) => {
      const { granted, waitMs, counted: next } = take(counted, bucket.limit, { ...asked, nowMs })
      return { next: granted > 0 ? next : null, value: { granted, waitMs } }
    })
    // Others write without end, and somebody else will have it.
    return lease ?? { granted: 0, waitMs: soonMs * (1 + Math.random()) }
  }

  /** Null when others were always quicker. What is to be as it is, is not written. */
  async #change<T>(
    { name, limit }: Bucket,
    change: (counted: Counted, nowMs: number) => { readonly next: Counted | null; readonly value: T },
  ): Promise<T | null> {
    for (let n = 0; n < tries; n++) {
      const { counted, version } = await this.#read(name, limit.windowMs)
      const { next, value } = change(counted, this.#nowMs())
      if (next === null) return value
      const lapses = lapsesAtMs(next, limit.windowMs)
      const row = { counted: written(next), version, lapsesAt: roundly(lapses) }
      if (await this.#paces.write(this.#workspaceId, name, row)) {
        this.#keep(name, { counted: next, version: version + 1 }, lapses)
        return value
      }
      this.#known.delete(name)
    }
    return null
  }

  async #read(name: string, windowMs: number): Promise<Known> {
    const known = this.#known.get(name)
    // What counts no more may have been swept, and begun anew by somebody.
    if (known !== undefined && known.lapsesAtMs > this.#nowMs()) return known
    const row = await this.#paces.read(this.#workspaceId, name)
    const read = row === null ? null : { counted: readIn(row.counted), version: row.version }
    if (read !== null) this.#keep(name, read, lapsesAtMs(read.counted, windowMs))
    return read ?? { counted: nothingCounted, version: 0 }
  }

  #keep(name: string, known: Known, lapses: number): void {
    const nowMs = this.#nowMs()
    if (this.#known.size > 200)
      for (const [each, { lapsesAtMs: until }] of this.#known) if (until <= nowMs) this.#known.delete(each)
    this.#known.set(name, { ...known, lapsesAtMs: lapses })
  }

  async #unlessAway<T>(urgency: Urgency, work: () => Promise<T>): Promise<T | null> {
    if (this.#nowMs() < this.#awayUntilMs) return null
    const tooLong = new AbortController()
    const late = pause(patienceMs[urgency], 'late' as const, { signal: tooLong.signal, ref: false })
    try {
      const first = await Promise.race([work(), late])
      if (first !== 'late') return first
    } catch {
      // As good as late: what is wrong with a database is said elsewhere.
    } finally {
      late.catch(() => {})
      tooLong.abort()
    }
    this.#awayUntilMs = this.#nowMs() + awayMs
    return null
  }
}

const shareOf = ({ name, limit: { atMost, kept, windowMs } }: Bucket): Bucket => ({
  name,
  limit: {
    atMost: Math.max(1, Math.floor(atMost / processes)),
    kept: Math.floor(kept / processes),
    windowMs: atMost < processes ? windowMs * processes : windowMs,
  },
})

/** In steps: it is in an index, and a row whose indexed columns stay as they are is changed where it lies. */
const lapseStepMs = 5 * 60_000
const roundly = (ms: number): string => new Date(Math.ceil(ms / lapseStepMs) * lapseStepMs).toISOString()

const written = ({ taken, heldUntilMs }: Counted): string => [heldUntilMs, ...taken.flat()].join(' ')

/** Written by programs of this kind alone; what a later one may write otherwise counts as nothing. */
const readIn = (counted: string): Counted => {
  const numbers = counted.split(' ').map(Number)
  if (!numbers.every(Number.isFinite)) return nothingCounted
  const [heldUntilMs = 0, ...rest] = numbers
  const taken: [number, number][] = []
  for (let n = 0; n + 1 < rest.length; n += 2) taken.push([rest[n] ?? 0, rest[n + 1] ?? 0])
  return { taken, heldUntilMs }
}
