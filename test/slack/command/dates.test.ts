import { describe, expect, test } from 'vitest'
import { readDay } from '../../../src/slack/command/dates.js'
import { today } from './reading.js'

const past = (tail: string, on = today) => readDay(` ${tail}`, on, 'past')
const future = (tail: string, on = today) => readDay(` ${tail}`, on, 'future')

describe('the latest such day up to today, from Tuesday 24 November 2026', () => {
  test.each([
    ['today', '2026-11-24'],
    ['tonight', '2026-11-24'],
    ['last night', '2026-11-23'],
    ['yesterday.', '2026-11-23'],
    ['an hour ago', null],
    ['a few days ago', null],
    ['half a year ago', null],
    ['0 days ago', '2026-11-24'],
    ['1 day ago', '2026-11-23'],
    ['two weeks ago', '2026-11-10'],
    ['a fortnight ago', '2026-11-10'],
    ['3 months ago', '2026-08-24'],
    ['a year ago', '2025-11-24'],
    ['a couple of days ago', '2026-11-22'],
    ['day before yesterday', '2026-11-22'],
    ['monday', '2026-11-23'],
    ['tuesday', '2026-11-24'],
    ['last tuesday', '2026-11-17'],
    ['past wed', '2026-11-18'],
    ['this monday', '2026-11-23'],
    ['sunday last week', '2026-11-22'],
    ['monday last week', '2026-11-16'],
    ['24 november', '2026-11-24'],
    ['nov. 25', '2025-11-25'],
    ['the 3rd of march', '2026-03-03'],
    ['tue 3 mar 2026', '2026-03-03'],
    ["3 march '25", '2025-03-03'],
    ['3 march last year', '2025-03-03'],
    ['2026/03/01', '2026-03-01'],
    ['29 february', '2024-02-29'],
    ['29 feb 2024', '2024-02-29'],
    ['the 24th', '2026-11-24'],
    ['31st', '2026-10-31'],
    ['13/3/26', '2026-03-13'],
    ['3-13-2026', '2026-03-13'],
    ['3.12.', '2025-12-03'],
    ['12/25', '2025-12-25'],
    ['weekend', null],
    ['last weekend', null],
    ['last month', null],
    ['next month', null],
    ['march 2026', null],
    ['2026', null],
    ['10:30', null],
    ['noon', null],
    ['3 weeks earlier', '2026-11-03'],
    ['36 hours ago', null],
    ['now', null],
    ['3-5 march', null],
    ['second', null],
    ['sat down', null],
    ['', null],
  ])('%s: %s', (tail, on) => {
    expect(past(tail)).toEqual(on === null ? null : { kind: 'day', on, rest: '' })
  })

  test.each([
    ['next friday', 'future-date'],
    ['coming friday', 'future-date'],
    ['tomorrow', 'future-date'],
    ['the day after tomorrow', 'future-date'],
    ['1 march 2027', 'future-date'],
    ['12/12/2026', 'future-date'],
    ['32 march', 'impossible-date'],
    ['0 march', 'impossible-date'],
    ['30 february 2026', 'impossible-date'],
    ['1 march 0026', 'impossible-date'],
    ['31/31', 'impossible-date'],
    ['13/13/2026', 'impossible-date'],
    ['3.13.2026', 'impossible-date'],
    ['45th', 'impossible-date'],
    ['2026/13/01', 'impossible-date'],
    ['0001-01-01', 'impossible-date'],
    ['1000 years ago', 'impossible-date'],
    ['99999999999 days ago', 'impossible-date'],
    ['12/11', 'ambiguous-date'],
    ['1-2-2026', 'ambiguous-date'],
  ])('%s is refused: %s', (tail, reason) => {
    expect(past(`${tail}: walked the plant`)).toMatchObject({ kind: 'refusal', reason })
    expect(past(`${tail}: walked the plant`)).toMatchObject({ text: `${tail}: walked the plant` })
  })

  test('29 February is a day in any year', () => {
    expect(past('29 february', '2027-06-01')).toMatchObject({ on: '2024-02-29' })
    expect(past('29 february', '2028-02-29')).toMatchObject({ on: '2028-02-29' })
    expect(future('29 february', '2027-06-01')).toMatchObject({ on: '2028-02-29' })
    expect(past('29 february', '2103-06-01')).toMatchObject({ on: '2096-02-29' })
    expect(future('29 february', '2096-03-01')).toMatchObject({ on: '2104-02-29' })
  })
})

describe('the next such day, today included', () => {
  test.each([
    ['by friday: send the sample', '2026-11-27', 'send the sample'],
    ['tuesday: call', '2026-11-24', 'call'],
    ['next friday, call', '2026-12-04', 'call'],
    ['coming tuesday: call', '2026-12-01', 'call'],
    ['by 12 dec: measures', '2026-12-12', 'measures'],
    ['1 march 2027: lease ends', '2027-03-01', 'lease ends'],
    ['14 march: birthday', '2027-03-14', 'birthday'],
    ['tomorrow', '2026-11-25', ''],
    ['in 3 weeks: call', '2026-12-15', 'call'],
    ['the day after tomorrow', '2026-11-26', ''],
    ['the 3rd', '2026-12-03', ''],
    ['on the 31st', '2026-12-31', ''],
    ['2027-03-01 lease ends', '2027-03-01', 'lease ends'],
    ['today send it', '2026-11-24', 'send it'],
    ['tomorrow send it', '2026-11-25', 'send it'],
    ['in 3 days send it', '2026-11-27', 'send it'],
    ['in a week, send it', '2026-12-01', 'send it'],
    ['by in two weeks send it', '2026-12-08', 'send it'],
    ['in 3 months send it', '2027-02-24', 'send it'],
    ['in a year: send it', '2027-11-24', 'send it'],
    ['in a fortnight', '2026-12-08', ''],
    ['on friday at 3pm: call', '2026-11-27', 'call (at 3pm)'],
  ])('%s', (tail, on, rest) => {
    expect(future(tail)).toEqual({ kind: 'day', on, rest })
  })

  test.each(['yesterday: call', '2026-11-23 call', '3 march 2026: call', 'last friday: call'])(
    '%s has passed',
    (tail) => {
      expect(future(tail)).toMatchObject({ kind: 'refusal', reason: 'past-date', text: tail })
    },
  )
  test.each([
    'may send the sample',
    'friday send the sample',
    'by friday send the sample',
    "tomorrow's numbers",
    "in 2 weeks' time he decides",
    'in 3 years he retires',
    'in a few days: call',
    'march: call',
  ])('%s is text', (tail) => {
    expect(future(tail)).toBeNull()
  })
  test.each(['in 99999999999 days: call', 'in 50000 years: call', '31 february: call', '2026-11-31 call'])(
    '%s is no day',
    (tail) => {
      expect(future(tail)).toMatchObject({ kind: 'refusal', reason: 'impossible-date', text: tail })
    },
  )
  test('what is still to come has no form without an end where a past day is asked for', () => {
    expect(past('tomorrow he comes')).toBeNull()
    expect(past('in 3 days he comes')).toBeNull()
  })
  test('both readings of 12/3 lie ahead', () => {
    expect(future('by 12/3: call')).toMatchObject({
      reason: 'ambiguous-date',
      options: ['2027-03-12', '2026-12-03'],
      tails: ['2027-03-12: call', '2026-12-03: call'],
    })
    expect(future('12/3/2026: call')).toMatchObject({ kind: 'day', on: '2026-12-03' })
  })
})
