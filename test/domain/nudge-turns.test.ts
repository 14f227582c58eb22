import { expect, it } from 'vitest'
import { decide, inOrder, stands } from '../../src/domain/nudge-policy.js'
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
