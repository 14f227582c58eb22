import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { isObject } from '../json.js'
import type { Ground } from './ground.js'
import type { Parcel, Receipt } from './parcel.js'

interface Pending {
  acceptsBody: boolean
  name: string
  settle: (receipt: Receipt) => void
  sentAt: number
}

/** Payloads in their Socket Mode envelopes, and the acknowledgements awaited for them. */
export class Envelopes {
  readonly #ground: Ground
  readonly #timeoutMs: number
  readonly #pending = new Map<string, Pending>()
  /** Those settled, by acknowledgement or by time, so that a second or late one is told from an unknown one. */
  readonly #settled = new Map<string, 'acknowledged' | 'given up'>()

  constructor(ground: Ground, timeoutMs: number) {
    this.#ground = ground
    this.#timeoutMs = timeoutMs
  }

  /** Sends one and resolves when it is acknowledged or its time is over. */
  send(socket: WebSocket, parcel: Parcel): Promise<Receipt> {
    const envelopeId = randomUUID()
    const acceptsBody = parcel.kind !== 'events_api'
    const envelope = {
      envelope_id: envelopeId,
      type: parcel.kind,
      accepts_response_payload: acceptsBody,
      payload: parcel.payload,
      ...(parcel.kind === 'events_api'
        ? { retry_attempt: parcel.retry?.num ?? 0, retry_reason: parcel.retry?.reason ?? '' }
        : {}),
    }
    return new Promise<Receipt>((resolve) => {
      const settle = (receipt: Receipt) => {
        clearTimeout(timer)
        this.#pending.delete(envelopeId)
        this.#settled.set(envelopeId, receipt.ok ? 'acknowledged' : 'given up')
        resolve(receipt)
      }
      const timer = setTimeout(() => {
        const detail = `not acknowledged within ${this.#timeoutMs} ms`
        settle({ ok: false, reason: 'timeout', detail, tookMs: this.#timeoutMs })
      }, this.#timeoutMs)
      this.#pending.set(envelopeId, { acceptsBody, name: parcel.name, settle, sentAt: performance.now() })
      socket.send(JSON.stringify(envelope))
    })
  }

  /** Any of the app's connections may acknowledge. */
  acknowledge(envelopeId: string, body: unknown): void {
    const { record } = this.#ground
    const pending = this.#pending.get(envelopeId)
    if (!pending) {
      const before = this.#settled.get(envelopeId)
      if (before === 'acknowledged')
        record.problem('acknowledged_twice', `Envelope ${envelopeId} was acknowledged twice`)
      if (!before)
        record.problem('bad_acknowledgement', `An acknowledgement of an unknown envelope: ${envelopeId}`)
      return
    }
    const hasBody = isObject(body) ? Object.keys(body).length > 0 : body !== undefined && body !== null
    if (hasBody && !pending.acceptsBody) {
      record.problem(
        'bad_acknowledgement',
        `The acknowledgement of ${pending.name} carries a payload, which is lost`,
      )
    }
    pending.settle({ ok: true, body: hasBody ? body : undefined, tookMs: performance.now() - pending.sentAt })
  }

  /** Gives up whatever is still awaited. */
  close(): void {
    for (const pending of [...this.#pending.values()]) {
      pending.settle({ ok: false, reason: 'connection_failed', detail: 'closed', tookMs: 0 })
    }
  }
}
