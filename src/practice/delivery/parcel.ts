import type { Json } from '../json.js'

/** Something on its way to the app. */
export interface Parcel {
  kind: 'events_api' | 'slash_commands' | 'interactive'
  /** The event type, the command, or the interaction type. */
  name: string
  payload: Json
  /** On a redelivery: which one, from 1, and why. */
  retry?: { num: number; reason: string }
}

/** Why a parcel was not taken, in the words of `retry_reason`. */
type Refusal = 'timeout' | 'http_timeout' | 'http_error' | 'connection_failed' | 'no_connection'

/** What became of it. `body` is what the acknowledgement carried. */
export type Receipt =
  | { ok: true; body: unknown; tookMs: number }
  | {
      ok: false
      reason: Refusal
      detail: string
      tookMs: number
      noRetry?: boolean
      /** Nobody listened at the address: the app has seen nothing of it. */
      isUnheard?: boolean
    }

/** A way to the app. */
export interface Transport {
  /** Resolves when it is acknowledged, or when Slack gives up; never rejects. */
  send(parcel: Parcel): Promise<Receipt>
}
