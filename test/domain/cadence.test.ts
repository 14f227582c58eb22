import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ContactFacts,
  longestRhythm,
  notBefore,
  oneRhythmAfter,
  quietDueOn,
  type Rhythm,
  type RhythmUnit,
  rhythmDays,
  rhythmText,
  standardRhythm,
} from '../../src/domain/cadence.js'
import { daysBetween, plusDays } from '../../src/domain/local-time.js'

const facts = (of: Partial<ContactFacts>): ContactFacts => ({
  rhythm: standardRhythm,
  lastContactOn: null,
  firstDueOn: null,
  letBeOn: null,
  laterUntil: null,
  ...of,
})
const anyRhythm: fc.Arbitrary<Exclude<Rhythm, 'never'>> = fc
  .constantFrom<RhythmUnit>('day', 'week', 'month', 'year')
  .chain((unit) => fc.integer({ min: 1, max: longestRhythm[unit] }).map((every) => ({ every, unit })))
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => plusDays('2000-01-01', n))

describe('one rhythm later', () => {
  test.each<[string, Rhythm, string | null]>([
    ['2026-11-24', { every: 30, unit: 'day' }, '2026-12-24'],
    ['2026-11-24', { every: 3, unit: 'week' }, '2026-12-15'],
    ['2026-01-31', { every: 1, unit: 'month' }, '2026-02-28'],
    ['2028-02-29', { every: 1, unit: 'year' }, '2029-02-28'],
    ['2026-11-24', 'never', null],
  ])('from %s, %o is %s', (on, rhythm, due) => {
    expect(oneRhythmAfter(on, rhythm)).toBe(due)
  })

  test('is always later, by about as long as the rhythm lasts', () => {
    fc.assert(
      fc.property(anyDay, anyRhythm, (on, rhythm) => {
        const due = oneRhythmAfter(on, rhythm) ?? ''
        expect(due > on).toBe(true)
        expect(Math.abs(daysBetween(on, due) - rhythmDays(rhythm))).toBeLessThan(4)
      }),
    )
  })

  test('never lasts for ever', () => {
    expect(rhythmDays('never')).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('when somebody has been quiet for long enough', () => {
  test('a rhythm after the last contact', () => {
    expect(quietDueOn(facts({ lastContactOn: '2026-11-01', firstDueOn: '2026-11-05' }))).toBe('2026-12-01')
  })
  test('on the day set aside, while nobody has spoken to them', () => {
    expect(quietDueOn(facts({ firstDueOn: '2026-12-07' }))).toBe('2026-12-07')
    expect(quietDueOn(facts({}))).toBeNull()
  })
  test('a rhythm after they were let be, when that was later', () => {
    expect(quietDueOn(facts({ lastContactOn: '2026-11-01', letBeOn: '2026-11-10' }))).toBe('2026-12-10')
    expect(quietDueOn(facts({ lastContactOn: '2026-11-10', letBeOn: '2026-11-01' }))).toBe('2026-12-10')
    expect(quietDueOn(facts({ letBeOn: '2026-11-10', firstDueOn: '2026-11-12' }))).toBe('2026-12-10')
  })
  test('never', () => {
    expect(quietDueOn(facts({ rhythm: 'never', lastContactOn: '2026-11-01' }))).toBeNull()
  })
})

test('what was not needed comes up a rhythm later, and in thirty days where there is none', () => {
  expect(notBefore('2026-11-24', { every: 3, unit: 'week' })).toBe('2026-12-15')
  expect(notBefore('2026-11-24', 'never')).toBe('2026-12-24')
})

test.each<[Rhythm, string]>([
  [{ every: 3, unit: 'week' }, '3 weeks'],
  [{ every: 1, unit: 'day' }, 'day'],
  ['never', 'never'],
])('%o reads "every %s"', (rhythm, text) => {
  expect(rhythmText(rhythm)).toBe(text)
})
