import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Json, textAt } from '../../../src/practice/json.js'
import { nudged } from '../../slack/forged/world.js'
import { type Delivery, Wire } from '../slack/wire.js'
import { cases, isByHand, patience, tried } from '../support/budget.js'
import { Crossing } from './crossing.js'
import { type Deliveries, everythingIn, missingIn } from './deliveries.js'
import { type Foreign, leavesIn, type Stranger, valueAt } from './foreign.js'
import { Forger, forgedWith, singlyForged } from './forging.js'
import { type Twin, theTwins } from './twins.js'

it('not a byte crosses between two workspaces in which everything has the same ids', {
  timeout: patience(900_000),
}, async () => {
  const twins = await theTwins()
  const { one, two } = twins
  const wire = await Wire.between(one.world.team)
  const crossing = new Crossing(twins)
  const forger = new Forger(twins, wire, crossing)
  // A sweep is for all, and so is a pass by hand.
  await nudged(one.world)
  await one.world.team.pass('2026-11-27T16:00:00.000Z')
  const uses = (twin: Twin): Promise<Deliveries> =>
    crossing.alone(twin, () => everythingIn(twin, wire), `all that is done in ${twin.teamId}`, true)
  const done = { one: await uses(one), two: await uses(two) }
  expect(crossing.found).toEqual([])
  expect(missingIn(done.one)).toEqual([])
  expect([...done.two.keys()].sort()).toEqual([...done.one.keys()].sort())

  for (const [own, other, whose, whom, inSuite] of [
    [done.one, done.two, one, two, 'each field of a shape'],
    [done.two, done.one, two, one, 'what tells'],
  ] as const) {
    const thoroughly = isByHand ? 'each field' : inSuite
    const forged = singlyForged(own, other, strangerOf(whom, other), thoroughly)
    await forger.all(whose, forged, `foreign ids in what ${whose.teamId} gets`)
    await forger.all(whom, forged, `what ${whose.teamId} did, as if ${whom.teamId} had`)
    expect(crossing.found).toEqual([])
  }
  tried('deliveries with a foreign id in one field', forger.count)

  const random = fc.array(fc.nat(1e9), { minLength: 9, maxLength: 9 })
  const atRandom = async (numbers: readonly number[]): Promise<void> => {
    const [own, other, whose] = (numbers[0] ?? 0) % 2 ? [done.one, done.two, two] : [done.two, done.one, one]
    await forger.one(randomlyForged(own, other, whose, numbers))
    expect(crossing.found).toEqual([])
  }
  await fc.assert(fc.asyncProperty(random, atRandom), { ...cases(150), endOnFailure: true })
  tried('deliveries with foreign ids in some', forger.count)
})

const strangerOf = ({ teamId }: Twin, deliveries: Deliveries): Stranger => ({
  teamId,
  enterpriseId: 'E0ELSEWHERE',
  responseUrl: responseUrlIn(deliveries),
})
const responseUrlIn = (deliveries: Deliveries): string => {
  const all = [...deliveries.values()].flat().map(({ payload }) => textAt(payload, 'response_url'))
  return all.find((url) => url !== undefined) ?? ''
}

const idLike = /^(?:[A-Z][A-Z0-9]{3,}|\d+\.\d+.*|https?:.*|.*[0-9a-f]{8}-[0-9a-f]{4}-7.*)$/
const idsIn = (payload: Json): unknown[] =>
  leavesIn(payload)
    .map((path) => valueAt(payload, path))
    .filter((value) => typeof value === 'string' && idLike.test(value) && !/zq[ab][a-z]/.test(value))

/** A delivery of one workspace with ids of the other in a few of its fields. */
const randomlyForged = (own: Deliveries, other: Deliveries, whom: Twin, numbers: readonly number[]) => {
  const [, pick = 0, ...rest] = numbers
  const all: [string, Delivery][] = [...own].flatMap(([topic, each]) =>
    each.map((one) => [topic, one] as [string, Delivery]),
  )
  const [topic, delivery] = all[pick % all.length] ?? (['', { kind: 'event', payload: {} }] as const)
  const leaves = leavesIn(delivery.payload).filter((path) => !isKept(path))
  const others = [...other.values()].flat()
  const ids = [whom.teamId, ...idsIn(others[(rest[0] ?? 0) % others.length]?.payload ?? {})]
  const foreign = rest.slice(1, 2 + ((rest[0] ?? 0) % 4)).flatMap((number, n): Foreign[] => {
    const path = leaves[number % Math.max(1, leaves.length)]
    return path === undefined ? [] : [{ path, value: ids[(rest[n] ?? 0) % ids.length] }]
  })
  return forgedWith(topic, delivery, ...foreign)
}

/** By these Bolt tells what a delivery is; without them it is none of Slack's. */
const isKept = (path: Foreign['path']): boolean =>
  /^(type|command|event\.type|actions\.\d+\.(type|action_id|block_id)|action_id|block_id|callback_id|view\.callback_id)$/.test(
    path.join('.'),
  )
