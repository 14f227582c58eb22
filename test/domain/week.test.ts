import { describe, expect, it, test } from 'vitest'
import type { Zone } from '../../src/domain/local-time.js'
import {
  cameBack,
  isSameWeek,
  nextClosing,
  type ToldWeek,
  toldBefore,
  weekToTell,
} from '../../src/domain/week.js'
import { standardWorkingTime, type WorkingTime } from '../../src/domain/working-time.js'

const chicago = standardWorkingTime('America/Chicago')
const keeps = (patch: Partial<WorkingTime>): WorkingTime => ({ ...chicago, ...patch })
const told = (...beginnings: string[]): ToldWeek[] =>
  beginnings.map((beginsOn, n) => ({ beginsOn, upToSeq: 10 + n }))
const closes = (now: string, time = chicago) => nextClosing(now, time)?.closesAt
/** Wednesday, 25 November 2026. */
const wednesday = '2026-11-25T18:00:00.000Z'

describe('a week closes', () => {
  test.each<[string, Partial<WorkingTime>, string]>([
    ['on Friday, two hours before work ends', {}, '2026-11-27T21:00:00.000Z'],
    ['on Thursday, where Friday is off', { holidays: ['2026-11-27'] }, '2026-11-26T21:00:00.000Z'],
    ['on Thursday, where weeks begin on Sunday', { days: [7, 1, 2, 3, 4] }, '2026-11-26T21:00:00.000Z'],
    ['on Sunday, where nobody rests', { days: [1, 2, 3, 4, 5, 6, 7] }, '2026-11-29T21:00:00.000Z'],
    ['on the only day that is worked', { days: [3] }, '2026-11-25T21:00:00.000Z'],
    ['before the longest rest, and not before another', { days: [1, 2, 4, 5] }, '2026-11-27T21:00:00.000Z'],
    ['with the first hour, where work is short', { fromHour: 9, toHour: 10 }, '2026-11-27T15:00:00.000Z'],
    ['late, where work ends with the day', { toHour: 24 }, '2026-11-28T04:00:00.000Z'],
  ])('%s', (_, patch, at) => {
    expect(closes(wednesday, keeps(patch))).toBe(at)
  })

  it('in the next week, where all of this one is off', () => {
    const holidays = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']
    expect(closes(wednesday, keeps({ holidays }))).toBe('2026-12-04T21:00:00.000Z')
  })

  test.each<[Zone, string, string]>([
    // The clocks go back on Sunday the 1st, and forward on the 8th of March.
    ['America/Chicago', '2026-10-28T12:00:00.000Z', '2026-10-30T20:00:00.000Z'],
    ['America/Chicago', '2026-11-04T12:00:00.000Z', '2026-11-06T21:00:00.000Z'],
    ['America/Chicago', '2026-03-11T12:00:00.000Z', '2026-03-13T20:00:00.000Z'],
    ['Pacific/Auckland', '2026-11-25T12:00:00.000Z', '2026-11-27T02:00:00.000Z'],
    ['Pacific/Honolulu', '2026-11-25T12:00:00.000Z', '2026-11-28T01:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-25T12:00:00.000Z', '2026-11-27T09:15:00.000Z'],
  ])('by the clocks of %s', (zone, now, at) => {
    expect(closes(now, keeps({ zone }))).toBe(at)
  })
})

describe('a week is told', () => {
  const friday = (hour: string) => `2026-11-27T${hour}:00.000Z`
  const at = (now: string, before: readonly ToldWeek[] = [], time = chicago) =>
    weekToTell(now, time, before)?.closesOn ?? null

  it('once it has closed, and not before', () => {
    expect(at(friday('20:59'))).toBeNull()
    expect(at(friday('21:00'))).toBe('2026-11-27')
    expect(at(friday('22:59'))).toBe('2026-11-27')
    expect(at(friday('23:00'))).toBeNull()
  })

  it('once', () => {
    expect(at(friday('21:30'), told('2026-11-23'))).toBeNull()
    expect(at(friday('21:30'), told('2026-11-16'))).toBe('2026-11-27')
  })

  it('on the working day after, where nobody could say it before, and no later', () => {
    expect(at('2026-11-30T16:00:00.000Z', told('2026-11-16'))).toBe('2026-11-27')
    expect(at('2026-11-30T16:00:00.000Z', told('2026-11-23'))).toBeNull()
    expect(at('2026-12-01T16:00:00.000Z', told('2026-11-16'))).toBeNull()
    const longWeekend = keeps({ holidays: ['2026-11-30'] })
    expect(at('2026-12-01T16:00:00.000Z', told('2026-11-16'), longWeekend)).toBe('2026-11-27')
  })

  it('not on Monday to a channel that has only just asked for it', () => {
    expect(at('2026-11-30T16:00:00.000Z')).toBeNull()
  })

  it('once, though the working days are set anew in the middle of it', () => {
    const sundays = keeps({ days: [7, 1, 2, 3, 4] })
    expect(at('2026-11-26T21:30:00.000Z', [], sundays)).toBe('2026-11-26')
    // It was told on Thursday as the week of Sunday; from Friday on weeks begin on Monday.
    expect(at(friday('21:30'), told('2026-11-22'))).toBeNull()
    expect(at('2026-12-04T21:30:00.000Z', told('2026-11-22'))).toBe('2026-12-04')
  })

  it('whatever a clock that ran ahead has told of weeks to come', () => {
    expect(at(friday('21:30'), told('2027-06-07'))).toBe('2026-11-27')
  })
})

it('a week goes on where the one before ended, unless that is long ago', () => {
  expect(toldBefore('2026-11-23', told('2026-11-09', '2026-11-16', '2026-11-23'))?.beginsOn).toBe(
    '2026-11-16',
  )
  expect(toldBefore('2026-11-23', told('2026-11-09'))?.beginsOn).toBe('2026-11-09')
  expect(toldBefore('2026-11-23', told('2026-10-26', '2026-12-07'))).toBeNull()
})

it('days belong to a week', () => {
  expect(isSameWeek('2026-11-23', '2026-11-29', chicago)).toBe(true)
  expect(isSameWeek('2026-11-23', '2026-11-30', chicago)).toBe(false)
})

describe('somebody came back', () => {
  it('after two months, and after twice their own rhythm', () => {
    const every = (weeks: number) => ({ every: weeks, unit: 'week' }) as const
    expect(cameBack('2026-09-20', '2026-11-25', every(3))).toBe(true)
    expect(cameBack('2026-10-20', '2026-11-25', every(1))).toBe(false)
    expect(cameBack('2026-09-20', '2026-11-25', every(6))).toBe(false)
    expect(cameBack('2026-09-20', '2026-11-25', 'never')).toBe(true)
    expect(cameBack('2026-11-25', '2026-09-20', 'never')).toBe(false)
  })
})
