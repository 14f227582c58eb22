import type { Carrier } from '../delivery/carrier.js'
import type { Sockets } from '../delivery/sockets.js'
import type { Json } from '../json.js'
import { type Fault, isTarget, type Target } from './fault.js'

/** A request that is held: `arrived` resolves when it is there, `release` lets it go on. */
export interface Hold {
  arrived: Promise<void>
  release: () => void
}

/** How Slack is down: the port is closed, every connection is reset, or every request is answered with 503. */
export type Outage = 'refused' | 'reset' | '503'

interface Planned {
  target: Target
  fault: Fault
  left: number
  onTaken: () => void
}

/** Faults made on request. Methods are named as `chat.postMessage`, `chat.*`, `response_url` or `*`. */
export class Faults {
  readonly #carrier: Carrier
  readonly #sockets: Sockets
  readonly #listening: { stop: () => Promise<void>; start: () => Promise<void> }
  #planned: Planned[] = []
  #outage: Outage | undefined

  constructor(
    carrier: Carrier,
    sockets: Sockets,
    listening: { stop: () => Promise<void>; start: () => Promise<void> },
  ) {
    this.#carrier = carrier
    this.#sockets = sockets
    this.#listening = listening
  }

  /** The next `times` such requests fail in this way. `when` looks at the request's body. */
  next(method: string, fault: Fault, options: { times?: number; when?: (body: Json) => boolean } = {}): void {
    this.#plan(method, fault, options.times ?? 1, options.when)
  }

  /** Such requests fail until the returned function is called. */
  while(method: string, fault: Fault, options: { when?: (body: Json) => boolean } = {}): () => void {
    const planned = this.#plan(method, fault, Number.POSITIVE_INFINITY, options.when)
    return () => {
      this.#planned = this.#planned.filter((other) => other !== planned)
    }
  }

  /** Carries the next such request out, and answers when released. */
  slow(method: string): Hold {
    return this.#hold(method, 'slow')
  }

  /** Breaks the connection of the next such request, and carries it out when released: a post that arrives late. */
  late(method: string): Hold {
    return this.#hold(method, 'late')
  }

  /** The next `count` payloads (events, commands, interactions) are delivered twice. */
  duplicate(count = 1): void {
    this.#carrier.duplicate(count)
  }

  /** Slack goes down: sockets are cut, nothing is delivered, and requests meet the outage. */
  async down(how: Outage = 'refused'): Promise<void> {
    this.#outage = how
    this.#carrier.isDown = true
    await this.#sockets.cut()
    if (how === 'refused') await this.#listening.stop()
  }

  /** Slack is there again, at the same address. */
  async up(): Promise<void> {
    if (this.#outage === 'refused') await this.#listening.start()
    this.#outage = undefined
    this.#carrier.isDown = false
  }

  /** Forgets every planned fault. */
  clear(): void {
    this.#planned = []
  }

  /** The outage that is on, if any. */
  get outage(): Outage | undefined {
    return this.#outage
  }

  /** The fault that this request meets, if any; a planned one is used up by it. */
  take(method: string, body: Json): Fault | undefined {
    const planned = this.#planned.find(({ target }) => isTarget(target, method, body))
    if (!planned) return undefined
    planned.left -= 1
    if (planned.left <= 0) this.#planned = this.#planned.filter((other) => other !== planned)
    planned.onTaken()
    return planned.fault
  }

  #plan(
    method: string,
    fault: Fault,
    left: number,
    when?: (body: Json) => boolean,
    onTaken = () => {},
  ): Planned {
    const planned: Planned = { target: { method, ...(when ? { when } : {}) }, fault, left, onTaken }
    this.#planned.push(planned)
    return planned
  }

  #hold(method: string, kind: 'slow' | 'late'): Hold {
    let release = () => {}
    let arrive = () => {}
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    this.#plan(method, { kind, until }, 1, undefined, () => arrive())
    return { arrived, release: () => release() }
  }
}
