import type { Log } from '../../logging.js'
import type { From } from '../incoming.js'
import type { Listeners } from '../listeners.js'
import type { Forms } from './forms-of-slack.js'
import { Recent } from './recent.js'

/** More teammates than look at their Home in a day. */
const mostRemembered = 5_000

type Parts = {
  readonly listeners: Pick<Listeners, 'home'>
  readonly forms: Pick<Forms, 'publish'>
  readonly workspaceId: string
  readonly log: Log
}
type Publishing = { again: boolean; done: Promise<void> }

/**
 * The Home tabs. One is published whenever somebody looks at it, as Slack says each time, and anew after whatever they
 * do, or when a teammate does something about somebody whom they look after. Whose Home was opened is remembered in this process alone: after a
 * restart, and in any other process, the next look makes it known again, and is answered with what is true then. Nothing here throws, since nobody waits for it.
 */
export class Homes {
  readonly #parts: Parts
  readonly #opened = new Recent<true>(mostRemembered)
  readonly #publishing = new Map<string, Publishing>()
  /** Whose Home may show what is not so, or not theirs, any more: Slack did not take the newest. */
  readonly #behind = new Set<string>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Somebody looks at their Home. */
  opened(userId: string): Promise<void> {
    this.#opened.put(userId, true)
    return this.#publish(userId)
  }

  /** Somebody did something: their Home, if they ever looked at it, shows what is true now. */
  async acted(userId: string): Promise<void> {
    if (this.#opened.get(userId)) await this.#publish(userId)
  }

  /** What may not be shown any more is taken out of every Home that was opened, one after the other. */
  async everybody(): Promise<void> {
    for (const userId of this.#opened.keys()) await this.#publish(userId)
  }

  /** What Slack did not take before: for each beat. */
  async catchUp(): Promise<void> {
    for (const userId of [...this.#behind]) await this.#publish(userId)
  }

  /** One at a time for each teammate, or an older Home could come after a newer one. */
  #publish(userId: string): Promise<void> {
    const under = this.#publishing.get(userId)
    if (under !== undefined) {
      under.again = true
      return under.done
    }
    const publishing: Publishing = { again: false, done: Promise.resolve() }
    this.#publishing.set(userId, publishing)
    publishing.done = this.#untilCurrent(userId, publishing)
    return publishing.done
  }

  async #untilCurrent(userId: string, publishing: Publishing): Promise<void> {
    do {
      publishing.again = false
      await this.#once(userId)
    } while (publishing.again)
    this.#publishing.delete(userId)
  }

  async #once(userId: string): Promise<void> {
    const { listeners, forms, workspaceId, log } = this.#parts
    const nowhere = { channelId: null, threadTs: null, delivery: '' }
    const looking: From = { workspaceId, teamId: workspaceId, userId, ...nowhere }
    try {
      const trouble = await forms.publish(userId, await listeners.home(looking))
      if (trouble === null || trouble.kind === 'permanent') this.#behind.delete(userId)
      else this.#behind.add(userId)
      if (trouble !== null) log.warn('A Home could not be published', { code: trouble.code })
    } catch (error) {
      this.#behind.add(userId)
      log.error('A Home could not be made', { err: error })
    }
  }
}
