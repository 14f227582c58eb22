import { describe, expect, test } from 'vitest'
import { plusDays } from '../../src/domain/local-time.js'
import {
  isDigestTime,
  isWorkingDay,
  isWorkingTime,
  restAfter,
  standardWorkingTime,
  workingDayFrom,
  workingDaysSince,
} from '../../src/domain/working-time.js'

const chicago = standardWorkingTime('America/Chicago')

describe('working time', () => {
  test('is nine to five from Monday to Friday until said otherwise', () => {
    expect(chicago).toEqual({
      zone: 'America/Chicago',
      days: [1, 2, 3, 4, 5],
      fromHour: 9,
      toHour: 17,
      digestHour: 9,
      holidays: [],
    })
  })

  test.each([
    ['just before nine', '2026-11-24T14:59:59.999Z', false],
    ['at nine', '2026-11-24T15:00:00.000Z', true],
    ['the last minute before five', '2026-11-24T22:59:59.999Z', true],
    ['at five', '2026-11-24T23:00:00.000Z', false],
    ['Sunday noon', '2026-11-22T18:00:00.000Z', false],
    ['Friday ten at night', '2026-11-28T04:00:00.000Z', false],
    ['nine in summer, an hour earlier in UTC', '2026-07-01T14:00:00.000Z', true],
  ])('%s', (_, instant, working) => {
    expect(isWorkingTime(instant, chicago)).toBe(working)
    expect(isDigestTime(instant, chicago)).toBe(working)
  })

  test('the digest waits for its hour', () => {
    const eleven = { ...chicago, digestHour: 11 }
    expect(isDigestTime('2026-11-24T16:59:00.000Z', eleven)).toBe(false)
    expect(isDigestTime('2026-11-24T17:00:00.000Z', eleven)).toBe(true)
    expect(isDigestTime('2026-11-24T23:30:00.000Z', eleven)).toBe(false)
  })
})

describe('working days', () => {
  test('Saturday is none, and Monday is the next', () => {
    expect(isWorkingDay('2026-11-28', chicago)).toBe(false)
    expect(workingDayFrom('2026-11-28', chicago)).toBe('2026-11-30')
    expect(workingDayFrom('2026-11-27', chicago)).toBe('2026-11-27')
  })

  test('a place that never works has no day to wait for', () => {
    expect(workingDayFrom('2026-11-28', { ...chicago, days: [] })).toBe('2026-11-28')
  })

  test('are followed by as many days off as there are before the next', () => {
    expect(restAfter('2026-11-26', chicago)).toBe(0)
    expect(restAfter('2026-11-27', chicago)).toBe(2)
    const off = Array.from({ length: 40 }, (_, n) => plusDays('2026-11-25', n))
    expect(restAfter('2026-11-24', { ...chicago, holidays: off })).toBe(40)
    expect(restAfter('2026-11-24', { ...chicago, days: [] })).toBe(366)
  })

  test('are counted behind a day up to another', () => {
    expect(workingDaysSince('2026-11-27', '2026-11-27', chicago)).toBe(0)
    expect(workingDaysSince('2026-11-27', '2026-11-30', chicago)).toBe(1)
    expect(workingDaysSince('2026-11-24', '2026-12-03', chicago)).toBe(7)
    expect(workingDaysSince('2026-11-30', '2026-11-24', chicago)).toBe(0)
  })
})
