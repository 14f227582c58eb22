import { SocketModeClient } from '@slack/socket-mode'
import type { Log } from '../../logging.js'
import { slackLogger } from '../library-log.js'

/** Something that Slack delivered over a socket. The answer goes back over the same socket. */
export type Envelope = {
  /** Null where it cannot be acknowledged. */
  readonly id: string | null
  readonly type: string
  readonly body: unknown
  readonly retryNum: number | undefined
  readonly retryReason: string | undefined
  /** Whether an answer may travel in the acknowledgement. */
  readonly takesAnswer: boolean
  /** Rejects when the socket is no longer open. */
  readonly acknowledge: (response?: unknown) => Promise<void>
}

export type SocketSettings = {
  readonly appToken: string
  readonly apiUrl: string
  readonly log: Log
  /** How long `apps.connections.open`, and then Slack's hello, may take. */
  readonly helloMs: number
}

/** Frames that carry something to answer. Anything else is not passed on: the library would emit it unchecked. */
const deliveries = new Set(['events_api', 'slash_commands', 'interactive', 'options'])

/**
 * One connection, for one life: the library's client without its reconnecting, which leaves the bot deaf for
 * seconds at every planned refresh. When Slack announces that it will close the connection, the library would close
 * it at once; this one only says so, so that a successor can be opened first and what is under way be answered.
 */
export class SlackSocket extends SocketModeClient {
  /** Called when Slack wants this connection replaced; twice where a `warning` comes before. */
  onRefresh: () => void = () => {}
  /** Called once, when a connection that was ready is gone. */
  onClosed: () => void = () => {}
  onEnvelope: (envelope: Envelope) => void = () => {}
  readonly #helloMs: number
  #unanswered = 0
  #whenAnswered: (() => void)[] = []
  #ready = false
  #gone = false
  #leaving: string | null = null

  constructor(settings: SocketSettings) {
    super({
      appToken: settings.appToken,
      autoReconnectEnabled: false,
      logger: slackLogger(settings.log),
      clientOptions: {
        slackApiUrl: settings.apiUrl,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: settings.helloMs,
      },
    })
    this.#helloMs = settings.helloMs
    this.on('disconnected', () => {
      this.#gone = true
      if (this.#ready) this.onClosed()
      this.#ready = false
    })
  }

  /** Why Slack wants this connection replaced; null while it does not. */
  get leaving(): string | null {
    return this.#leaving
  }
  get gone(): boolean {
    return this.#gone
  }

  /** Acknowledges; also what came over another connection. False when this one is not open. */
  acknowledgeFor(envelopeId: string, response?: unknown): Promise<boolean> {
    const payload = typeof response === 'string' ? { text: response } : (response ?? {})
    return new Promise((resolve) => {
      if (this.websocket?.isActive() !== true) resolve(false)
      else
        this.websocket.send(JSON.stringify({ envelope_id: envelopeId, payload }), (error) => {
          resolve(error === undefined || error === null)
        })
    })
  }

  /** Resolves when every envelope that came has been acknowledged. */
  async answered(): Promise<void> {
    if (this.#unanswered > 0) await new Promise<void>((resolve) => this.#whenAnswered.push(resolve))
  }

  /** Resolves at Slack's hello. Rejects with what Slack or the network said; then nothing is left open. */
  async open(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new HelloMissing('Slack did not say hello in time')), this.#helloMs * 2)
    })
    try {
      await Promise.race([this.start(), tooLate])
      // Hello and goodbye may arrive in one packet.
      if (this.#gone) throw new HelloMissing('The connection closed right after the hello')
      this.#ready = true
    } catch (error) {
      if (error instanceof HelloMissing) await this.close()
      // The library rejects with nothing when the socket closes before the hello.
      throw error ?? new HelloMissing('The connection closed before Slack said hello')
    } finally {
      clearTimeout(timer)
    }
  }

  /** Says goodbye, and hangs up when Slack does not answer that within `graceMs`. Never throws. */
  async close(graceMs = 1_000): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs)
    })
    const closed = this.disconnect().then(() => true)
    const inTime = await Promise.race([closed, tooLate])
    clearTimeout(timer)
    // Asked a second time, the library cuts the connection.
    if (!inTime) await this.disconnect()
  }

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const frame = isBinary ? null : frameOf(data)
    if (frame?.type === 'disconnect') {
      this.#leaving = typeof frame.reason === 'string' ? frame.reason : 'unknown'
      this.onRefresh()
    } else if (frame?.type === 'hello') await super.onWebSocketMessage(data, isBinary)
    // The library would emit an event under its own name, also where that is one of the connection's.
    else if (frame !== null && deliveries.has(String(frame.type))) this.#deliver(frame)
  }

  #deliver(frame: Frame): void {
    this.#unanswered += 1
    let answered = false
    const id = typeof frame.envelope_id === 'string' && frame.envelope_id !== '' ? frame.envelope_id : null
    this.onEnvelope({
      id,
      type: String(frame.type),
      body: frame.payload,
      takesAnswer: frame.accepts_response_payload !== false,
      retryNum: typeof frame.retry_attempt === 'number' ? frame.retry_attempt : undefined,
      retryReason: typeof frame.retry_reason === 'string' ? frame.retry_reason : undefined,
      acknowledge: async (response) => {
        if (answered) return
        answered = true
        try {
          const isHeard = id !== null && (await this.acknowledgeFor(id, response))
          if (!isHeard) throw new NotHeard('There is no connection over which this could be acknowledged')
        } finally {
          this.#unanswered -= 1
          if (this.#unanswered === 0) for (const resolve of this.#whenAnswered.splice(0)) resolve()
        }
      },
    })
  }
}

class HelloMissing extends Error {
  override readonly name = 'HelloMissing'
}

class NotHeard extends Error {
  override readonly name = 'NotHeard'
}

type Frame = { readonly [field: string]: unknown }

const frameOf = (data: string | ArrayBuffer): Frame | null => {
  try {
    const frame: unknown = JSON.parse(typeof data === 'string' ? data : new TextDecoder().decode(data))
    return isFrame(frame) ? frame : null
  } catch {
    return null
  }
}

const isFrame = (value: unknown): value is Frame =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
