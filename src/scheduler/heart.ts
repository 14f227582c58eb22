import { schedule } from 'node-cron'
import { oneAtATime } from './one-at-a-time.js'

/** Beats once a minute, and when asked. */
export type Heart = {
  readonly beatNow: () => Promise<void>
  /** No more beats; resolves when the last one has ended. */
  readonly stop: () => Promise<void>
}

/**
 * A beat that lasts longer than a minute is not overlapped: what is due lives in the database, so the next beat
 * catches up. `beat` must not reject. `onMinute` hears how late each minute was noticed, and whether its beat was left out.
 */
export const startHeart = (
  beat: () => Promise<void>,
  onMinute: (lateMs: number, isSkipped: boolean) => void = () => {},
): Heart => {
  const beats = oneAtATime(beat)
  const task = schedule('* * * * *', () => {
    const isSkipped = beats.isUnderWay()
    onMinute(Date.now() % 60_000, isSkipped)
    if (!isSkipped) void beats.now()
  })
  return {
    beatNow: beats.now,
    stop: async () => {
      await task.stop()
      await beats.stop()
    },
  }
}
