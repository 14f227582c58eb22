import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { occurrenceIn } from '../../src/domain/key-date.js'
import { plusDays, weekdayOf } from '../../src/domain/local-time.js'
import { decide } from '../../src/domain/nudge-policy.js'
import { isDayAtHand, isDueAtHand } from '../../src/domain/reasons/at-hand.js'
import { isWorkingDay, restAfter, type WorkingTime, workingDayUpTo } from '../../src/domain/working-time.js'
import { aDate, aPromise } from './people.js'
import { first, firstPass, knowing, raisedOn, time } from './raising.js'

describe('whatever the days off and the outages', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((n) => plusDays('2026-06-01', n))
  const working = fc
    .record({
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 3 }),
      holidays: fc.array(day, { maxLength: 20 }),
    })
    .map((set): WorkingTime => ({ ...time, ...set }))
  const outage = fc.array(day, { maxLength: 30 })

  it('a promise is raised on the first pass from its day on, and never before', () => {
    fc.assert(
      fc.property(day, working, outage, (dueOn, set, down) => {
        const facts = knowing({ commitments: [aPromise({ dueOn })] })
        const from = plusDays(dueOn, -40)
        const expected = firstPass(workingDayUpTo(dueOn, set), set, down)
        expect(first(raisedOn(facts, from, 120, set, down))).toBe(expected)
      }),
    )
  })

  it('a day is told of once, from the working day at or before it to thirty days after', () => {
    fc.assert(
      fc.property(day, working, outage, (on, set, down) => {
        const facts = knowing({ dates: [aDate('date', on)] })
        const raised = raisedOn(facts, plusDays(on, -40), 90, set, down)
        const expected = firstPass(workingDayUpTo(on, set), set, down)
        expect(raised).toEqual(expected <= plusDays(on, 30) ? [`${expected} ${on}`] : [])
      }),
    )
  })

  it('a trigger is told of twice at most, the second time in the last week or as near to it as can be', () => {
    fc.assert(
      fc.property(day, working, outage, (on, set, down) => {
        const facts = knowing({ dates: [aDate('trigger', on, { on: '2026-01-05' })] })
        const raised = raisedOn(facts, plusDays(on, -60), 110, set, down)
        const far = firstPass(workingDayUpTo(plusDays(on, -30), set), set, down)
        const near = firstPass(workingDayUpTo(plusDays(on, -7), set), set, down)
        const expected = [
          ...(far < workingDayUpTo(plusDays(on, -7), set) ? [`${far} ${on}:30`] : []),
          ...(near <= plusDays(on, 30) ? [`${near} ${on}:7`] : []),
        ]
        expect(raised).toEqual(expected)
      }),
    )
  })

  it('whatever there is to tell on a day is among what is looked at on it, as long as a rest may be', () => {
    const rest = fc.tuple(day, fc.integer({ min: 0, max: 120 }))
    const kinds = fc.constantFrom('date', 'trigger', 'promise')
    fc.assert(
      fc.property(kinds, day, day, working, rest, (kind, on, its, set, [from, days]) => {
        const off = Array.from({ length: days }, (_, n) => plusDays(from, n))
        const there = { ...set, holidays: [...set.holidays, ...off] }
        if (!isWorkingDay(on, there)) return
        const near = restAfter(on, there)
        const facts =
          kind === 'promise'
            ? knowing({ commitments: [aPromise({ dueOn: its })] })
            : knowing({ dates: [aDate(kind, its)] })
        if (decide(facts, on, there) === null) return
        const { commitments, dates } = facts
        expect(commitments.every((each) => isDueAtHand(each, on, near))).toBe(true)
        expect(dates.every((each) => isDayAtHand(each, on, near))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('a yearly day is told of in every year', () => {
    fc.assert(
      fc.property(day, (on) => {
        const date = aDate('date', on.slice(5), { on: '2026-01-05' })
        for (const year of [2027, 2028]) {
          const occurrence = occurrenceIn(date, year) ?? ''
          const raised = raisedOn(knowing({ dates: [date] }), plusDays(occurrence, -5), 30)
          expect(raised).toHaveLength(1)
          expect(weekdayOf(first(raised) ?? '')).toBeLessThan(6)
        }
      }),
    )
  })
})
