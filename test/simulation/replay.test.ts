import { describe, expect, it } from 'vitest'
import { Fuse } from '../../src/simulation/bot/fuse.js'
import {
  daysAfter,
  lastWorkingDay,
  monthsAfter,
  wallAt,
  worksAt,
} from '../../src/simulation/oracle/calendar.js'
import { simulate } from '../../src/simulation/simulate.js'
import { overTheChangeOfClocks, patienceMs } from './weeks.js'

const short = { seed: 42, weeks: 2, people: 12, start: overTheChangeOfClocks }

describe('a simulation', () => {
  it('goes the same way again with the same seed, in memory and in a file', {
    timeout: patienceMs,
  }, async () => {
    const first = await simulate(short)
    const again = await simulate(short)
    expect(first.broken).toBeNull()
    expect(again.hash).toBe(first.hash)
    expect(first.counts.get('act')).toBeGreaterThan(10)
    const inFile = await simulate({ ...short, inFile: true, weeks: 1 })
    expect(inFile.broken).toBeNull()
  })

  it('goes another way with another', { timeout: patienceMs }, async () => {
    const few = { ...short, weeks: 1, people: 4 }
    expect((await simulate(few)).hash).not.toBe((await simulate({ ...few, seed: 43 })).hash)
  })
})

describe('a process of the simulation', () => {
  it('dies at the step that was set, and nothing of it goes on', async () => {
    const fuse = new Fuse()
    const done: string[] = []
    fuse.light(3)
    void (async () => {
      for (const step of ['one', 'two', 'three', 'four']) {
        await fuse.step()
        done.push(step)
      }
    })()
    await fuse.died
    expect(fuse.isDead).toBe(true)
    expect(done).toEqual(['one', 'two'])
    expect(() => fuse.stepInside()).toThrow()
  })
})

describe('the calendar of the oracle', () => {
  const hours = { zone: 'Australia/Lord_Howe', days: [1, 2, 3, 4, 5], fromHour: 9, toHour: 17, digestHour: 9 }

  it('knows half an hour of summer, and days off', () => {
    expect(wallAt(Date.parse('2026-10-03T15:29:00Z'), hours.zone)).toEqual({
      on: '2026-10-04',
      hour: 1,
      minute: 59,
    })
    expect(wallAt(Date.parse('2026-10-03T15:30:00Z'), hours.zone)).toEqual({
      on: '2026-10-04',
      hour: 2,
      minute: 30,
    })
    const open = { ...hours, holidays: ['2026-10-05'] }
    expect(worksAt(Date.parse('2026-10-04T23:00:00Z'), open)).toBe(false)
    expect(lastWorkingDay('2026-10-05', open)).toBe('2026-10-02')
  })

  it('counts days and months', () => {
    expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29')
    expect(monthsAfter('2027-01-31', 1)).toBe('2027-02-28')
  })
})
