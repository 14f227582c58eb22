import type { Parcel, Receipt, Transport } from './parcel.js'
import type { SignedHttp } from './signed-http.js'

/**
 * Several processes of the app behind one Request URL, each parcel to the next of them, as a load balancer does: where
 * nobody listens, the one after it is asked; whatever got through is never sent again.
 */
export class Replicas implements Transport {
  #replicas: readonly SignedHttp[] = []
  #turn = 0

  get count(): number {
    return this.#replicas.length
  }

  /** Takes the place of all there were. */
  set(replicas: readonly SignedHttp[]): void {
    this.#replicas = replicas
  }

  add(replica: SignedHttp): void {
    this.#replicas = [...this.#replicas.filter(({ url }) => url !== replica.url), replica]
  }

  remove(url: string): void {
    this.#replicas = this.#replicas.filter((replica) => replica.url !== url)
  }

  async send(parcel: Parcel): Promise<Receipt> {
    const replicas = this.#replicas
    const first = this.#turn++
    let receipt: Receipt | undefined
    for (let step = 0; step < replicas.length; step++) {
      const replica = replicas[(first + step) % replicas.length]
      receipt = await replica?.send(parcel)
      if (receipt === undefined || receipt.ok || receipt.isUnheard !== true) break
    }
    return receipt ?? { ok: false, reason: 'no_connection', detail: 'there is no replica', tookMs: 0 }
  }
}
