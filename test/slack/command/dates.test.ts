import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLocalDate, plusDays, weekdayOf } from '../../../src/domain/local-time.js'
import { readFutureDay, readPastDay } from '../../../src/slack/command/dates.js'
import { today } from './reading.js'

const past = (tail: string, on = today) => readPastDay(` ${tail}`, on)
const future = (tail: string, on = today) => readFutureDay(` ${tail}`, on)
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => plusDays('2010-01-01', n))

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
  ])('%s', (tail, on, rest) => {
    expect(future(tail)).toEqual({ kind: 'day', on, rest })
  })

  test.each(['yesterday: call', '2026-11-23 call', '3 march 2026: call', 'last friday: call'])(
    '%s has passed',
    (tail) => {
      expect(future(tail)).toMatchObject({ kind: 'refusal', reason: 'past-date', text: tail })
    },
  )
  test('both readings of 12/3 lie ahead', () => {
    expect(future('by 12/3: call')).toMatchObject({
      reason: 'ambiguous-date',
      options: ['2027-03-12', '2026-12-03'],
      tails: ['2027-03-12: call', '2026-12-03: call'],
    })
    expect(future('12/3/2026: call')).toMatchObject({ kind: 'day', on: '2026-12-03' })
  })
})

describe('properties of days', () => {
  const months =
    'January February March April May June July August September October November December'.split(' ')
  const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

  test('however a past day is written, it is that day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(4000), fc.nat(5), (now, back, way) => {
        const on = plusDays(now, -back)
        const [year = '', month = '', day = ''] = on.split('-')
        const name = months[Number(month) - 1] ?? ''
        const written = [
          on,
          `${back} days ago`,
          `${Number(day)} ${name} ${year}`,
          `on ${name} ${Number(day)}, ${year}`,
          `${name.slice(0, 3).toLowerCase()} ${day} ${year}`,
          `${weekdays[weekdayOf(on) - 1]}, ${day} ${name} ${year}`,
        ][way]
        expect(past(`${written}: walked: the plant`, now)).toEqual({
          kind: 'day',
          on,
          rest: 'walked: the plant',
        })
      }),
    )
  })

  test('a weekday, or a day without its year, is near and on the right side of today', () => {
    const piece = fc.oneof(
      fc.constantFrom(...weekdays),
      fc
        .tuple(fc.integer({ min: 1, max: 31 }), fc.constantFrom(...months))
        .map(([day, month]) => `${day} ${month}`),
      fc.integer({ min: 1, max: 31 }).map((day) => `the ${day}th`),
    )
    fc.assert(
      fc.property(anyDay, piece, (now, text) => {
        const [before, after] = [past(text, now), future(text, now)]
        expect(before?.kind).toBe(after?.kind)
        if (before?.kind !== 'day' || after?.kind !== 'day') return
        expect(before.on <= now && now <= after.on).toBe(true)
        expect(isLocalDate(before.on) && isLocalDate(after.on)).toBe(true)
        if (before.on === now) expect(after.on).toBe(now)
      }),
    )
  })

  test('either reading of an ambiguous day goes on with the text already typed', () => {
    const small = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(small, small, fc.stringMatching(/^[a-z][a-z :,-]{0,20}[a-z]$/), (a, b, text) => {
        fc.pre(a !== b)
        const reading = past(`${a}/${b}: ${text}`)
        if (reading?.kind !== 'refusal' || reading.reason !== 'ambiguous-date')
          throw new Error('not asked about')
        for (const [index, tail] of reading.tails.entries())
          expect(past(tail)).toEqual({ kind: 'day', on: reading.options[index], rest: text })
      }),
    )
  })
})
