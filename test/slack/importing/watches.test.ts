import { expect, it, onTestFinished } from 'vitest'
import { Watches } from '../../../src/slack/importing/watches.js'
import { memoryStore } from '../../support/stores.js'

const standing = { userId: 'UANA', channelId: 'D1', ts: '1.1' }
const start = Date.parse('2026-11-23T16:00:00.000Z')

/** Processes that look after messages in one workspace; real time is told by the test. */
const processes = async (isShared = true) => {
  const store = await memoryStore()
  onTestFinished(() => store.close())
  let ms = start
  const clock = () => new Date(ms).toISOString()
  const called = (sender: string): Watches => {
    const ports = { uow: store.uow, clock, realClock: clock, workspaceId: 'T1', sender, isShared }
    const watches = new Watches(ports)
    onTestFinished(() => watches.stop())
    return watches
  }
  return {
    called,
    pause: (by: number) => {
      ms += by
    },
  }
}

it('a message that one process looks after is left alone by the others, who see until when', async () => {
  const { called } = await processes()
  const [one, two] = [called('one'), called('two')]
  await one.remember('i1', standing, '')
  expect(await one.all()).toEqual([{ id: 'i1', standing, shown: '', heldUntil: null }])
  expect(await two.all()).toEqual([
    { id: 'i1', standing, shown: '', heldUntil: new Date(start + 30_000).toISOString() },
  ])
  expect(await two.take('i1', standing)).toBeNull()
})

it('it is taken over from one that died, once, with what it said last', async () => {
  const { called, pause } = await processes()
  await called('one').remember('i1', standing, '40 of 100')
  pause(30_000)
  const [two, three] = [called('two'), called('three')]
  expect(await two.take('i1', standing)).toBe('40 of 100')
  expect(await three.take('i1', standing)).toBeNull()
  expect(await two.of('i1', 'UANA')).toEqual(standing)
})

it('one that nobody has to look after any more is taken by nobody', async () => {
  const { called, pause } = await processes()
  const one = called('one')
  await one.remember('i1', standing, '', 0)
  pause(1)
  expect(await one.take('i1', standing)).toBeNull()
  expect(await called('two').all()).toEqual([])
})

it('where no other process can be at work, whoever is named in it is dead', async () => {
  const { called } = await processes(false)
  await called('one').remember('i1', standing, '')
  const two = called('two')
  expect(await two.all()).toEqual([{ id: 'i1', standing, shown: '', heldUntil: null }])
  expect(await two.take('i1', standing)).toBe('')
})
