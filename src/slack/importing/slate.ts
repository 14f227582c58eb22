import type { WebClient } from '@slack/web-api'
import type { Log } from '../../logging.js'
import type { Reply } from '../answer.js'
import { pause } from '../connection/backoff.js'
import { again, inBackground, withSomebodyWaiting } from '../pacing/manner.js'
import { troubleOf } from '../slack-error.js'

/** Where a message of the bot's stands. */
export type Standing = { readonly userId: string; readonly channelId: string; readonly ts: string }

/** Before something is shown that stays: see `tellingWith`. */
export type NoteDown = (text: string) => Promise<(at: Standing) => Promise<void>>

const tries = 5

/** A message in a teammate's DM that says something new now and then; the newest is what stays. */
export class Slate {
  readonly standing: Standing
  readonly #client: WebClient
  readonly #noteDown: NoteDown
  readonly #gapMs: number
  readonly #log: Log
  #changedAt = performance.now()
  #changing: Promise<void> = Promise.resolve()
  #text: string

  constructor(
    standing: Standing,
    shown: string,
    { client, noteDown, gapMs, log }: { client: WebClient; noteDown: NoteDown; gapMs: number; log: Log },
  ) {
    this.standing = standing
    this.#text = shown
    this.#client = client
    this.#noteDown = noteDown
    this.#gapMs = gapMs
    this.#log = log
  }

  /** What it says by now, or will in a moment; empty for nobody knows. */
  get text(): string {
    return this.#text
  }

  /** Shows it, and sees that it is shown. The same once more is not sent. Never rejects. */
  show(reply: Reply): Promise<void> {
    if (reply.text === this.#text) return this.#changing
    this.#text = reply.text
    this.#changing = this.#changing.then(() => withSomebodyWaiting(() => this.#send(reply, tries)))
    return this.#changing
  }

  /** Shows it unless something was shown a moment ago: of progress, not every step is worth a call. */
  glance(reply: Reply): void {
    if (reply.text === this.#text || performance.now() - this.#changedAt < this.#gapMs) return
    this.#text = reply.text
    this.#changedAt = performance.now()
    this.#changing = this.#changing.then(() => inBackground(() => this.#send(reply, 1)))
  }

  async #send({ text, blocks }: Reply, left: number): Promise<void> {
    const { channelId: channel, ts } = this.standing
    try {
      const noted = await this.#noteDown(text)
      await this.#client.chat.update({ channel, ts, text, blocks: [...blocks] })
      this.#changedAt = performance.now()
      await noted(this.standing)
    } catch (error) {
      const trouble = troubleOf(error)
      this.#log.warn('A message about an import was not changed', {
        outcome: trouble.kind,
        code: trouble.code,
      })
      // Showing the same twice does no harm, so what may have arrived is sent again.
      if (trouble.kind === 'permanent' || left <= 1) return
      await pause(Math.max(this.#gapMs, trouble.kind === 'temporary' ? (trouble.retryAfterMs ?? 0) : 0))
      await again(() => this.#send({ text, blocks }, left - 1))
    }
  }
}
