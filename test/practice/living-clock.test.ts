import { expect, it } from 'vitest'
import { livingClock } from '../../src/practice/living-clock.js'
import { MovingClock } from '../../src/practice/moving-clock.js'

it('lives through every hour on the way, and tells of each before it is lived', async () => {
  const clock = new MovingClock(new Date('2026-11-24T09:30:00Z'), { isStill: true })
  const lived: string[] = []
  const living = {
    setClock: async (at: Date) => void lived.push(`it is ${at.toISOString().slice(11, 16)}`),
    beat: async () => void lived.push(`beat at ${clock.now().toISOString().slice(11, 16)}`),
  }
  await livingClock(clock, living, 'UTC').moveTo(new Date('2026-11-24T12:00:00Z'))
  expect(lived).toEqual([
    'it is 10:00',
    'beat at 10:00',
    'it is 11:00',
    'beat at 11:00',
    'it is 12:00',
    'beat at 12:00',
  ])
  expect(clock.now().toISOString()).toBe('2026-11-24T12:00:00.000Z')
})

it('runs on by itself unless it stands still', () => {
  const at = new Date('2026-11-24T09:30:00Z')
  expect(new MovingClock(at, { isStill: true }).now()).toEqual(at)
  expect(new MovingClock(at).now().getTime() - at.getTime()).toBeLessThan(1_000)
})
