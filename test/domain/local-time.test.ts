import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  daysBetween,
  instantAt,
  instantOf,
  isInstant,
  isLocalDate,
  isZone,
  localDateOf,
  plusDays,
  plusMonths,
  plusYears,
  wallClock,
  weekdayOf,
} from '../../src/domain/local-time.js'

const at = (hours: number, minutes = 0) => hours * 60 + minutes
const zones = [
  'UTC',
  'America/Chicago',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
const anyInstant = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true })
  .map(instantOf)
const anyDay = anyInstant.map((instant) => localDateOf(instant, 'UTC'))

describe('the wall clock', () => {
  test.each([
    ['2026-11-24T15:00:00.000Z', 'America/Chicago', '2026-11-24', at(9)],
    ['2026-11-24T05:59:59.999Z', 'America/Chicago', '2026-11-23', at(23, 59)],
    ['2026-11-24T06:00:00.000Z', 'America/Chicago', '2026-11-24', at(0)],
    ['2026-06-30T23:30:00.000Z', 'Asia/Kathmandu', '2026-07-01', at(5, 15)],
    ['2026-12-31T12:00:00.000Z', 'Pacific/Kiritimati', '2027-01-01', at(2)],
  ])('%s in %s is %s, minute %i', (instant, zone, on, minutes) => {
    expect(wallClock(instant, zone)).toEqual({ on, minutes })
    expect(localDateOf(instant, zone)).toBe(on)
  })

  test.each([
    ['2026-11-24', at(9), 'America/Chicago', '2026-11-24T15:00:00.000Z'],
    ['2026-07-01', at(9), 'America/Chicago', '2026-07-01T14:00:00.000Z'],
    // Clocks go forward from 2:00 to 3:00: half past two moves on to half past three.
    ['2026-03-08', at(2, 30), 'America/Chicago', '2026-03-08T08:30:00.000Z'],
    ['2026-03-29', at(1, 30), 'Europe/London', '2026-03-29T01:30:00.000Z'],
    // Clocks go back from 2:00 to 1:00: half past one is the first of the two.
    ['2026-11-01', at(1, 30), 'America/Chicago', '2026-11-01T06:30:00.000Z'],
    ['2026-10-25', at(1, 30), 'Europe/London', '2026-10-25T00:30:00.000Z'],
    // Half an hour, and the other half of the year.
    ['2026-10-04', at(2, 15), 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    // Samoa left out a whole day.
    ['2011-12-30', at(12), 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
    // Past midnight is the next day.
    ['2026-11-24', at(25), 'UTC', '2026-11-25T01:00:00.000Z'],
  ])('%s at minute %i in %s is %s', (on, minutes, zone, instant) => {
    expect(instantAt(on, minutes, zone)).toBe(instant)
  })

  test('an instant and the wall time that it shows agree, except in an hour that comes twice', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...zones), (instant, zone) => {
        const wall = wallClock(instant, zone)
        const again = instantAt(wall.on, wall.minutes, zone)
        expect(wallClock(again, zone)).toEqual(wall)
        expect(Date.parse(again)).toBeLessThanOrEqual(Date.parse(instant))
        expect(Date.parse(instant) - Date.parse(again)).toBeLessThanOrEqual(at(1, 1) * 60_000)
      }),
    )
  })

  test('a later wall time is never an earlier instant', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 1438 }),
        fc.constantFrom(...zones),
        (on, minutes, zone) => {
          expect(instantAt(on, minutes, zone) <= instantAt(on, 1439, zone)).toBe(true)
        },
      ),
    )
  })
})

describe('days', () => {
  test.each([
    ['2026-11-24', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-11-24T00:00', false],
    ['', false],
  ])('%s is a day: %s', (on, real) => {
    expect(isLocalDate(on)).toBe(real)
  })

  test('months end where they end', () => {
    expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(plusMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(plusMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
  })

  test('29 February plus a year is 28 February', () => {
    expect(plusYears('2028-02-29', 1)).toBe('2029-02-28')
    expect(plusYears('2028-02-29', 4)).toBe('2032-02-29')
  })

  test('a week begins with Monday, 1, and ends with Sunday, 7', () => {
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(weekdayOf('2026-11-29')).toBe(7)
  })

  test('so many days after a day is that many days from it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (on, n) => {
        expect(daysBetween(on, plusDays(on, n))).toBe(n)
      }),
    )
  })
})

describe('zones', () => {
  test.each([
    ['America/Chicago', true],
    ['UTC', true],
    ['', false],
    ['Mars/Olympus', false],
    ['not a zone', false],
  ])('%s is one: %s', (zone, known) => {
    expect(isZone(zone)).toBe(known)
  })
})

describe('an instant', () => {
  test.each(['2026-12-01T15:00:00Z', '2026-12-01T15:00+01:00', '2026-12-01T15:00:00.250-0600'])(
    'is said by %s',
    (text) => {
      expect(isInstant(text)).toBe(true)
    },
  )
  test.each([
    '2026-12-01',
    '2026-12-01T15:00:00',
    '2026-13-01T15:00:00Z',
    '2026-02-30T15:00:00Z',
    'tomorrow',
    '',
  ])('is not said by %j', (text) => {
    expect(isInstant(text)).toBe(false)
  })
})
