import { createTask } from 'node-cron'
import { oneAtATime } from './one-at-a-time.js'

/** Beats when asked, and once a minute by itself. */
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
  rhythm: 'each minute' | 'when asked' = 'each minute',
): Heart => {
  const beats = oneAtATime(beat)
  const minutes = createTask('* * * * *', () => {
    const isSkipped = beats.isUnderWay()
    onMinute(Date.now() % 60_000, isSkipped)
    if (!isSkipped) void beats.now()
  })
  if (rhythm === 'each minute') void minutes.start()
  return {
    beatNow: beats.now,
    stop: async () => {
      await minutes.stop()
      await beats.stop()
    },
  }
}
