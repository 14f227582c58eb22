import { describe, expect, it } from 'vitest'
import type { Waits } from '../../src/app/ports/turns.js'
import { dueIn } from '../../src/scheduler/due.js'
import { nothingWaits } from '../support/nothing-waits.js'

const monday = '2026-11-23T10:00:00.000Z'
const minuteMs = 60_000
const hours = { zone: 'UTC', days: [1, 2, 3, 4, 5], fromHour: 9, toHour: 17, digestHour: 9, holidays: [] }

/** A workspace in which this waits, and whose clocks can be moved. */
const where = (waits: Partial<Waits> = {}) => {
  const ahead = { clock: 0, realClock: 0 }
  let asked = 0
  const by = (which: keyof typeof ahead) => () => new Date(Date.parse(monday) + ahead[which]).toISOString()
  const turns = {
    waits: async () => {
      asked += 1
      return { ...nothingWaits, ...waits }
    },
  }
  const due = dueIn({ turns, clock: by('clock'), realClock: by('realClock') }, 'T1')
  const beat = async (leavesNothing = true): Promise<boolean> => {
    const isAnything = await due.isAnything()
    if (isAnything) due.beaten(leavesNothing)
    return isAnything
  }
  return { beat, ahead, asked: () => asked }
}

describe('A beat of one workspace', () => {
  it('does everything when the bot has started, without asking what waits', async () => {
    const { beat, asked } = where()
    expect(await beat()).toBe(true)
    expect(asked()).toBe(0)
  })

  it('does nothing a minute after one that left nothing, and all again after a while', async () => {
    const { beat, ahead } = where()
    await beat()
    const did: boolean[] = []
    for (let minute = 1; minute <= 6; minute++) {
      ahead.clock = minute * minuteMs
      ahead.realClock = minute * minuteMs
      did.push(await beat())
    }
    expect(did).toEqual([false, false, false, false, true, false])
  })

  it.each<[string, Partial<Waits>]>([
    ['a post waits', { posts: [{ kind: 'digest', plannedAt: monday, notBefore: null, time: hours }] }],
    ['a post says what is not right any more', { isStale: true }],
    // However short a time ago it was looked at.
    ['the day of a channel is not fixed', { hours: [{ time: hours, isOpen: true }], beatAt: monday }],
    ['a file is read', { isReading: true, beatAt: monday }],
  ])('does what there is to do at once: %s', async (_, waits) => {
    const { beat } = where(waits)
    await beat()
    expect(await beat()).toBe(true)
  })

  it('waits for what comes later', async () => {
    const notBefore = '2026-11-23T10:02:00.000Z'
    const { beat, ahead } = where({
      posts: [{ kind: 'digest', plannedAt: monday, notBefore, time: hours }],
    })
    await beat()
    expect(await beat()).toBe(false)
    ahead.clock = 2 * minuteMs
    ahead.realClock = 2 * minuteMs
    expect(await beat()).toBe(true)
  })

  it('tries again what could not be done', async () => {
    const { beat } = where()
    await beat(false)
    expect(await beat()).toBe(true)
    expect(await beat()).toBe(false)
  })

  it.each(['clock', 'realClock'] as const)('looks at everything when the %s was set', async (which) => {
    const { beat, ahead } = where()
    await beat()
    ahead[which] = -10 * minuteMs
    expect(await beat()).toBe(true)
  })
})
