import { describe, expect, it, test } from 'vitest'
import type { Commitment } from '../../src/domain/commitment.js'
import type { KeyDate } from '../../src/domain/key-date.js'
import { type LocalDate, plusDays } from '../../src/domain/local-time.js'
import type { Nudge } from '../../src/domain/nudge.js'
import { decide } from '../../src/domain/nudge-policy.js'
import { aDate, aNudge, aPromise } from './people.js'
import { first, knowing, raisedOn, time } from './raising.js'

describe('a promise and a step', () => {
  const due = (dueOn: LocalDate | null, given: Partial<Commitment> = {}) =>
    knowing({ commitments: [aPromise({ dueOn, ...given })] })

  test.each<[string, LocalDate, LocalDate, readonly LocalDate[]]>([
    ['on its day', '2026-11-27', '2026-11-27', []],
    ['for a Saturday, on the Friday before', '2026-11-28', '2026-11-27', []],
    ['for a Sunday, on the Friday before', '2026-11-29', '2026-11-27', []],
    ['for a day off, on the working day before', '2026-11-26', '2026-11-25', ['2026-11-26']],
    ['after a long weekend of days off', '2026-11-29', '2026-11-25', ['2026-11-26', '2026-11-27']],
    ['over the turn of the year', '2027-01-03', '2026-12-31', ['2027-01-01']],
    ['where clocks go forward that night', '2027-03-14', '2027-03-12', []],
    ['where clocks go back that night', '2026-11-01', '2026-10-30', []],
  ])('is raised %s', (_, dueOn, on, holidays) => {
    for (const kind of ['promise', 'step'] as const)
      expect(first(raisedOn(due(dueOn, { kind }), plusDays(dueOn, -40), 60, { ...time, holidays }))).toBe(on)
  })

  it('stays until it is closed: after seven working days it returns, four times in all', () => {
    expect(raisedOn(due('2026-11-29'), '2026-11-20', 120)).toEqual([
      '2026-11-27 2026-11-29',
      '2026-12-08 2026-11-29',
      '2026-12-17 2026-11-29',
      '2026-12-28 2026-11-29',
    ])
  })

  it('is raised when the bot is back, however late', () => {
    expect(first(raisedOn(due('2026-11-27'), '2027-02-01', 5))).toBe('2027-02-01')
  })

  it('is never raised without a day, nor once it is closed', () => {
    expect(raisedOn(due(null), '2026-11-01', 60)).toEqual([])
    const closed = { as: 'kept', on: '2026-11-20', by: 'U1' } as const
    expect(raisedOn(due('2026-11-27', { closed }), '2026-11-01', 60)).toEqual([])
  })

  it('that was moved to another day is another occasion', () => {
    const moved = { ...due('2026-12-01'), nudges: [promised('2026-11-27', { kind: 'not-needed', by: 'U1' })] }
    expect(decide(moved, '2026-11-30', time)).toBeNull()
    expect(decide(moved, '2026-12-01', time)?.times).toBe(1)
  })

  const promised = (dueOn: LocalDate, answer: Nudge['answer']): Nudge =>
    aNudge({ on: '2026-11-27', reasons: [{ kind: 'promise', occasion: `c1@${dueOn}` }], answer })

  it('is let be for a rhythm when told so; to be in touch is not to keep it', () => {
    const answered = (answer: Nudge['answer']) => ({
      ...due('2026-11-27'),
      nudges: [promised('2026-11-27', answer)],
    })
    const notNeeded = answered({ kind: 'not-needed', by: 'U1', until: '2026-12-28' })
    expect(decide(notNeeded, '2026-12-25', time)).toBeNull()
    expect(decide(notNeeded, '2026-12-28', time)?.times).toBe(1)
    expect(decide(answered({ kind: 'reached-out', by: 'U1' }), '2026-12-07', time)).toBeNull()
    expect(decide(answered({ kind: 'reached-out', by: 'U1' }), '2026-12-08', time)?.times).toBe(2)
    expect(
      decide(answered({ kind: 'later', by: 'U1', until: '2026-12-01' }), '2026-12-01', time)?.times,
    ).toBe(1)
  })

  it('does not keep another from being raised on the same day in another place', () => {
    const facts = knowing({ commitments: [aPromise({ id: 'c2' })], nudges: [promised('2026-11-27', null)] })
    expect(decide(facts, '2026-11-27', time)?.reasons).toEqual([
      { kind: 'promise', occasion: 'c2@2026-11-27' },
    ])
  })
})

describe('a trigger', () => {
  const ends = (on: LocalDate, given: Partial<KeyDate> = {}) =>
    knowing({ dates: [aDate('trigger', on, given)] })

  test.each<[string, LocalDate, readonly string[], readonly LocalDate[]]>([
    ['on working days', '2027-03-03', ['2027-02-01 2027-03-03:30', '2027-02-24 2027-03-03:7'], []],
    ['at or before a weekend', '2027-03-01', ['2027-01-29 2027-03-01:30', '2027-02-22 2027-03-01:7'], []],
    [
      'at or before days off',
      '2027-03-03',
      ['2027-01-29 2027-03-03:30', '2027-02-23 2027-03-03:7'],
      ['2027-02-01', '2027-02-24'],
    ],
    ['on the 29th of February', '2028-02-29', ['2028-01-28 2028-02-29:30', '2028-02-22 2028-02-29:7'], []],
  ])('is raised 30 and 7 days before, once each: %s', (_, on, raised, holidays) => {
    expect(raisedOn(ends(on), plusDays(on, -60), 90, { ...time, holidays })).toEqual(raised)
  })

  it('is not lost when the bot was down, and of two notices only the second is given', () => {
    const down = ['2027-01-29', '2027-02-01', '2027-02-02']
    expect(raisedOn(ends('2027-03-01'), '2027-01-20', 60, time, down)).toEqual([
      '2027-02-03 2027-03-01:30',
      '2027-02-22 2027-03-01:7',
    ])
    expect(raisedOn(ends('2027-03-01'), '2027-02-24', 30)).toEqual(['2027-02-24 2027-03-01:7'])
    expect(raisedOn(ends('2027-03-01'), '2027-03-01', 30)).toEqual(['2027-03-01 2027-03-01:7'])
  })

  it('is told of after its day by a bot that was down on it, once, and not for ever', () => {
    const near = Array.from({ length: 14 }, (_, n) => plusDays('2027-02-20', n))
    expect(raisedOn(ends('2027-03-01'), '2027-01-20', 90, time, near)).toEqual([
      '2027-01-29 2027-03-01:30',
      '2027-03-08 2027-03-01:7',
    ])
    expect(raisedOn(ends('2027-03-01'), '2027-03-31', 30)).toEqual(['2027-03-31 2027-03-01:7'])
    expect(raisedOn(ends('2027-03-01'), '2027-04-01', 30)).toEqual([])
    // The next one of a yearly trigger has its own notices, whatever became of the last.
    const yearly = ends('03-01', { year: 2026, yearly: true })
    expect(raisedOn(yearly, '2027-03-05', 365)).toEqual([
      '2027-03-05 2027-03-01:7',
      '2028-01-31 2028-03-01:30',
      '2028-02-23 2028-03-01:7',
    ])
  })

  test.each<[LocalDate, readonly string[]]>([
    // The 30th day before is Saturday 30 January.
    ['2027-01-30', ['2027-02-01 2027-03-01:30', '2027-02-22 2027-03-01:7']],
    ['2027-01-31', ['2027-02-22 2027-03-01:7']],
    ['2027-02-22', ['2027-02-22 2027-03-01:7']],
    ['2027-02-23', ['2027-02-24 2027-03-01:7']],
    ['2027-02-26', ['2027-03-01 2027-03-01:7']],
    // On a Saturday for the Sunday: Monday is the first morning.
    ['2027-02-27', ['2027-03-01 2027-03-01:7']],
    ['2027-03-01', []],
    ['2027-03-02', []],
  ])('that was written down on %s has what is still to come', (on, raised) => {
    expect(raisedOn(ends('2027-03-01', { on }), on, 60)).toEqual(raised)
  })

  it('comes back when somebody asked for it, and only then', () => {
    const told = (answer: Nudge['answer']) => ({
      ...ends('2027-03-03'),
      nudges: [
        aNudge({ on: '2027-02-01', reasons: [{ kind: 'trigger', occasion: 'd1@2027-03-03:30' }], answer }),
      ],
    })
    expect(decide(told(null), '2027-02-12', time)).toBeNull()
    expect(decide(told({ kind: 'later', by: 'U1', until: '2027-02-08' }), '2027-02-08', time)).not.toBeNull()
  })
})

describe('a day to remember', () => {
  const remembers = (monthDay: string, given: Partial<KeyDate> = {}) =>
    knowing({ dates: [aDate('date', monthDay, given)] })

  test.each<[string, string, readonly string[]]>([
    ['on its day, every year', '11-24', ['2026-11-24 2026-11-24', '2027-11-24 2027-11-24']],
    ['on the Friday before a weekend', '11-28', ['2026-11-27 2026-11-28', '2027-11-26 2027-11-28']],
    [
      'at the turn of the year',
      '01-02',
      ['2026-01-02 2026-01-02', '2027-01-01 2027-01-02', '2027-12-31 2028-01-02'],
    ],
    ['29 February in any year', '02-29', ['2026-02-27 2026-02-28', '2027-02-26 2027-02-28']],
  ])('is told of once an occurrence: %s', (_, monthDay, raised) => {
    expect(raisedOn(remembers(monthDay, { on: '2025-12-01' }), '2026-01-01', 730)).toEqual(raised)
  })

  it('is told of on 29 February where there is one', () => {
    expect(raisedOn(remembers('02-29'), '2028-02-01', 60)).toEqual(['2028-02-29 2028-02-29'])
  })

  it('once only, when it is not yearly', () => {
    expect(raisedOn(remembers('2026-11-24'), '2026-01-01', 900)).toEqual(['2026-11-24 2026-11-24'])
  })

  it('is told of for thirty days after, when it could not be before', () => {
    const down = Array.from({ length: 30 }, (_, n) => plusDays('2026-11-24', n))
    expect(raisedOn(remembers('11-24'), '2026-11-01', 60, time, down)).toEqual(['2026-12-24 2026-11-24'])
    const longer = [...down, '2026-12-24']
    expect(raisedOn(remembers('11-24'), '2026-11-01', 60, time, longer)).toEqual([])
    const rest = { ...time, holidays: Array.from({ length: 12 }, (_, n) => plusDays('2026-12-24', n)) }
    expect(raisedOn(remembers('01-01', { on: '2026-12-27' }), '2026-12-27', 60, rest)).toEqual([
      '2027-01-05 2027-01-01',
    ])
  })

  it('is not told of an occurrence before it was written down', () => {
    expect(raisedOn(remembers('11-24', { on: '2026-11-25' }), '2026-11-25', 60)).toEqual([])
    expect(raisedOn(remembers('11-24', { on: '2026-11-24' }), '2026-11-25', 60)).toEqual([
      '2026-11-25 2026-11-24',
    ])
    expect(raisedOn(remembers('03-14', { year: 2028, yearly: true }), '2027-01-01', 365)).toEqual([])
  })
})
