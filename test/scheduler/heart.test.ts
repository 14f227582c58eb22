import { expect, it, onTestFinished, vi } from 'vitest'
import { startHeart } from '../../src/scheduler/heart.js'

it.each<['each minute' | 'when asked', number]>([
  ['each minute', 3],
  ['when asked', 0],
])('%s: three minutes pass', async (rhythm, beats) => {
  vi.useFakeTimers({ now: new Date('2026-11-24T16:00:30.000Z') })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const beat = vi.fn(async () => {})
  const heart = startHeart(beat, () => {}, rhythm)
  await vi.advanceTimersByTimeAsync(180_000)
  expect(beat).toHaveBeenCalledTimes(beats)
  await heart.beatNow()
  expect(beat).toHaveBeenCalledTimes(beats + 1)
  await heart.stop()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(beat).toHaveBeenCalledTimes(beats + 1)
})
