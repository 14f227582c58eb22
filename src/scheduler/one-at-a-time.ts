/** Work that is asked for more often than it can be done: never two at once, and once more when asked meanwhile. */
export type OneAtATime = {
  /** Resolves when the work that was under way, and the one asked for, have ended. */
  readonly now: () => Promise<void>
  readonly isUnderWay: () => boolean
  /** No more of it; resolves when the last has ended. */
  readonly stop: () => Promise<void>
}

/** `work` must not reject: what goes wrong in it is its own to log. */
export const oneAtATime = (work: () => Promise<void>): OneAtATime => {
  let underWay: Promise<void> | null = null
  let again = false
  let stopped = false
  const run = async (): Promise<void> => {
    do {
      again = false
      await work()
    } while (again && !stopped)
    underWay = null
  }
  return {
    isUnderWay: () => underWay !== null,
    now: () => {
      if (stopped) return underWay ?? Promise.resolve()
      if (underWay === null) underWay = run()
      else again = true
      return underWay
    },
    stop: async () => {
      stopped = true
      await underWay
    },
  }
}
