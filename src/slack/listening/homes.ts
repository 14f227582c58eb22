import { heldBack } from '../../app/ports/messenger.js'
import type { HomeOf, HomeToMake, OpenHomes } from '../../app/ports/open-homes.js'
import { type Clock, SlackUnavailable } from '../../app/ports.js'
import type { Log } from '../../logging.js'
import type { From } from '../incoming.js'
import type { Listeners } from '../listeners.js'
import { Held } from '../pacing/held.js'
import { inBackground, withSomebodyWaiting } from '../pacing/manner.js'
import type { Rests } from '../pacing/rests.js'
import type { Forms } from './forms-of-slack.js'

type Parts = {
  readonly listeners: Pick<Listeners, 'home'>
  readonly forms: Pick<Forms, 'publish'>
  readonly openHomes: OpenHomes
  /** What claims are measured by. */
  readonly realClock: Clock
  readonly workspaceId: string
  readonly log: Log
  /** Where one act follows another, a Home shows what they did together, once in a while: it weighs more than an act. */
  readonly rests: Pick<Rests, keyof Rests>
}
/** How soon: what acts alone changed rests, and nobody waits for it; what is due is made in the manner of whoever came by. */
const hastes = ['acted', 'due', 'waited for'] as const
type Haste = (typeof hastes)[number]
const inItsManner = <T>(haste: Haste, work: () => Promise<T>): Promise<T> => {
  if (haste === 'due') return work()
  return haste === 'acted' ? inBackground(work) : withSomebodyWaiting(work)
}
const moreUrgent = (one: Haste, other: Haste): Haste =>
  hastes.indexOf(one) > hastes.indexOf(other) ? one : other

type Publishing = { asked: number; isCurrent: boolean; haste: Haste; done: Promise<void> }

/** So many are taken at once, to be made one after the other: they are to be made before somebody else may take them. */
const takenAtOnce = 10

/**
 * The Home tabs. One is published whenever somebody looks at it, as Slack says each time, and anew after acts of theirs,
 * or of a teammate about somebody whom they look after, and after each press in it; what else only reads changes nothing that
 * it tells. Whose Home was opened stands in the database, so whichever process something happens in makes the Home, and no
 * other one does; what it could not make, or died over, is made by whichever beats next. Nothing here throws, since nobody
 * waits for it.
 */
export class Homes {
  readonly #parts: Parts
  readonly #publishing = new Map<string, Publishing>()
  #heldUntilMs = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Somebody looks at their Home. */
  opened(userId: string): Promise<void> {
    return this.#unlessItFails(async ({ openHomes, realClock }) =>
      this.#publish(userId, await openHomes.opened(this.#homeOf(userId), realClock()), 'waited for'),
    )
  }

  /** Their Home, if they ever looked at it, may offer or show what it may not any more. */
  anew(userId: string): Promise<void> {
    return this.#unlessItFails(async ({ openHomes, realClock }) => {
      const asked = await openHomes.ask(this.#homeOf(userId), realClock())
      if (asked !== null && !this.#isHeld) await this.#publish(userId, asked, 'waited for')
    })
  }

  /** Something was done that it shows, and it was asked for with that. */
  async acted({ userId, asked }: HomeToMake): Promise<void> {
    if (!this.#isHeld) await this.#publish(userId, asked, 'acted')
  }

  /** What may not be shown any more is taken out of every Home that was opened, one after the other. */
  async everybody(): Promise<void> {
    await this.#unlessItFails(({ openHomes, workspaceId }) => openHomes.askAll(workspaceId))
    await this.catchUp()
  }

  /** What is to be made by whoever comes: Slack did not take it, a process died over it, or somebody was forgotten. */
  catchUp(): Promise<void> {
    return this.#unlessItFails(async ({ openHomes, realClock, workspaceId }) => {
      // What Slack does not take now is due again at once, and is left to the next beat.
      const seen = new Set<string>()
      while (!this.#isHeld) {
        const taken = await openHomes.take(realClock(), takenAtOnce, workspaceId)
        for (const home of taken) await this.again(home)
        if (taken.length < takenAtOnce || taken.some(({ userId }) => seen.has(userId))) return
        for (const { userId } of taken) seen.add(userId)
      }
    })
  }

  /** One that was taken for whoever comes. */
  async again({ userId, asked }: HomeToMake): Promise<void> {
    if (!this.#isHeld) await this.#publish(userId, asked, 'due')
  }

  /** Slack takes no more Homes for now. What was asked for is due by itself after a while, and is not made in vain. */
  get #isHeld(): boolean {
    return Date.parse(this.#parts.realClock()) < this.#heldUntilMs
  }

  #homeOf(userId: string) {
    return { workspaceId: this.#parts.workspaceId, userId }
  }

  /** One at a time for each teammate, or an older Home could come after a newer one. */
  #publish(userId: string, asked: number, haste: Haste): Promise<void> {
    if (haste !== 'acted') this.#parts.rests.end(userId)
    const under = this.#publishing.get(userId)
    if (under !== undefined) {
      under.haste = moreUrgent(under.haste, haste)
      under.asked = Math.max(under.asked, asked)
      under.isCurrent = false
      return under.done
    }
    const publishing: Publishing = { asked, isCurrent: false, haste, done: Promise.resolve() }
    this.#publishing.set(userId, publishing)
    publishing.done = this.#untilCurrent(userId, publishing)
    return publishing.done
  }

  async #untilCurrent(userId: string, publishing: Publishing): Promise<void> {
    do {
      if (publishing.haste === 'acted') await this.#parts.rests.over(userId)
      const { asked, haste } = publishing
      publishing.isCurrent = true
      publishing.haste = 'acted'
      const since = await inItsManner(haste, () => this.#once(userId, asked))
      this.#parts.rests.begin(userId)
      // Another process was asked meanwhile, and may have shown it before this one did: what both show then is the same.
      if (since !== null) {
        publishing.asked = since
        publishing.haste = moreUrgent(publishing.haste, 'due')
        publishing.isCurrent = false
      }
    } while (!publishing.isCurrent)
    this.#publishing.delete(userId)
  }

  /** Answers how often it was asked for since, when what is shown may be older than that. */
  async #once(userId: string, asked: number): Promise<number | null> {
    const { listeners, forms, openHomes, workspaceId, log } = this.#parts
    const home = this.#homeOf(userId)
    const nowhere = { channelId: null, threadTs: null, delivery: '' }
    const looking: From = { workspaceId, teamId: workspaceId, userId, ...nowhere }
    try {
      const trouble = await forms.publish(userId, await listeners.home(looking))
      if (trouble?.kind === 'temporary' && trouble.code === heldBack)
        return await this.#hold(home, trouble.retryAfterMs ?? 0)
      const isTaken = trouble === null || trouble.kind === 'permanent'
      if (!isTaken) await openHomes.notShown(home)
      if (trouble !== null) log.warn('A Home could not be published', { code: trouble.code })
      return isTaken ? await openHomes.shown({ ...home, asked }) : null
    } catch (error) {
      if (error instanceof SlackUnavailable && error.cause instanceof Held)
        return this.#hold(home, error.cause.againMs)
      // Without the database it is due by itself after a while.
      await openHomes.notShown(home).catch(() => {})
      log.error('A Home could not be made', { err: error })
      return null
    }
  }

  /** It is due when Slack takes it again; until then others have their turn. */
  async #hold(home: HomeOf, ms: number): Promise<null> {
    const { openHomes, realClock } = this.#parts
    this.#heldUntilMs = Date.parse(realClock()) + ms
    const again = new Date(this.#heldUntilMs).toISOString()
    await this.#unlessItFails(() => openHomes.notShown(home, again))
    return null
  }

  async #unlessItFails(work: (parts: Parts) => Promise<void>): Promise<void> {
    try {
      await work(this.#parts)
    } catch (error) {
      this.#parts.log.error('A Home could not be made', { err: error })
    }
  }
}
