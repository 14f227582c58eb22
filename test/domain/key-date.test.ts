import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextOccurrence, occurrenceIn } from '../../src/domain/key-date.js'
import { plusDays } from '../../src/domain/local-time.js'

const birthday = { monthDay: '02-29', year: null, yearly: true }
const lease = { monthDay: '03-01', year: 2027, yearly: false }
const bornIn = { monthDay: '03-14', year: 1971, yearly: true }

describe('a day to remember', () => {
  it('on 29 February is the 28th in other years', () => {
    expect(occurrenceIn(birthday, 2027)).toBe('2027-02-28')
    expect(occurrenceIn(birthday, 2028)).toBe('2028-02-29')
    expect(nextOccurrence(birthday, '2026-11-21')).toBe('2027-02-28')
    expect(nextOccurrence(birthday, '2027-03-01')).toBe('2028-02-29')
  })

  it('that is not yearly comes once', () => {
    expect(nextOccurrence(lease, '2026-11-21')).toBe('2027-03-01')
    expect(nextOccurrence(lease, '2027-03-01')).toBe('2027-03-01')
    expect(nextOccurrence(lease, '2027-03-02')).toBeNull()
  })

  it('that is yearly comes every year from its first', () => {
    expect(occurrenceIn(bornIn, 1970)).toBeNull()
    expect(nextOccurrence(bornIn, '2026-11-21')).toBe('2027-03-14')
    expect(nextOccurrence({ ...bornIn, year: 2031 }, '2026-11-21')).toBe('2031-03-14')
  })

  it('is never before the day asked about, and never more than a year ahead when it is yearly', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => plusDays('2000-01-01', n))
    fc.assert(
      fc.property(days, days, (on, from) => {
        const next = nextOccurrence({ monthDay: on.slice(5), year: null, yearly: true }, from)
        expect(next).not.toBeNull()
        expect(String(next) >= from && String(next) <= plusDays(from, 366)).toBe(true)
      }),
    )
  })
})
