import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startSlice } from '../../src/scheduler/slice.js'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const aSlice = (renew: () => Promise<boolean> = async () => true, isStopped = () => false) =>
  startSlice({ renew, leaseMs: 30_000, sliceMs: 5_000, isStopped })

it('a slice is over after its time, and says that something was left', () => {
  const slice = aSlice()
  const isOver = slice.step()
  vi.advanceTimersByTime(4_999)
  expect([isOver(), slice.wasCut()]).toEqual([false, false])
  vi.advanceTimersByTime(1)
  expect([isOver(), slice.wasCut(), slice.isLost()]).toEqual([true, true, false])
  slice.end()
})

it('a step that begins late has a second all the same', () => {
  const slice = aSlice()
  vi.advanceTimersByTime(20_000)
  const isOver = slice.step()
  vi.advanceTimersByTime(999)
  expect([isOver(), slice.wasCut()]).toEqual([false, false])
  vi.advanceTimersByTime(1)
  expect(isOver()).toBe(true)
  slice.end()
})

it('it is renewed as long as it goes on, but not for ever', async () => {
  const renew = vi.fn(async () => true)
  const slice = aSlice(renew)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(renew).toHaveBeenCalledTimes(6)
  expect(slice.isLost()).toBe(false)
  await vi.advanceTimersByTimeAsync(20 * 60_000)
  expect(renew).toHaveBeenCalledTimes(60)
  expect(slice.isLost()).toBe(true)
})

it('it is lost when somebody else has taken over', async () => {
  const slice = aSlice(async () => false)
  await vi.advanceTimersByTimeAsync(10_000)
  expect([slice.isLost(), slice.step()()]).toEqual([true, true])
  slice.end()
})

it('it is lost when the database was away, or this process asleep, for as long as its claim', async () => {
  const slice = aSlice(() => Promise.reject(new Error('gone')))
  await vi.advanceTimersByTimeAsync(29_999)
  expect(slice.isLost()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(slice.isLost()).toBe(true)
  slice.end()
})

it('it is lost when the process stops', () => {
  let isStopped = false
  const slice = aSlice(undefined, () => isStopped)
  expect(slice.isLost()).toBe(false)
  isStopped = true
  expect(slice.isLost()).toBe(true)
  slice.end()
})
