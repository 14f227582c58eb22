import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Rests } from '../../../src/slack/pacing/rests.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Whether it is over by now. */
const isOver = async (rests: Rests, key: string): Promise<boolean> => {
  let over = false
  void rests.over(key).then(() => {
    over = true
  })
  await vi.advanceTimersByTimeAsync(0)
  return over
}

test('A rest lasts as long as it is told to, for one alone', async () => {
  const rests = new Rests(1_000)
  expect(await isOver(rests, 'U1')).toBe(true)
  rests.begin('U1')
  await vi.advanceTimersByTimeAsync(999)
  expect([await isOver(rests, 'U1'), await isOver(rests, 'U2')]).toEqual([false, true])
  await vi.advanceTimersByTimeAsync(1)
  expect(await isOver(rests, 'U1')).toBe(true)
})

test('One that begins anew lasts from then on, and lets go whoever waited', async () => {
  const rests = new Rests(1_000)
  rests.begin('U1')
  await vi.advanceTimersByTimeAsync(600)
  const waited = rests.over('U1')
  rests.begin('U1')
  await waited
  await vi.advanceTimersByTimeAsync(600)
  expect(await isOver(rests, 'U1')).toBe(false)
})

test('One that is ended keeps nobody, and no timer', async () => {
  const rests = new Rests(1_000)
  rests.begin('U1')
  const waited = rests.over('U1')
  rests.end('U1')
  await waited
  expect(vi.getTimerCount()).toBe(0)
})
