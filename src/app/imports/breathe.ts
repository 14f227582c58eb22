/** Long enough for another process that waits for the database to find it free. */
const breathMs = 10

/** Everybody else has their turn: what people type, and other writers. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, breathMs))

/**
 * For between two batches: what people type here has its turn at once, and other processes have theirs before another
 * batch as long as the last would make them wait for longer than one batch may last.
 */
export const breathing = (): (() => Promise<void>) => {
  let [since, last] = [performance.now(), performance.now()]
  return async () => {
    const now = performance.now()
    const next = now + (now - last)
    if (next - since <= longestMs) await new Promise((resolve) => setImmediate(resolve))
    else {
      await breathe()
      since = performance.now()
    }
    last = performance.now()
  }
}

/** How often it is looked whether another process has come to the end of what it carries out. */
const otherMs = 250
export const waitForOther = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, otherMs))

/**
 * Rows of one batch, at most; how many of them may change something, which takes longer to take back than to do; and for
 * how long (ms) one goes on taking them, so that nobody waits for it.
 */
export const mostAtOnce = 300
export const mostChanges = 40
export const longestMs = 80
