import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLocalDate, plusDays, weekdayOf } from '../../../src/domain/local-time.js'
import { readDay } from '../../../src/slack/command/dates.js'
import { today } from './reading.js'

const past = (tail: string, on = today) => readDay(` ${tail}`, on, 'past')
const future = (tail: string, on = today) => readDay(` ${tail}`, on, 'future')
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => plusDays('2010-01-01', n))

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

  test('however a day to come is written, it is that day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(4000), fc.nat(5), (now, ahead, way) => {
        const on = plusDays(now, ahead)
        const [year = '', month = '', day = ''] = on.split('-')
        const name = months[Number(month) - 1] ?? ''
        const written = [
          `${on}`,
          `in ${ahead} days`,
          `by ${Number(day)} ${name} ${year}:`,
          `on ${name} ${Number(day)}, ${year}:`,
          `${name.slice(0, 3).toLowerCase()} ${day} ${year} -`,
          `${weekdays[weekdayOf(on) - 1]}, ${day} ${name} ${year}:`,
        ][way]
        expect(future(`${written} send: the sample`, now)).toEqual({
          kind: 'day',
          on,
          rest: 'send: the sample',
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
