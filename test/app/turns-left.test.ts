import { expect, it } from 'vitest'
import { leftOut, turnsLeft } from '../../src/app/nudges/turns-left.js'
import { standardWorkingTime } from '../../src/domain/working-time.js'
import { aNudge } from '../domain/people.js'
import { entry } from '../slack/views/known.js'
import { anOffice, everything } from './office.js'

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

it('of somebody who is not known nothing was answered; what was answered or settled itself is open no more', async () => {
  const office = await anOffice()
  const answered = aNudge({ id: 'n2', answer: { kind: 'reached-out', by: 'UANA' } })
  const settled = aNudge({ id: 'n3', moot: true })
  const left = await office.uow.keep(everything, (stores) =>
    turnsLeft(stores, [nudge, answered, settled], standardWorkingTime('UTC')),
  )
  expect(left.map(({ id, reasons, times }) => ({ id, reasons, times }))).toEqual([
    { id: 'n1', reasons: [sample, price], times: 3 },
  ])
})
