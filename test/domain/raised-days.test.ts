import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KeyDate, nextOccurrence } from '../../src/domain/key-date.js'
import { type LocalDate, plusDays } from '../../src/domain/local-time.js'
import { raisedDays } from '../../src/domain/reasons/raised-days.js'
import { workingDayFrom } from '../../src/domain/working-time.js'
import { knowing, raisedOn, time } from './raising.js'

const written = (kind: KeyDate['kind'], day: LocalDate, on: LocalDate, yearly = false): KeyDate => ({
  id: 'd',
  personId: 'p',
  home: 'channel:C1',
  by: 'U1',
  at: `${on}T16:00:00.000Z`,
  on,
  kind,
  text: 'it',
  monthDay: day.slice(5),
  year: yearly ? null : Number(day.slice(0, 4)),
  yearly,
})
const friday = '2026-11-20'
const saturday = '2026-11-21'
const monday = '2026-11-23'

describe('the days that are said when something is written down', () => {
  it.each([
    ['trigger', saturday, '2026-11-22', [monday]],
    ['trigger', saturday, '2026-11-28', [monday]],
    ['trigger', saturday, '2026-12-21', [monday, '2026-12-14']],
    ['trigger', friday, '2026-11-27', [monday]],
    ['trigger', saturday, '2027-03-01', ['2027-01-29', '2027-02-22']],
    ['trigger', saturday, saturday, []],
    ['date', saturday, saturday, [monday]],
    ['date', friday, saturday, [monday]],
    ['date', friday, '2026-11-29', ['2026-11-27']],
  ] as const)('a %s that is written on %s, for %s', (kind, on, day, days) => {
    expect(raisedDays(written(kind, day, on), day, monday, time)).toEqual(days)
  })

  it('leave out what has been told before: a birthday that got its year on the day after', () => {
    const birthday = written('date', '2026-11-23', '2026-01-05', true)
    expect(raisedDays(birthday, '2026-11-23', '2026-11-24', time)).toEqual([])
    expect(raisedDays(birthday, '2027-11-23', '2026-11-24', time)).toEqual(['2027-11-23'])
  })

  it('are those on which the passes bring it up, whatever the day, and whether today has had its digest', () => {
    const cases = fc.record({
      kind: fc.constantFrom('date' as const, 'trigger' as const),
      on: fc.nat(20).map((n) => plusDays('2026-11-16', n)),
      ahead: fc.nat(60),
      digestIsOver: fc.boolean(),
      holidays: fc.subarray(['2026-11-26', '2026-11-27', '2026-12-25']),
      yearly: fc.boolean(),
    })
    fc.assert(
      fc.property(cases, ({ kind, on, ahead, digestIsOver, holidays, yearly }) => {
        const place = { ...time, holidays }
        const each = written(kind, plusDays(on, ahead), on, yearly)
        const next = nextOccurrence(each, on) ?? on
        const first = workingDayFrom(digestIsOver ? plusDays(on, 1) : on, place)
        const passes = raisedOn(knowing({ dates: [each] }), first, 100, place)
        expect(raisedDays(each, next, first, place)).toEqual(passes.map((raised) => raised.slice(0, 10)))
      }),
    )
  })
})
