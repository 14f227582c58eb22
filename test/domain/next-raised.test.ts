import { describe, expect, it } from 'vitest'
import type { Commitment } from '../../src/domain/commitment.js'
import type { KeyDate } from '../../src/domain/key-date.js'
import { nextOfCommitment, nextOfDate } from '../../src/domain/reasons/next-raised.js'
import { standardWorkingTime } from '../../src/domain/working-time.js'

const time = standardWorkingTime('UTC')
const about = {
  id: 'x',
  personId: 'p',
  home: 'channel:C1',
  by: 'U1',
  at: '2026-11-20T10:00:00.000Z',
} as const
const promise = (dueOn: string | null, closed: Commitment['closed'] = null): Commitment => {
  return { ...about, on: '2026-11-20', kind: 'promise', text: 'call', dueOn, closed }
}
const on = (
  kind: KeyDate['kind'],
  monthDay: string,
  year: number | null,
  writtenOn = '2026-01-01',
): KeyDate => {
  return { ...about, on: writtenOn, kind, text: 'it', monthDay, year, yearly: year === null }
}

describe('the next day on which somebody comes up', () => {
  it('for a promise is its day, or the last working day before, while it is open', () => {
    expect(nextOfCommitment(promise('2026-11-29'), time)).toMatchObject({
      on: '2026-11-29',
      raisedOn: '2026-11-27',
    })
    expect(nextOfCommitment(promise(null), time)).toBeNull()
    const closed = { as: 'kept', on: '2026-11-20', by: 'U1' } as const
    expect(nextOfCommitment(promise('2026-11-29', closed), time)).toBeNull()
  })

  it.each([
    ['2026-11-21', '2026-11-29', '2026-11-27'],
    // On the Saturday it has been told of already, and is not over.
    ['2026-11-28', '2026-11-29', '2026-11-27'],
    ['2026-11-30', '2027-11-29', '2027-11-29'],
  ])('for a birthday is by the day itself: seen on %s', (today, day, raisedOn) => {
    expect(nextOfDate(on('date', '11-29', null), today, time)).toMatchObject({ on: day, raisedOn })
  })

  it.each([
    ['2026-12-01', '2026-01-01', '2027-01-29'],
    ['2027-01-29', '2026-01-01', '2027-01-29'],
    ['2027-01-30', '2026-01-01', '2027-02-22'],
    ['2027-02-10', '2027-02-10', '2027-02-22'],
    // Written down on a Friday in its last week: the next morning that there is.
    ['2027-02-26', '2027-02-26', '2027-03-01'],
    // Written down on a Saturday, 30 or 7 days before.
    ['2027-01-30', '2027-01-30', '2027-02-01'],
    ['2027-02-20', '2027-02-20', '2027-02-22'],
    ['2027-02-23', '2026-01-01', null],
    ['2027-03-02', '2026-01-01', null],
  ])(
    'for a trigger is 30 days before and 7: seen on %s, written down on %s',
    (today, writtenOn, raisedOn) => {
      const found = nextOfDate(on('trigger', '03-01', 2027, writtenOn), today, time)
      expect(found?.raisedOn ?? null).toBe(raisedOn)
    },
  )
})
