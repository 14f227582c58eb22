import type { Log } from '../../logging.js'
import type { Meter } from '../../metering.js'
import { within } from '../listening/within.js'
import { countedCode, isBadToken, troubleOf } from '../slack-error.js'
import { type Backoff, gapAfter, pause } from './backoff.js'
import type { Envelope, SlackSocket } from './slack-socket.js'

export type SeatSettings = {
  readonly name: string
  readonly newSocket: () => SlackSocket
  readonly onEnvelope: (envelope: Envelope) => void
  readonly log: Log
  readonly backoff: Backoff
  readonly signal: AbortSignal
  readonly meter: Pick<Meter, 'called'>
  /** Somebody sits here from now on, or nobody. */
  readonly onChange: () => void
}

/** A life shorter than this counts as a failure to connect, so that a flapping connection does not spin. */
const shortLifeMs = { refreshed: 100, lost: 1_000 }
const longestFlapMs = 1_000
/** After announcing a refresh Slack closes the old connection itself; until then it may still deliver on it. */
const lingerMs = { warning: 15_000, other: 1_000 }
const mostLingering = 2
/** Whatever has not been acknowledged by then is too late for Slack. */
const acknowledgeMs = 3_000

/**
 * One of the two places at Slack's table. When Slack announces a refresh, the successor sits down before the old
 * connection leaves; when a connection is lost, the next one is opened at once.
 */
export class Seat {
  readonly #settings: SeatSettings
  readonly #lingering = new Map<SlackSocket, AbortController>()
  #socket: SlackSocket | null = null
  #openedAt = 0
  #flaps = 0
  #renewal: Promise<void> | null = null

  constructor(settings: SeatSettings) {
    this.#settings = settings
  }

  get occupied(): boolean {
    return this.#socket !== null
  }

  /**
   * Tries until connected. Resolves with null then (or when stopped), or with Slack's code when Slack refuses the
   * token and `orGiveUp` is set.
   */
  async take(orGiveUp: boolean): Promise<string | null> {
    const { log, backoff, signal, name } = this.#settings
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await this.#sit()
        if (failures > 0) log.info('Connected to Slack again', { connection: name })
        this.#mind()
        return null
      } catch (error) {
        const trouble = troubleOf(error)
        const isRefused = isBadToken(trouble.code)
        const counted = { code: countedCode(trouble.code), isBadToken: isRefused }
        this.#settings.meter.called('apps.connections.open', counted)
        if (isRefused && orGiveUp) return trouble.code
        const inMs = gapAfter(failures, backoff, trouble)
        const data = { code: trouble.code, inMs, connection: name }
        if (isRefused) log.error('Slack refuses SLACK_APP_TOKEN; trying again', data)
        else log.warn('Slack cannot be reached; trying again', data)
        await pause(inMs, signal)
      }
    }
    return null
  }

  /** Acknowledges, without an answer, what came over a connection that is no more; false when this one is not ready. */
  async acknowledge(envelopeId: string): Promise<boolean> {
    return (await this.#socket?.acknowledgeFor(envelopeId)) ?? false
  }

  /** Closes all that is open. The signal must have been aborted before. */
  async leave(): Promise<void> {
    await this.#renewal
    const sockets = [...this.#lingering.keys(), ...(this.#socket ? [this.#socket] : [])]
    this.#socket = null
    this.#settings.onChange()
    await Promise.all(sockets.map((socket) => socket.close()))
    for (const over of this.#lingering.values()) over.abort()
  }

  async #sit(): Promise<void> {
    const { newSocket, onEnvelope, signal, log, name } = this.#settings
    const socket = newSocket()
    socket.onEnvelope = onEnvelope
    socket.onRefresh = () => this.#refresh(socket)
    socket.onClosed = () => this.#lost(socket)
    await socket.open()
    if (signal.aborted) return socket.close()
    this.#socket = socket
    this.#openedAt = performance.now()
    this.#settings.meter.called('apps.connections.open', null)
    this.#settings.onChange()
    log.debug('Connection ready', { connection: name })
  }

  /** Slack will close this connection: the next one first. */
  #refresh(socket: SlackSocket): void {
    // After a warning the successor is there already, and the old one need not wait for its end. Warned once more,
    // it is still delivered to.
    if (socket.leaving !== 'warning') this.#lingering.get(socket)?.abort()
    this.#mind()
  }

  #lost(socket: SlackSocket): void {
    this.#lingering.get(socket)?.abort()
    if (this.#socket !== socket) return
    this.#socket = null
    const { log, name, signal, onChange } = this.#settings
    onChange()
    if (signal.aborted) return
    // When a refresh is under way, the successor is about to come.
    if (this.#renewal === null)
      log.warn('A connection to Slack was lost; opening the next', { connection: name })
    this.#mind()
  }

  /** Opens a successor if one is needed: also for a connection that was told to go before it had sat down. */
  #mind(): void {
    const isNeeded = this.#socket === null || this.#socket.leaving !== null
    if (!isNeeded || this.#renewal !== null || this.#settings.signal.aborted) return
    this.#renewal = this.#replace().finally(() => {
      this.#renewal = null
      this.#mind()
    })
  }

  async #replace(): Promise<void> {
    const { backoff, signal, log, name } = this.#settings
    const old = this.#socket
    if (old !== null) log.info('Slack renews a connection', { connection: name, reason: old.leaving })
    const shortLife = old === null ? shortLifeMs.lost : shortLifeMs.refreshed
    const isFlap = performance.now() - this.#openedAt < shortLife
    this.#flaps = isFlap ? this.#flaps + 1 : 0
    if (this.#flaps > 1) await pause(Math.min(gapAfter(this.#flaps - 2, backoff), longestFlapMs), signal)
    await this.take(false)
    if (old !== null && !old.gone) void this.#linger(old)
  }

  /** Keeps an old connection until Slack closes it or long after, and until all that it brought is answered. */
  async #linger(socket: SlackSocket): Promise<void> {
    if (this.#lingering.size >= mostLingering) [...this.#lingering.values()][0]?.abort()
    const over = new AbortController()
    this.#lingering.set(socket, over)
    await pause(socket.leaving === 'warning' ? lingerMs.warning : lingerMs.other, over.signal)
    await within(socket.answered(), acknowledgeMs)
    await socket.close()
    this.#lingering.delete(socket)
  }
}
