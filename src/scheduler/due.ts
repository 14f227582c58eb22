import type { Now, Turns } from '../app/ports/turns.js'
import type { Clock } from '../app/ports.js'
import { whenNext } from '../app/turns/when-next.js'

export type DuePorts = {
  readonly turns: Pick<Turns, 'waits'>
  readonly clock: Clock
  readonly realClock: Clock
}

/**
 * At every fifth beat, each of which comes a little early or late: what expires is swept, silent places are looked at, and what
 * anybody left undone is taken up, due or not.
 */
const wholeEachMs = 4.5 * 60_000

/** Whether a beat of one workspace has anything to do. */
export type Due = {
  /** To be asked as a beat begins. Reads, in one short transaction, when the last whole beat was a moment ago. */
  readonly isAnything: () => Promise<boolean>
  /** How the beat that had something to do went: what it left undone is due at the next. */
  readonly beaten: (leftNothing: boolean) => void
}

export const dueIn = ({ turns, clock, realClock }: DuePorts, workspaceId: string): Due => {
  let begun: Now | null = null
  let whole: Now | null = null
  return {
    isAnything: async () => {
      const at: Now = { now: clock(), realNow: realClock() }
      begun = at
      if (whole === null || !isNear(at, whole)) return true
      // A day that stays open, and a file that is read, are looked at at each beat.
      const next = whenNext({ ...(await turns.waits(workspaceId, at)), beatAt: null }, at)
      return next !== null && next <= at.now
    },
    beaten: (leftNothing) => {
      whole = leftNothing ? begun : null
    },
  }
}

/** By both clocks: either may have been set, or played. */
const isNear = (at: Now, before: Now): boolean =>
  msBetween(at.now, before.now) < wholeEachMs && msBetween(at.realNow, before.realNow) < wholeEachMs
const msBetween = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other))
