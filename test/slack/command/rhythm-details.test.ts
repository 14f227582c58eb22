import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestRhythm, type Rhythm, type RhythmUnit, rhythmText } from '../../../src/domain/cadence.js'
import { readRhythm } from '../../../src/slack/command/rhythm-details.js'

const every = (n: number, unit: RhythmUnit): Rhythm => ({ every: n, unit })

describe('a rhythm', () => {
  test.each<[string, Rhythm]>([
    [' 3 weeks', every(3, 'week')],
    [' every 3 weeks', every(3, 'week')],
    [': 3 weeks', every(3, 'week')],
    [' 3w', every(3, 'week')],
    [' 10 days.', every(10, 'day')],
    [' 2 Months', every(2, 'month')],
    [' two months', every(2, 'month')],
    [' twelve days', every(12, 'day')],
    [' week', every(1, 'week')],
    [' a month', every(1, 'month')],
    [' once a month', every(1, 'month')],
    [' each quarter', every(3, 'month')],
    [' 2 quarters', every(6, 'month')],
    [' half year', every(6, 'month')],
    [' other week', every(2, 'week')],
    [' couple of weeks', every(2, 'week')],
    [' fortnight', every(2, 'week')],
    [' daily', every(1, 'day')],
    [' weekly', every(1, 'week')],
    [' monthly', every(1, 'month')],
    [' quarterly', every(3, 'month')],
    [' yearly', every(1, 'year')],
    [' never', 'never'],
    [' 10 years', every(10, 'year')],
  ])('"%s"', (tail, rhythm) => {
    expect(readRhythm(tail)).toEqual({ kind: 'every', rhythm })
  })

  test.each([
    ['', 'no-rhythm'],
    [' :', 'no-rhythm'],
    [' 0 weeks', 'unclear-rhythm'],
    [' -3 weeks', 'unclear-rhythm'],
    [' 1.5 weeks', 'unclear-rhythm'],
    [' 3', 'unclear-rhythm'],
    [' weeks', 'unclear-rhythm'],
    [' tend', 'unclear-rhythm'],
    [' blue moon', 'unclear-rhythm'],
    [' constructor', 'unclear-rhythm'],
    [' 3 constructors', 'unclear-rhythm'],
    [` 3 weeks ${'x'.repeat(4000)}`, 'unclear-rhythm'],
    [' 11 years', 'rhythm-too-long'],
    [' 521 weeks', 'rhythm-too-long'],
    [` ${'9'.repeat(50)} days`, 'rhythm-too-long'],
  ])('"%s" is refused: %s, and kept', (tail, reason) => {
    const text = tail.trim() === ':' ? '' : tail.trim()
    expect(readRhythm(tail)).toEqual({ kind: 'refusal', reason, text })
  })

  test('reads as it is written, each of them', () => {
    const rhythm = fc
      .constantFrom<RhythmUnit>('day', 'week', 'month', 'year')
      .chain((unit) => fc.integer({ min: 1, max: longestRhythm[unit] }).map((n) => every(n, unit)))
    fc.assert(
      fc.property(fc.oneof(rhythm, fc.constant<Rhythm>('never')), (said) => {
        expect(readRhythm(` ${rhythmText(said)}`)).toEqual({ kind: 'every', rhythm: said })
      }),
    )
  })
})
