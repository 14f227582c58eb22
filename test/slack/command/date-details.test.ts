import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLocalDate, plusDays } from '../../../src/domain/local-time.js'
import { type DateDetails, readDate } from '../../../src/slack/command/date-details.js'
import { today } from './reading.js'

const day = (typed: string, on = today) => readDate(` ${typed}`, on)
const date = (monthDay: string, year: number | null, yearly: boolean, text: string): DateDetails => ({
  kind: 'date',
  monthDay,
  year,
  yearly,
  text,
})

describe('a day to remember, said on Tuesday 24 November 2026', () => {
  test.each([
    ['14 march: birthday', '03-14', null],
    ['on 14 march: her Birthday', '03-14', null],
    ['march 14th, bday', '03-14', null],
    ['14.3.: date of birth', '03-14', null],
    ['14 march 1971: birthday', '03-14', 1971],
    ['1971-03-14 birthday', '03-14', 1971],
    ['14/3/71: birthday', '03-14', 1971],
    ['14 march ’71: birthday', '03-14', 1971],
    ['14 march 2027: birthday', '03-14', null],
    ['14/3/27: birthday', '03-14', null],
    ['29 february: birthday', '02-29', null],
    ['29 february 1972: birthday', '02-29', 1972],
    ['today: birthday', '11-24', null],
    ['yesterday: birthday', '11-23', null],
    ['friday: birthday', '11-27', null],
    ['24 november last year: wedding anniversary', '11-24', 2025],
    ['2 years ago: anniversary of the first order', '11-24', 2024],
    ['14 march 2027: tenth anniversary', '03-14', 2027],
    ['the 3rd: jubilee', '12-03', null],
    ['6 dec: name day', '12-06', null],
    ['6 dec: nameday', '12-06', null],
    ['1 may: the fair, every year', '05-01', null],
    ['1 may: yearly audit', '05-01', null],
    ['1 may: annual summer party', '05-01', null],
    ['1 may: closes the books once a year', '05-01', null],
    ['1 may 2024: yearly renewal', '05-01', 2024],
    ['1 may: renewal of the contract', '05-01', null],
    ['1 may: the contract renews', '05-01', null],
  ])('%s comes each year', (typed, monthDay, year) => {
    const details = day(typed)
    expect(details).toMatchObject({ kind: 'date', monthDay, year, yearly: true })
  })

  test.each([
    ['1 june: opens the new hall', '06-01', 2027],
    ['25 november: concert', '11-25', 2026],
    ['24 november: concert', '11-24', 2026],
    ['23 november: concert', '11-23', 2027],
    ['29 february: the gala', '02-29', 2028],
    ['in 3 weeks the gala', '12-15', 2026],
    ['tomorrow the gala', '11-25', 2026],
    ['1 may 2027: renewal', '05-01', 2027],
    ['in a year: renewal', '11-24', 2027],
    ['14 march: birthday party, once', '03-14', 2027],
    ['1 may: the once yearly fair', '05-01', 2027],
    ['1 may: semi-annual check', '05-01', 2027],
    ['1 may: renewable energy fair', '05-01', 2027],
    ['1 may: birthdaycake', '05-01', 2027],
  ])('%s comes once', (typed, monthDay, year) => {
    expect(day(typed)).toMatchObject({ kind: 'date', monthDay, year, yearly: false })
  })

  test.each([
    ['birthday 14 march', date('03-14', null, true, 'birthday')],
    ['birthday, 14 march', date('03-14', null, true, 'birthday')],
    ['birthday: 14 march', date('03-14', null, true, 'birthday')],
    [': birthday 14 march', date('03-14', null, true, 'birthday')],
    ['birthday is on march 14, 1971.', date('03-14', 1971, true, 'birthday')],
    ['dinner with may 3 june', date('06-03', 2027, false, 'dinner with may')],
    ['opening of hall 2 - 2027-01-15', date('01-15', 2027, false, 'opening of hall 2')],
    ['opening :tada: 15 jan', date('01-15', 2027, false, 'opening :tada:')],
    ['opening on friday', date('11-27', 2026, false, 'opening')],
    ['opening on the 3rd', date('12-03', 2026, false, 'opening')],
    ['opening tomorrow', date('11-25', 2026, false, 'opening')],
    ['opening in two weeks', date('12-08', 2026, false, 'opening')],
    ['14 march: dinner on 15 march', date('03-14', 2027, false, 'dinner on 15 march')],
  ])('%s may have its day at the end', (typed, details) => {
    expect(day(typed)).toEqual(details)
  })

  test.each([
    ['', 'no-date'],
    [': birthday', 'no-date'],
    ['birthday', 'no-date'],
    ['trip in the sun', 'no-date'],
    ['concert friday', 'no-date'],
    ['a book about Henry the 8th', 'no-date'],
    ['dinner 14 march at 7pm', 'no-date'],
    ['14 march birthday', 'no-date'],
    ['march: birthday', 'no-day'],
    ['birthday in march', 'no-day'],
    ['14 march', 'no-text'],
    ['is 14 march', 'no-text'],
    ['14 march:', 'no-text'],
    ['12/3', 'no-text'],
    ['1 june 2026: opening', 'past-date'],
    ['opening 1 june 2026', 'past-date'],
    ['yesterday: opening', 'past-date'],
    ['1 may 2026: renewal', 'past-date'],
    ['14 march 1971: birthday, once', 'past-date'],
    ['31 february: birthday', 'impossible-date'],
    ['29 february 1971: birthday', 'impossible-date'],
    ['birthday 31 february', 'impossible-date'],
    ['14 march 1071: birthday', 'impossible-date'],
  ])('"%s" is refused: %s', (typed, reason) => {
    expect(day(typed)).toMatchObject({ kind: 'refusal', reason, text: typed.replace(/^: /, '') })
  })

  test('a day without its colon comes back with it', () => {
    expect(day('on 14 march birthday')).toMatchObject({ reason: 'no-date', ended: '14 march: birthday' })
    expect(day('12/3 birthday')).toMatchObject({ ended: '12/3: birthday' })
    expect(day('birthday')).toMatchObject({ ended: null })
  })
})

describe('a day that can be read in two ways', () => {
  test('is asked about, and goes on as what was typed', () => {
    expect(day('12/3: concert')).toMatchObject({
      reason: 'ambiguous-date',
      options: ['2027-03-12', '2026-12-03'],
      tails: ['2027-03-12: concert', '2026-12-03: concert'],
    })
    expect(day('12/3/1971: birthday')).toMatchObject({
      options: ['1971-03-12', '1971-12-03'],
      tails: ['1971-03-12: birthday', '1971-12-03: birthday'],
    })
  })
  test('keeps what comes each year without a year', () => {
    for (const typed of ['12/3: jubilee', 'jubilee 12/3', 'jubilee on 12/3.']) {
      const asked = day(typed)
      if (asked.kind !== 'refusal' || asked.reason !== 'ambiguous-date') throw new Error('not asked about')
      expect(asked).toMatchObject({ options: ['2027-03-12', '2026-12-03'], text: typed })
      expect(asked.tails.map((tail) => readDate(tail, today))).toEqual([
        date('03-12', null, true, 'jubilee'),
        date('12-03', null, true, 'jubilee'),
      ])
    }
  })
  test('of which only one lies ahead is that one', () => {
    expect(day('12/3/2026: concert')).toEqual(date('12-03', 2026, false, 'concert'))
  })
})

test('whatever the day, what comes once lies ahead, and what comes each year has its day of the month', () => {
  const now = fc.integer({ min: 0, max: 20_000 }).map((n) => plusDays('2010-01-01', n))
  const named = fc.integer({ min: 0, max: 60_000 }).map((n) => plusDays('1930-01-01', n))
  const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
  fc.assert(
    fc.property(now, named, fc.boolean(), fc.boolean(), (on, then, front, yearly) => {
      const words = `${Number(then.slice(8))} ${months[Number(then.slice(5, 7)) - 1]}`
      const text = yearly ? 'birthday' : 'concert'
      const read = readDate(front ? ` ${words}: ${text}` : ` ${text} on ${words}`, on)
      if (read.kind === 'refusal') throw new Error(`${words} was refused`)
      expect(read).toMatchObject({ monthDay: then.slice(5), text, yearly })
      if (yearly) expect(read.year).toBeNull()
      else expect(`${read.year}-${read.monthDay}` >= on).toBe(true)
      if (!yearly) expect(isLocalDate(`${read.year}-${read.monthDay}`)).toBe(true)
    }),
  )
})
