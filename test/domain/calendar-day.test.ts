import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../src/domain/calendar-day.js'

describe('a day in a calendar', () => {
  test.each([
    ['03-14', null, '2027-03-14'],
    ['11-21', null, '2026-11-21'],
    ['02-29', null, '2028-02-29'],
    ['03-14', 1971, '1971-03-14'],
    ['02-29', 2024, '2024-02-29'],
    ['02-29', 2027, '2027-02-28'],
  ])('%s of %s is %s', (monthDay, year, on) => {
    expect(calendarDay({ monthDay, year }, '2026-11-21')).toBe(on)
  })

  test('knows that 2100 has no 29 February', () => {
    expect(calendarDay({ monthDay: '02-29', year: null }, '2097-03-01')).toBe('2104-02-29')
  })
})
