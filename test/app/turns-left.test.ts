import { expect, it } from 'vitest'
import { leftOut } from '../../src/app/nudges/turns-left.js'
import { aNudge } from '../domain/people.js'
import { entry } from '../slack/views/known.js'

const [sample, price] = [
  { kind: 'promise', occasion: 'c1@2026-10-30' },
  { kind: 'promise', occasion: 'c2@2026-11-24' },
] as const
const nudge = aNudge({ id: 'n1', reasons: [sample, price], times: 3 })
const open = {
  ...nudge,
  turns: [
    { reason: sample, times: 3 },
    { reason: price, times: 1 },
  ],
}
const saying = (said: (typeof nudge)['reasons'], nudgeId = 'n1') => ({
  kind: 'digest' as const,
  entries: [entry({ nudgeId, said })],
  zoneToTell: null,
})

it('a post carries the reasons that it says, with their own count', () => {
  expect(leftOut([nudge], [open], saying([sample, price]))).toEqual([])
  expect(leftOut([nudge], [open], saying([price]))).toEqual([{ nudgeId: 'n1', reasons: [price], times: 1 }])
  expect(leftOut([nudge], [open], saying([sample]))).toEqual([{ nudgeId: 'n1', reasons: [sample], times: 3 }])
})

it('whom it does not name it does not carry', () => {
  expect(leftOut([nudge], [open], saying([price], 'another'))).toMatchObject([{ nudgeId: 'n1', reasons: [] }])
  expect(leftOut([nudge], [], saying([price]))).toMatchObject([{ nudgeId: 'n1', reasons: [] }])
})
