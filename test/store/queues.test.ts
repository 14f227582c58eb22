import { expect, it } from 'vitest'
import { Queues } from '../../src/store/queues.js'

/** Work that goes on until it is let go. */
const aGate = () => {
  let open = (): void => {}
  const isOpen = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, isOpen }
}

it('work of one name is done one at a time, in the order in which it came', async () => {
  const queues = new Queues()
  const gate = aGate()
  const done: string[] = []
  const first = queues.inTurn('W1', 1_000, async () => {
    await gate.isOpen
    done.push('first')
  })
  const others = ['second', 'third'].map((name) => queues.inTurn('W1', 1_000, async () => done.push(name)))
  expect(done).toEqual([])
  gate.open()
  await Promise.all([first, ...others])
  expect(done).toEqual(['first', 'second', 'third'])
})

it('work of another name does not wait', async () => {
  const queues = new Queues()
  const gate = aGate()
  const first = queues.inTurn('W1', 1_000, () => gate.isOpen)
  expect(await queues.inTurn('W2', 1_000, async () => 'done')).toBe('done')
  gate.open()
  await first
})

it('whoever waits too long is told that it is busy, and those behind still have their turn', async () => {
  const queues = new Queues()
  const gate = aGate()
  const first = queues.inTurn('W1', 1_000, () => gate.isOpen)
  const hasty = queues.inTurn('W1', 10, async () => 'too early')
  const patient = queues.inTurn('W1', 10_000, async (leftMs) => leftMs)
  await expect(hasty).rejects.toMatchObject({ name: 'StoreUnavailable', trouble: 'busy' })
  gate.open()
  await first
  // What it waited is not left to it.
  expect(await patient).toBeLessThan(10_000)
})

it('work that fails makes room all the same', async () => {
  const queues = new Queues()
  const failing = queues.inTurn('W1', 1_000, async () => {
    throw new Error('no')
  })
  const next = queues.inTurn('W1', 1_000, async () => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
})

it('so many that nobody could wait for them are turned away at once', async () => {
  const queues = new Queues()
  const gate = aGate()
  const work = Array.from({ length: 1_001 }, () => queues.inTurn('W1', 60_000, () => gate.isOpen))
  await expect(queues.inTurn('W1', 60_000, async () => {})).rejects.toMatchObject({ trouble: 'busy' })
  gate.open()
  await Promise.all(work)
})
