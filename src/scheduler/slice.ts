/** The time that a workspace has in one turn. */
export type Slice = {
  /** Nothing more is to be done: the process stops, or somebody else may be working there by now. */
  readonly isLost: () => boolean
  /**
   * For one step of the work: asked before each part of it, says whether the rest has to wait. Late in a slice a step has
   * a second all the same, so that none waits for ever behind one that takes long.
   */
  readonly step: () => () => boolean
  /** A step was told to wait with the rest. */
  readonly wasCut: () => boolean
}

const stepMs = 1_000
/** Work that never ends keeps a workspace from others no longer than this. */
const longestMs = 10 * 60_000

/** Begins a slice, and renews its claim until it ends: until then nobody takes it for dead. */
export const startSlice = (options: {
  /** False when the claim is lost. */
  readonly renew: () => Promise<boolean>
  readonly leaseMs: number
  readonly sliceMs: number
  readonly isStopped: () => boolean
}): Slice & { readonly end: () => void } => {
  const { renew, leaseMs, sliceMs } = options
  const begunAt = performance.now()
  let renewedAt = begunAt
  let isTaken = false
  let isCut = false
  const timer = setInterval(() => {
    const asked = performance.now()
    if (asked - begunAt > longestMs) return clearInterval(timer)
    renew().then(
      (isMine) => {
        if (isMine) renewedAt = asked
        else isTaken = true
      },
      // The database is away: without it the claim lapses.
      () => {},
    )
  }, leaseMs / 3)
  const isLost = () => isTaken || options.isStopped() || performance.now() - renewedAt >= leaseMs
  return {
    isLost,
    step: () => {
      const until = Math.max(begunAt + sliceMs, performance.now() + Math.min(stepMs, sliceMs))
      return () => {
        const isOver = isLost() || performance.now() >= until
        isCut ||= isOver
        return isOver
      }
    },
    wasCut: () => isCut,
    end: () => clearInterval(timer),
  }
}
