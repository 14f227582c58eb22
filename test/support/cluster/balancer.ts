import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Delivered, look, type Replica, sendTo } from './replica.js'

const lookEveryMs = 250
/** As long as Slack waits. */
const slackWaitsMs = 3_000

/** What came of a delivery, and by how many replicas it was tried. */
export type Brought = { readonly tries: number; readonly tookMs: number } & (
  | ({ readonly kind: 'answered' } & Delivered)
  /** Slack shows its own error: nobody answered, or too late. */
  | { readonly kind: 'failed' }
)

/**
 * Stands before the replicas, as a load balancer that was told to send again: to each in turn that is in; where a connection
 * is refused or breaks, or no answer comes, the very same request goes to another one.
 */
export class Balancer {
  readonly replicas: Replica[] = []
  /** How often a request went on to another replica. */
  repeated = 0
  readonly #secret: string
  readonly #now: () => number
  #turn = 0
  #isOver = false
  readonly #looking: Promise<void>

  /** `now`: what Slack signs by, in ms. */
  constructor(secret: string, now: () => number) {
    this.#secret = secret
    this.#now = now
    this.#looking = this.#lookAtAll()
  }

  get isIn(): number {
    return this.replicas.filter((each) => each.isIn).length
  }

  async untilIn(count: number, patienceMs = 60_000): Promise<void> {
    const until = performance.now() + patienceMs
    while (this.isIn < count) {
      if (performance.now() > until) throw new Error(`Not ${count} replicas are ready: ${this.#words()}`)
      await pause(50)
    }
  }

  /** Signs it as Slack does, and brings it to a replica. */
  async bring(
    body: string,
    type: 'form' | 'json',
    more: Readonly<Record<string, string>> = {},
  ): Promise<Brought> {
    const at = String(Math.floor(this.#now() / 1000))
    const mark = createHmac('sha256', this.#secret).update(`v0:${at}:${body}`).digest('hex')
    const headers = {
      'content-type': type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${mark}`,
      ...more,
    }
    const from = performance.now()
    const leftMs = () => slackWaitsMs - (performance.now() - from)
    const tried = new Set<Replica>()
    while (leftMs() > 0) {
      const replica = this.#next(tried)
      if (replica === null) {
        // Whoever is in has been tried: a connection may be made that was refused a moment ago.
        await pause(50)
        tried.clear()
        continue
      }
      tried.add(replica)
      // Not all of the time that is left, so that another one is still asked when this one hangs.
      const answer = await sendTo(replica, { body, headers }, leftMs() * 0.7)
      const tookMs = performance.now() - from
      if (typeof answer === 'object') return { kind: 'answered', tries: tried.size, tookMs, ...answer }
      if (answer === 'gone') replica.isIn = false
      this.repeated += 1
    }
    return { kind: 'failed', tries: tried.size, tookMs: performance.now() - from }
  }

  async stop(): Promise<void> {
    this.#isOver = true
    await this.#looking
  }

  #next(tried: ReadonlySet<Replica>): Replica | null {
    const open = this.replicas.filter((each) => each.isIn && !tried.has(each))
    return open[++this.#turn % open.length] ?? null
  }

  #words(): string {
    const words = this.replicas.map(
      ({ name, said, program }) => `${name}: ${said} ${program.out().slice(-1_500)}`,
    )
    return words.join('\n')
  }

  async #lookAtAll(): Promise<void> {
    while (!this.#isOver) {
      await Promise.all(this.replicas.map((each) => look(each)))
      await pause(lookEveryMs)
    }
  }
}
