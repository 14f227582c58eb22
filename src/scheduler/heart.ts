import { schedule } from 'node-cron'

/** Beats once a minute. A beat that lasts longer than a minute is not overlapped; the next one catches up. */
export type Heart = {
  /** A beat now, or after the one that is under way. */
  readonly beatNow: () => Promise<void>
  /** No more beats; resolves when the last one has ended. */
  readonly stop: () => Promise<void>
}

/** `beat` must not reject: what goes wrong in it is its own to log. */
export const startHeart = (beat: () => Promise<void>): Heart => {
  let underWay: Promise<void> | null = null
  let again = false
  let stopped = false
  const run = async (): Promise<void> => {
    do {
      again = false
      await beat()
    } while (again && !stopped)
    underWay = null
  }
  const beatNow = (): Promise<void> => {
    if (stopped) return underWay ?? Promise.resolve()
    if (underWay !== null) again = true
    else underWay = run()
    return underWay
  }
  const task = schedule('* * * * *', () => {
    if (underWay === null) void beatNow()
  })
  return {
    beatNow,
    stop: async () => {
      stopped = true
      await task.stop()
      await underWay
    },
  }
}
