import { describe, expect, it, vi } from 'vitest'
import { logContact } from '../../src/app/interactions/log-contact.js'
import type { UnitOfWork } from '../../src/app/ports.js'
import type { Slice } from '../../src/scheduler/slice.js'
import { workTurn } from '../../src/scheduler/work-turn.js'
import { anOffice, everything, monday } from '../app/office.js'
import { type Script, theOutbox } from '../app/outbox.js'

const slice: Slice = { isLost: () => false, step: () => () => false, wasCut: () => false }
const tuesday = '2026-11-24T15:00:00.000Z'

/** An office on a Monday morning in which Frank has been quiet for two months, and what has its turn there. */
const atWork = async (script: Partial<Script> = {}) => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  await logContact(office, ana, { personId: frank.id, kind: 'met', on: '2026-09-20', text: '' })
  const outbox = theOutbox(office, script)
  const onTrouble = vi.fn()
  let now = monday
  const ports = {
    ...outbox.ports,
    newId: office.newId,
    isShared: office.isShared,
    turns: office.turns,
    clock: () => now,
    realClock: () => now,
    isSlackThere: async () => true,
    onTrouble,
  }
  return {
    office,
    ana,
    frank,
    outbox,
    ports,
    onTrouble,
    turn: (given: Slice = slice, uow: UnitOfWork = office.uow) => workTurn({ ...ports, uow }, 'T1', given),
    pass: (ms: number) => {
      now = new Date(Date.parse(now) + ms).toISOString()
    },
  }
}

/** Reads, and would fail to write. */
const readingAlone = ({ read }: UnitOfWork): UnitOfWork => ({
  read,
  keep: () => Promise.reject(new Error('kept')),
  act: () => Promise.reject(new Error('acted')),
})

describe('a turn', () => {
  it('does what is due, and comes again with the next digest', async () => {
    const { turn, outbox } = await atWork()
    expect(await turn()).toBe(tuesday)
    expect(outbox.calls).toEqual(['post channel:CUSTOMERS'])
    expect(outbox.said[0]?.entries).toHaveLength(1)
  })

  it('where nothing is due only looks', async () => {
    const { office, turn, onTrouble } = await atWork()
    await turn()
    expect(await turn(slice, readingAlone(office.uow))).toBe(tuesday)
    expect(onTrouble).not.toHaveBeenCalled()
  })

  it('finds what nothing woke it for', async () => {
    const { office, ana, frank, turn, outbox } = await atWork()
    await turn()
    await logContact(office, ana, { personId: frank.id, kind: 'met', on: '2026-11-23', text: '' })
    expect(await turn()).toBe(tuesday)
    // What was asked for on Monday morning is answered: the post is put right.
    expect(outbox.calls).toEqual(['post channel:CUSTOMERS', 'update'])
  })

  it('tends what nothing waits for once an hour', async () => {
    const { office, turn, pass } = await atWork()
    await turn()
    const pulse = () => office.uow.keep(everything, ({ troubles }) => troubles.pulse())
    pass(40 * 60_000)
    await turn()
    expect(await pulse()).toMatchObject({ beatAt: monday })
    pass(10 * 60_000)
    expect(await turn()).toBe(tuesday)
    expect(await pulse()).toMatchObject({ beatAt: '2026-11-23T16:50:00.000Z' })
  })

  it('that is cut short leaves the rest for another', async () => {
    const { turn, outbox } = await atWork()
    expect(await turn({ ...slice, step: () => () => true, wasCut: () => true })).toBe('more')
    expect(outbox.calls).toEqual([])
    expect(await turn()).toBe(tuesday)
    expect(outbox.calls).toEqual(['post channel:CUSTOMERS'])
  })

  it('that is lost does nothing more', async () => {
    const { turn, outbox } = await atWork()
    expect(await turn({ ...slice, isLost: () => true })).toBe('more')
    expect(outbox.calls).toEqual([])
  })

  it('tries again soon what Slack could not be asked about', async () => {
    const { office, turn, outbox, pass } = await atWork()
    office.down.add('CUSTOMERS')
    expect(await turn()).toBe('2026-11-23T16:00:30.000Z')
    office.down.clear()
    pass(30_000)
    expect(await turn()).toBe(tuesday)
    expect(outbox.calls).toEqual(['post channel:CUSTOMERS'])
  })

  it('goes on past what fails, and tries it again in a minute', async () => {
    const { office, turn, outbox, onTrouble } = await atWork()
    const broken = new Error('broken')
    let reads = 0
    // The first that reads is whoever carries out what sources said.
    const uow: UnitOfWork = {
      ...office.uow,
      read: (scope, work) => (++reads === 1 ? Promise.reject(broken) : office.uow.read(scope, work)),
    }
    expect(await turn(slice, uow)).toBe('2026-11-23T16:01:00.000Z')
    expect(onTrouble.mock.calls).toEqual([[broken]])
    expect(outbox.calls).toEqual(['post channel:CUSTOMERS'])
  })
})
