import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusDays } from '../../src/domain/local-time.js'
import type { Nudge } from '../../src/domain/nudge.js'
import { decide, inOrder, isMoot, rhythmsPassed } from '../../src/domain/nudge-policy.js'
import type { PersonFacts } from '../../src/domain/reasons/reason.js'
import { isWorkingDay, standardWorkingTime } from '../../src/domain/working-time.js'
import { aDate, aNudge, aPerson, aPromise, factsAbout, news } from './people.js'

const time = standardWorkingTime('UTC')
const tuesday = '2026-11-24'
const quietSince = (dueOn: string, nudges: readonly Nudge[] = []): PersonFacts =>
  factsAbout(aPerson({ introducedOn: '2026-01-05' }), { dueOn, lastContactOn: '2026-09-01', nudges })

describe('whether to bring somebody up', () => {
  it('brings up who has been quiet for a rhythm, on the day and later', () => {
    expect(decide(quietSince('2026-11-24'), tuesday, time)).toMatchObject({
      reasons: [{ kind: 'quiet', occasion: '2026-11-24' }],
      times: 1,
    })
    expect(decide(quietSince('2026-11-25'), tuesday, time)).toBeNull()
  })

  it('says nothing of who was introduced or given a rhythm on that day', () => {
    const today = factsAbout(aPerson({ introducedOn: tuesday }), { dueOn: tuesday })
    const given = factsAbout(aPerson({ introducedOn: '2026-01-05', rhythmSetOn: tuesday }), {
      dueOn: tuesday,
    })
    expect(decide(today, tuesday, time)).toBeNull()
    expect(decide(given, tuesday, time)).toBeNull()
    expect(decide(given, '2026-11-25', time)).not.toBeNull()
  })

  it('says nothing twice on one day, whatever became of the first time', () => {
    for (const moot of [true, false])
      expect(decide(quietSince('2026-11-20', [aNudge({ on: tuesday, moot })]), tuesday, time)).toBeNull()
    // A contact that was written down late has moved the day on which they fell due.
    const another = aNudge({ on: tuesday, occasion: '2026-10-01' })
    expect(decide(quietSince('2026-11-20', [another]), tuesday, time)).toBeNull()
  })

  it('returns what nobody answered after seven working days, three times, and then rests', () => {
    const raised = (times: number) =>
      quietSince('2026-11-20', [aNudge({ on: '2026-11-23', times, occasion: '2026-11-20' })])
    expect(decide(raised(1), '2026-12-01', time)).toBeNull()
    expect(decide(raised(1), '2026-12-02', time)?.times).toBe(2)
    expect(decide(raised(3), '2026-12-02', time)?.times).toBe(4)
    expect(decide(raised(4), '2027-03-01', time)).toBeNull()
  })

  it('waits until the day that was asked for, and for a rhythm where it was not needed', () => {
    const answered = (answer: NonNullable<Nudge['answer']>) =>
      quietSince('2026-11-20', [aNudge({ on: '2026-11-23', occasion: '2026-11-20', answer })])
    const later = answered({ kind: 'later', by: 'U1', until: '2026-11-25' })
    expect(decide(later, tuesday, time)).toBeNull()
    expect(decide(later, '2026-11-25', time)?.times).toBe(1)
    const notNeeded = answered({ kind: 'not-needed', by: 'U1', until: '2026-12-15' })
    expect(decide(notNeeded, '2026-12-14', time)).toBeNull()
    expect(decide(notNeeded, '2026-12-15', time)?.times).toBe(1)
    // Answers of long ago do not say until when: it is three weeks from the day on which it was asked.
    const longAgo = answered({ kind: 'not-needed', by: 'U1' })
    expect(decide(longAgo, '2026-12-11', time)).toBeNull()
    expect(decide(longAgo, '2026-12-14', time)?.times).toBe(1)
    expect(decide(answered({ kind: 'reached-out', by: 'U1' }), '2027-01-04', time)).toBeNull()
    const handed = answered({ kind: 'handed-over', by: 'U1', to: 'U2' })
    expect(decide(handed, '2026-11-25', time)).toBeNull()
    expect(decide(handed, '2026-12-02', time)?.times).toBe(2)
  })

  it('makes one entry of several reasons, the weightiest first', () => {
    const facts = {
      ...quietSince('2026-11-20'),
      news: [news('new-role', 'n1'), { ...news('left', 'n2'), roleId: 'r0' }],
    }
    expect(decide(facts, tuesday, time)?.reasons.map(({ kind }) => kind)).toEqual([
      'new-role',
      'left',
      'quiet',
    ])
  })

  it('has of one kind the nearest day first, whichever was written down before', () => {
    const facts = {
      ...quietSince('2027-01-01'),
      dates: [
        aDate('trigger', '2026-12-24', { id: 'd1' }),
        aDate('trigger', '2026-12-01', { id: 'd2' }),
        aDate('date', '2026-11-24', { id: 'd3' }),
      ],
      commitments: [aPromise({ id: 'c1', dueOn: '2026-11-24' }), aPromise({ id: 'c2', dueOn: '2026-11-20' })],
    }
    expect(decide(facts, tuesday, time)?.reasons.map(({ occasion }) => occasion.slice(0, 2))).toEqual([
      'd2',
      'd1',
      'c2',
      'c1',
      'd3',
    ])
  })

  it('counts each reason of an entry by itself', () => {
    const reasons = [
      { kind: 'promise', occasion: 'c1@2026-11-20' },
      { kind: 'quiet', occasion: '2026-09-20' },
    ] as const
    const facts = {
      ...quietSince('2026-09-20', [
        aNudge({ id: 'n4', on: '2026-11-20', reasons, times: 4 }),
        aNudge({ id: 'n3', on: '2026-11-10', occasion: '2026-09-20', times: 3 }),
        aNudge({ id: 'n2', on: '2026-10-30', occasion: '2026-09-20', times: 2 }),
        aNudge({ id: 'n1', on: '2026-10-20', occasion: '2026-09-20' }),
      ]),
      commitments: [aPromise({ dueOn: '2026-11-20' })],
    }
    // The silence has been told of four times and rests; the promise once.
    expect(decide(facts, '2026-12-01', time)).toMatchObject({ reasons: [reasons[0]], times: 2 })
  })

  it('says nothing of a new role that they have left again', () => {
    const facts = { ...quietSince('2026-11-20'), news: [news('new-role', 'n1'), news('left', 'n2')] }
    expect(decide(facts, tuesday, time)?.reasons.map(({ kind }) => kind)).toEqual(['left', 'quiet'])
  })

  it('never brings anybody up who is not due', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1, max: 7 }), (offset, day) => {
        const on = plusDays('2026-11-22', day)
        const dueOn = plusDays(on, offset)
        const entry = decide(quietSince(dueOn), on, time)
        expect(entry !== null).toBe(offset <= 0)
        expect(isWorkingDay(on, time)).toBe(day < 6)
      }),
    )
  })
})

describe('the order of a digest', () => {
  it('puts news before silence, and long silence before short, by rhythm and not by days', () => {
    const person = (id: string, every: number, last: string) =>
      factsAbout(aPerson({ id, introducedOn: '2026-01-05', rhythm: { every, unit: 'day' } }), {
        dueOn: '2026-11-01',
        lastContactOn: last,
      })
    const short = person('short', 90, '2026-08-01')
    const long = person('long', 7, '2026-10-20')
    const told = { ...person('told', 30, '2026-10-20'), news: [news('left', 'n')] }
    const entries = [short, long, told]
      .map((facts) => decide(facts, tuesday, time))
      .filter((entry) => entry !== null)
    expect(inOrder(entries, tuesday).map(({ facts }) => facts.person.id)).toEqual(['told', 'long', 'short'])
    expect(rhythmsPassed(long, tuesday)).toBe(5)
  })
})

describe('whether an open nudge is still wanted', () => {
  const nudge = aNudge({ on: tuesday, occasion: '2026-11-20' })
  const since = {
    dueOn: '2026-11-20',
    newsIds: [],
    roleQuestionIds: [],
    commitments: [],
    dates: [],
    contacts: [],
  }

  it('stands while nothing has changed', () => {
    expect(isMoot(nudge, since, 'UTC')).toBe(false)
  })

  it('is over when somebody was in touch after it, even if a clock says that was before', () => {
    const contact = { on: '2026-11-21', loggedAt: '2026-11-21T10:00:00.000Z' }
    expect(isMoot(nudge, { ...since, dueOn: '2026-11-22', contacts: [contact] }, 'UTC')).toBe(true)
  })

  it('stands when an old contact was only now written down and they are due all the same', () => {
    const contact = { on: '2026-10-01', loggedAt: '2026-11-24T10:00:00.000Z' }
    expect(isMoot(nudge, { ...since, contacts: [contact] }, 'UTC')).toBe(false)
  })

  it('is over when they are due later or never, or the news was taken back', () => {
    expect(isMoot(nudge, { ...since, dueOn: '2026-12-24' }, 'UTC')).toBe(true)
    expect(isMoot(nudge, { ...since, dueOn: null }, 'UTC')).toBe(true)
    const told = { ...nudge, reasons: [{ kind: 'new-role', occasion: 'n1' }] } as const
    expect(isMoot(told, { ...since, newsIds: ['n1'] }, 'UTC')).toBe(false)
    expect(isMoot(told, { ...since, newsIds: [] }, 'UTC')).toBe(true)
  })

  it.each([
    ['promise', 'c1@2026-11-27', { commitments: [aPromise()] }],
    ['step', 'c1@2026-11-27', { commitments: [aPromise({ kind: 'step' })] }],
    ['date', 'd1@2026-11-28', { dates: [aDate('date', '11-28')] }],
    ['date', 'd1@2027-02-28', { dates: [aDate('date', '02-29')] }],
    ['trigger', 'd1@2027-03-01:30', { dates: [aDate('trigger', '2027-03-01')] }],
  ] as const)('stands for a %s until it is closed, removed or moved (%s)', (kind, occasion, standing) => {
    const raised = { ...nudge, reasons: [{ kind, occasion }] } as const
    expect(isMoot(raised, { ...since, ...standing }, 'UTC')).toBe(false)
    expect(isMoot(raised, since, 'UTC')).toBe(true)
    const moved = { commitments: [aPromise({ dueOn: '2026-11-30' })], dates: [aDate('date', '11-30')] }
    expect(isMoot(raised, { ...since, ...moved }, 'UTC')).toBe(true)
    const together = { ...raised, reasons: [...raised.reasons, ...nudge.reasons] }
    expect(isMoot(together, since, 'UTC')).toBe(false)
    const contact = { on: tuesday, loggedAt: '2026-11-24T10:00:00.000Z' }
    expect(isMoot(raised, { ...since, ...standing, contacts: [contact] }, 'UTC')).toBe(true)
  })
})
