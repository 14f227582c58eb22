import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import type { Log } from '../../logging.js'
import { type Meter, unmetered } from '../../metering.js'
import { type Backoff, pause, standardBackoff } from './backoff.js'
import { handledFirst, NotHandledNow } from './handled-first.js'
import { badToken, type StartProblem } from './identity.js'
import { Seat } from './seat.js'
import { type Envelope, SlackSocket } from './slack-socket.js'

export type SocketTuning = {
  readonly backoff: Backoff
  readonly helloMs: number
  /** Connections opened at the same moment would be refreshed at the same moment, hours later. */
  readonly secondAfterMs: number
}
export const standardTuning: SocketTuning = {
  backoff: standardBackoff,
  helloMs: 10_000,
  secondAfterMs: 2_000,
}

/**
 * Bolt's receiver over two connections in Socket Mode. Slack gives each payload to any one of them, and each is
 * replaced by itself, so that at every moment one of them listens.
 */
export class SlackSockets implements Receiver {
  readonly #seats: readonly [Seat, Seat]
  readonly #log: Log
  readonly #stopped = new AbortController()
  readonly #secondAfterMs: number
  readonly #underWay = new Map<string, Promise<void>>()
  #app: App | null = null
  #second: Promise<unknown> = Promise.resolve()

  constructor(options: {
    readonly appToken: string
    readonly apiUrl: string
    readonly log: Log
    readonly tuning?: SocketTuning
    readonly meter?: Meter
  }) {
    const { appToken, apiUrl, log, tuning = standardTuning, meter = unmetered } = options
    const onChange = (): void => meter.connections(this.#seats.filter((seat) => seat.occupied).length)
    const seat = (name: string): Seat =>
      new Seat({
        name,
        newSocket: () => new SlackSocket({ appToken, apiUrl, log, helloMs: tuning.helloMs }),
        onEnvelope: (envelope) => void this.#receive(envelope),
        log,
        backoff: tuning.backoff,
        signal: this.#stopped.signal,
        meter,
        onChange,
      })
    this.#seats = [seat('first'), seat('second')]
    this.#log = log
    this.#secondAfterMs = tuning.secondAfterMs
  }

  init(app: App): void {
    this.#app = app
  }

  /** Resolves once the first connection stands (null), or when Slack refuses the token. */
  async start(): Promise<StartProblem | null> {
    const [first, second] = this.#seats
    const refused = await first.take(true)
    if (refused !== null) return badToken('SLACK_APP_TOKEN', refused)
    const takeSecond = async (): Promise<void> => {
      await pause(this.#secondAfterMs, this.#stopped.signal)
      await second.take(false)
    }
    this.#second = takeSecond()
    return null
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    await this.#second
    await Promise.all(this.#seats.map((seat) => seat.leave()))
  }

  /** The same envelope again waits for the first: its acknowledgement, without an answer, must not come before. */
  async #receive(envelope: Envelope): Promise<void> {
    const { id } = envelope
    if (id === null) return this.#handle(envelope)
    const handled = (this.#underWay.get(id) ?? Promise.resolve()).then(() => this.#handle(envelope))
    this.#underWay.set(id, handled)
    await handled
    if (this.#underWay.get(id) === handled) this.#underWay.delete(id)
  }

  async #handle(envelope: Envelope): Promise<void> {
    const { body, retryNum, retryReason } = envelope
    if (!isRecord(body) || this.#app === null) return this.#acknowledge(envelope)
    const event: ReceiverEvent = {
      body,
      // An event that was handled stays so, even if its acknowledgement is lost: when Slack repeats it, we know it.
      ack: (response) =>
        envelope.type === 'events_api' ? this.#acknowledge(envelope) : this.#answer(envelope, response),
      ...(retryNum === undefined ? {} : { retryNum }),
      ...(retryReason === undefined ? {} : { retryReason }),
    }
    try {
      await handledFirst(this.#app, event)
    } catch (error) {
      this.#log.error('A delivery from Slack could not be processed', { err: error })
      if (error instanceof NotHandledNow) return
    }
    // What nobody listens to is acknowledged all the same, or Slack would show an error.
    await this.#acknowledge(envelope)
  }

  async #acknowledge(envelope: Envelope): Promise<void> {
    await this.#answer(envelope).catch(() =>
      this.#log.debug('An acknowledgement was too late for its connection'),
    )
  }

  /**
   * A delivery may meet the goodbye of its connection halfway. Then Slack hears over another one that it came, and
   * the rejection tells the listener that its answer has to go another way.
   */
  async #answer(envelope: Envelope, response?: unknown): Promise<void> {
    if (response !== undefined && !envelope.takesAnswer) {
      await this.#acknowledge(envelope)
      throw new Error('Slack takes no answer in this acknowledgement')
    }
    try {
      await envelope.acknowledge(response)
    } catch (error) {
      const { id } = envelope
      if (id !== null) for (const seat of this.#seats) if (await seat.acknowledge(id)) break
      throw error
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
