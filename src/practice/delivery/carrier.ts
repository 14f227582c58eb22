import type { Traffic } from '../record.js'
import type { Ground } from './ground.js'
import type { Parcel, Receipt, Transport } from './parcel.js'
import { Replicas } from './replicas.js'
import { SignedHttp } from './signed-http.js'
import type { Sockets } from './sockets.js'

const trafficKinds: Record<Parcel['kind'], Traffic['kind']> = {
  events_api: 'event',
  slash_commands: 'command',
  interactive: 'interaction',
}

/** Brings parcels to the app by the way that is set, and writes down what became of each. */
export class Carrier {
  readonly #ground: Ground
  readonly #sockets: Sockets
  readonly #ackTimeoutMs: number
  readonly #replicas = new Replicas()
  /** Once there was a replica, none of them left is an outage, not Socket Mode. */
  #isOverHttp = false
  #duplicates = 0
  #underWay = 0
  /** While true nothing gets through, as when Slack itself is down. */
  isDown = false

  constructor(ground: Ground, sockets: Sockets, ackTimeoutMs: number) {
    this.#ground = ground
    this.#sockets = sockets
    this.#ackTimeoutMs = ackTimeoutMs
  }

  /** How many deliveries wait for their acknowledgement. */
  get underWay(): number {
    return this.#underWay
  }

  /** True once there has ever been an app to deliver to. */
  get hasApp(): boolean {
    return this.#isOverHttp || this.#sockets.everConnected
  }

  /** Whether deliveries can go out now: over HTTP that is known only by trying. */
  get isConnected(): boolean {
    return !this.isDown && (this.#replicas.count > 0 || this.#sockets.count > 0)
  }

  /** From now on by signed HTTP to these addresses in turn; each is asked to verify itself first. */
  async deliverTo(urls: readonly string[]): Promise<void> {
    this.#replicas.set(await Promise.all(urls.map((url) => this.#verified(url))))
  }

  /** One more of the app's processes. */
  async addReplica(url: string): Promise<void> {
    this.#replicas.add(await this.#verified(url))
  }

  removeReplica(url: string): void {
    this.#replicas.remove(url)
  }

  /** The next parcels are delivered twice each. */
  duplicate(count: number): void {
    this.#duplicates += count
  }

  /** Never rejects. A second copy made on request does not change what is returned. */
  deliver(parcel: Parcel): Promise<Receipt> {
    const receipt = this.#carry(parcel)
    if (this.#duplicates > 0) {
      this.#duplicates -= 1
      void this.#carry(parcel)
    }
    return receipt
  }

  async #carry(parcel: Parcel): Promise<Receipt> {
    const { record, changes } = this.#ground
    const entry = record.note({
      direction: 'out',
      kind: trafficKinds[parcel.kind],
      name: parcel.name,
      body: parcel.payload,
      ...(parcel.retry ? { note: `retry ${parcel.retry.num}: ${parcel.retry.reason}` } : {}),
    })
    const transport: Transport = this.#isOverHttp ? this.#replicas : this.#sockets
    this.#underWay += 1
    const receipt: Receipt = this.isDown
      ? { ok: false, reason: 'no_connection', detail: 'Slack is down', tookMs: 0 }
      : await transport.send(parcel)
    this.#underWay -= 1
    record.answered(entry, receipt)
    if (!receipt.ok && !this.isDown) {
      record.problem('not_acknowledged', `${parcel.name} was not acknowledged: ${receipt.detail}`, entry)
    }
    changes.touch()
    return receipt
  }

  async #verified(url: string): Promise<SignedHttp> {
    const http = new SignedHttp(url, this.#ground.identity.signingSecret, this.#ackTimeoutMs)
    await http.verify()
    this.#isOverHttp = true
    return http
  }
}
