/** Pauses of so many milliseconds are measured. */
const pauseMs = 20
/** Whoever comes so much later than that, in milliseconds, has to wait for the processor: doing more at once makes nothing sooner. */
const busyMs = 60

/**
 * Whether the processor is waited for, in this process or among all that share it: by how late a pause ended, lately.
 * Each question begins the next measurement, so that nothing is measured while nobody asks.
 */
export const lateness = (): (() => boolean) => {
  let lateMs = 0
  let isMeasuring = false
  const measure = (): void => {
    if (isMeasuring) return
    isMeasuring = true
    const from = performance.now()
    setTimeout(() => {
      isMeasuring = false
      lateMs = (lateMs + performance.now() - from - pauseMs) / 2
    }, pauseMs).unref()
  }
  return () => {
    measure()
    return lateMs > busyMs
  }
}
