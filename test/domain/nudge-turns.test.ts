import { expect, it } from 'vitest'
import { decide, inOrder, stands, timesIn, turnsOf } from '../../src/domain/nudge-policy.js'
import { standardWorkingTime } from '../../src/domain/working-time.js'
import { aNudge, aPerson, aPromise, factsAbout } from './people.js'

const time = standardWorkingTime('UTC')

it('of several reasons each counts its own turns, from the beginning after it was put off', () => {
  const quiet = { kind: 'quiet', occasion: '2026-10-01' } as const
  const last = aNudge({
    id: 'last',
    on: '2026-11-02',
    times: 4,
    reasons: [{ kind: 'promise', occasion: 'c1@2026-10-30' }, quiet],
  })
  const earlier = (n: number, given: Parameters<typeof aNudge>[0] = {}) =>
    aNudge({ id: `n${n}`, on: `2026-10-0${n}`, reasons: [quiet], ...given })
  const later = { kind: 'later', by: 'U1', until: '2026-10-20' } as const
  const decided = (nudges: ReturnType<typeof aNudge>[]) =>
    decide(
      factsAbout(aPerson(), { dueOn: '2026-10-01', lastContactOn: '2026-09-01', nudges }),
      '2026-11-24',
      time,
    )?.times
  expect(decided([last, earlier(5), earlier(4)])).toBe(4)
  expect(decided([last, earlier(5), earlier(4, { answer: later }), earlier(3), earlier(2)])).toBe(3)
  expect(decided([last, earlier(5), earlier(4), earlier(3), earlier(2)])).toBeUndefined()
})

it('put off where it was told before, it rests also where it was told since', () => {
  const promise = { kind: 'promise', occasion: 'c1@2026-10-30' } as const
  const raised = (id: string, on: string, given: Parameters<typeof aNudge>[0] = {}) =>
    aNudge({ id, on, reasons: [promise], ...given })
  const facts = (answer: ReturnType<typeof aNudge>['answer']) =>
    factsAbout(aPerson({ rhythm: 'never' }), {
      commitments: [aPromise({ id: 'c1', dueOn: '2026-10-30' })],
      nudges: [raised('b', '2026-11-10', { times: 2 }), raised('a', '2026-10-30', { answer })],
    })
  const decided = (answer: ReturnType<typeof aNudge>['answer'], on: string) =>
    decide(facts(answer), on, time)?.reasons
  expect(decided(null, '2026-11-24')).toEqual([promise])
  for (const kind of ['later', 'not-needed'] as const) {
    const answer = { kind, by: 'U1', until: '2026-12-01' }
    expect(decided(answer, '2026-11-24')).toBeUndefined()
    expect(decided(answer, '2026-12-01')).toEqual([promise])
  }
})

it('with a reason less, an entry counts those that are left', () => {
  const [sample, price] = [
    { kind: 'promise', occasion: 'c1@2026-10-30' },
    { kind: 'promise', occasion: 'c2@2026-11-24' },
  ] as const
  const later = { kind: 'later', by: 'U1', until: '2026-12-01' } as const
  const both = aNudge({ id: 'n3', on: '2026-11-24', reasons: [sample, price], times: 3 })
  const turns = (answer: typeof later | null) => {
    const nudges = [both, aNudge({ id: 'n2', on: '2026-11-10', reasons: [sample], times: 2, answer })]
    return turnsOf(both, { person: aPerson(), nudges }, time)
  }
  expect(turns(null)).toEqual([
    { reason: sample, times: 3 },
    { reason: price, times: 1 },
  ])
  expect(turns(later)).toEqual([{ reason: price, times: 1 }])
  expect(timesIn(turns(null))).toBe(3)
  expect(timesIn(turns(later))).toBe(1)
})

it('those who have waited equally long come up in one order, however they are read', () => {
  const on = '2026-11-24'
  const entries = ['b', 'a', 'd', 'c'].map((id) => ({
    facts: factsAbout(aPerson({ id }), { lastContactOn: '2026-09-01' }),
    reasons: [{ kind: 'quiet', occasion: '2026-10-01' }] as const,
    times: 1,
  }))
  const order = ['a', 'b', 'c', 'd']
  expect(inOrder(entries, on).map(({ facts }) => facts.person.id)).toEqual(order)
  expect(inOrder(entries.toReversed(), on).map(({ facts }) => facts.person.id)).toEqual(order)
})

it('what an occasion does not name stands no more', () => {
  const commitments = [aPromise({ id: 'c1', dueOn: '2026-11-27' })]
  const reason = (occasion: string) => ({ kind: 'promise', occasion }) as const
  expect(stands(reason('c1@2026-11-27'), { commitments, dates: [] })).toBe(true)
  expect(stands(reason('c1'), { commitments, dates: [] })).toBe(false)
  expect(stands(reason('c1@soon'), { commitments, dates: [] })).toBe(false)
})
