import type { Clock, Scope, UnitOfWork } from '../ports.js'

export type ClaimPorts = {
  readonly uow: UnitOfWork
  /** Real time: claims lapse by it, whatever the product takes for its now. */
  readonly realClock: Clock
  /** Names this process among those that carry imports out. */
  readonly sender: string
  /** Whether processes on other machines may be at work too; else the one that stopped is dead, and not waited for. */
  readonly isShared: boolean
}

/** A claim lapses after this long, so that another process takes over from one that died. */
const claimMs = 20_000
const renewedAfterMs = 5_000

/** The right to carry an import out, of which one process at a time has it. */
export type ImportClaim = {
  /** Takes it, or keeps it up; false while another has it. */
  readonly isHeld: () => Promise<boolean>
  /** Another seems to be at work: it is asked about anew. */
  readonly doubt: () => void
  readonly letGo: () => Promise<void>
}

export const claimOn = (
  { uow, realClock, sender, isShared }: ClaimPorts,
  scope: Scope,
  importId: string,
): ImportClaim => {
  let renewedAt = Number.NEGATIVE_INFINITY
  let isTaken = false
  return {
    isHeld: async () => {
      if (!isShared) return true
      if (performance.now() - renewedAt < renewedAfterMs) return true
      const now = realClock()
      const until = new Date(Date.parse(now) + claimMs).toISOString()
      const isOurs = await uow.keep(scope, ({ imports }) =>
        imports.claim(importId, { by: sender, until, now }),
      )
      if (isOurs) renewedAt = performance.now()
      isTaken ||= isOurs
      return isOurs
    },
    doubt: () => {
      renewedAt = Number.NEGATIVE_INFINITY
    },
    // What cannot be let go of lapses.
    letGo: async () => {
      if (isTaken) await uow.keep(scope, ({ imports }) => imports.letGo(importId, sender)).catch(() => {})
    },
  }
}
