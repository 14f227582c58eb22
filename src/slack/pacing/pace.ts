import { setTimeout } from 'node:timers/promises'
import type { Paces } from '../../app/ports/pace.js'
import { Held } from './held.js'
import { Lane, type Timing } from './lane.js'
import { type Ledger, LocalLedger } from './ledger.js'
import { bucketsOf } from './limits.js'
import { Repeats } from './repeats.js'
import { SharedLedger } from './shared-ledger.js'
import type { Urgency } from './window.js'

/** A call that is about to be made. */
export type Calling = {
  readonly method: string
  /** Where it posts to. */
  readonly channelId: string | null
  readonly urgency: Urgency
  /** How long it may wait, in ms. */
  readonly patienceMs: number
  /** Since when somebody waits for it, by this process's own clock; from now when nothing is said. */
  readonly sinceMs?: number
  /** It was made before, in vain. */
  readonly isAgain: boolean
}

/** When calls may be made in one workspace, so that Slack never sees too many. */
export interface Pace {
  /** Resolves when it may be made; rejects with `Held` as soon as it is clear that it has to wait longer than it may. */
  enter(calling: Calling): Promise<void>
  /** Slack refused a call as one too many: nobody calls the method for so long. Never rejects. */
  refused(method: string, ms: number): Promise<void>
}

/** Without a `Retry-After` that can be read. */
export const usualHoldMs = 30_000
/** A workspace posts to no more places within seconds; then lanes in which nobody waits are let go of. */
const manyLanes = 200

class WorkspacePace implements Pace {
  readonly #ledger: Ledger & { readonly isIdle: boolean }
  readonly #timing: Timing
  readonly #lanes = new Map<string, Lane>()
  readonly #repeats = new Repeats()

  constructor(ledger: Ledger & { readonly isIdle: boolean }, timing: Timing) {
    this.#ledger = ledger
    this.#timing = timing
  }

  async enter({ method, channelId, urgency, patienceMs, isAgain, sinceMs }: Calling): Promise<void> {
    const begunMs = this.#timing.nowMs()
    if (isAgain) {
      const waitMs = this.#repeats.repeat(begunMs)
      if (waitMs > 0) throw new Held(method, waitMs)
    } else this.#repeats.called()
    for (const bucket of bucketsOf(method, channelId)) {
      const waitedMs = Math.max(0, this.#timing.nowMs() - begunMs)
      await this.#lane(bucket, urgency).enter(Math.max(0, patienceMs - waitedMs), sinceMs)
    }
  }

  async refused(method: string, ms: number): Promise<void> {
    const [bucket] = bucketsOf(method, null)
    if (bucket !== undefined) await this.#ledger.hold(bucket, ms)
  }

  get isIdle(): boolean {
    return this.#ledger.isIdle && [...this.#lanes.values()].every(({ isIdle }) => isIdle)
  }

  #lane(bucket: ReturnType<typeof bucketsOf>[number], urgency: Urgency): Lane {
    const key = `${urgency} ${bucket.name}`
    const known = this.#lanes.get(key)
    if (known !== undefined) return known
    if (this.#lanes.size >= manyLanes)
      for (const [each, lane] of this.#lanes) if (lane.isIdle) this.#lanes.delete(each)
    const lane = new Lane(bucket, urgency, this.#ledger, this.#timing)
    this.#lanes.set(key, lane)
    return lane
  }
}

/** The paces of all workspaces that this process speaks to. None knows of another. */
export type Pacing = { readonly of: (workspaceId: string) => Pace }

/** A process remembers no more; those in which nothing counts are let go of. */
const manyWorkspaces = 2_000
const sweptEveryMs = 60_000
/** Who read what lapsed has let go of it by then. */
const sweptAfterMs = 60_000

const usualTiming: Timing = { nowMs: Date.now, pause: (ms) => setTimeout(ms) }

/** `paces`: where all processes write down what they call; null for the only one. */
export const pacingWith = (paces: Paces | null, timing: Timing = usualTiming): Pacing => {
  const all = new Map<string, WorkspacePace>()
  let sweptAtMs = timing.nowMs()
  const sweep = (nowMs: number): void => {
    if (all.size >= manyWorkspaces) for (const [id, pace] of all) if (pace.isIdle) all.delete(id)
    if (paces === null || nowMs - sweptAtMs < sweptEveryMs) return
    sweptAtMs = nowMs
    // What stays lies there until the next time.
    paces.sweep(new Date(nowMs - sweptAfterMs).toISOString()).catch(() => {})
  }
  const known = (workspaceId: string): WorkspacePace => {
    const { nowMs } = timing
    sweep(nowMs())
    const found = all.get(workspaceId)
    if (found !== undefined) return found
    const ledger = paces === null ? new LocalLedger(nowMs) : new SharedLedger(workspaceId, paces, nowMs)
    const made = new WorkspacePace(ledger, timing)
    all.set(workspaceId, made)
    return made
  }
  // By its name each time: what was let go of is made anew, and is the same for all who speak to the workspace.
  return {
    of: (workspaceId) => ({
      enter: (calling) => known(workspaceId).enter(calling),
      refused: (method, ms) => known(workspaceId).refused(method, ms),
    }),
  }
}

/** Nobody is held up: before it is known which workspace it is. */
export const unpaced: Pace = { enter: async () => {}, refused: async () => {} }
