import { expect, test } from 'vitest'
import { Gate } from '../../src/hooks/gate.js'

test('so many at once, the others in their turn, and no more than may wait', async () => {
  const gate = new Gate(2, 3)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = (nth: number) =>
    gate.through(async () => {
      begun.push(nth)
      await new Promise<void>((resolve) => ends.push(resolve))
      return nth
    })
  const all = [1, 2, 3, 4, 5].map(work)
  expect(begun).toEqual([1, 2])
  expect(await work(6)).toBeNull()
  for (let nth = 0; nth < 5; nth++) {
    ends[nth]?.()
    await all[nth]
    expect(begun.length).toBe(Math.min(5, nth + 3))
  }
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 5])
})

test('what fails inside gives its place to the next', async () => {
  const gate = new Gate(1, 1)
  const failing = gate.through(() => Promise.reject(new Error('broken')))
  const next = gate.through(async () => 'next')
  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('next')
})
