import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { actOn } from '../support/cluster/crowd.js'
import {
  answerFaults,
  isEverybodyRaised,
  isEverythingAnswered,
  isLate,
  keepingFaults,
  raisedFaults,
} from '../support/cluster/faults.js'
import { figuresOf } from '../support/cluster/figures.js'
import { given, mayBeLate, perSecond } from '../support/cluster/given.js'
import { findingsIn, keptIn } from '../support/cluster/kept.js'
import { nextMigration, nextRelease } from '../support/cluster/releases.js'
import { asks, aWorld, joins, leaves, settled, type World } from '../support/cluster/world.js'

const draft = { workspaces: given('WORKSPACES', 20), seed: given('SEED', 11), channels: 2, connections: 8 }
const betweenMs = given('BETWEEN_MS', 2_000)
/** A folder with an older release in `dist/`, to begin with; this one until said otherwise. */
const before = process.env.RELEASE_BEFORE

/** One after the other: told to stop, gone, another in its place, ready. Answers how each of the old ones ended. */
const rollTo = async (world: World, folder: string | undefined): Promise<unknown[]> => {
  const endings: unknown[] = []
  for (const old of [...world.balancer.replicas]) {
    old.program.kill('SIGTERM')
    endings.push(await old.program.ended)
    leaves(world, old)
    await joins(world, folder)
    await world.balancer.untilIn(3)
    await pause(betweenMs)
  }
  return endings
}

it('three replicas go from one release to the next, one after the other, and nobody notices', {
  timeout: 3_600_000,
}, async () => {
  const next = before === undefined ? await nextRelease() : undefined
  const world = await aWorld(draft)
  const { balancer, delivers, slack } = world
  for (let nth = 0; nth < 3; nth++) await joins(world, before)
  await balancer.untilIn(3)
  let isOver = false
  const acting = actOn(world.crowd, perSecond, () => isOver)
  await pause(betweenMs)
  const endings = await rollTo(world, next)
  await pause(betweenMs)
  isOver = true
  await acting
  const settledMs = await settled(
    world,
    () => isEverybodyRaised(world) && isEverythingAnswered(delivers.deeds),
    150_000,
  )
  process.stderr.write(`${JSON.stringify(figuresOf(world, { settledMs }), null, 1)}\n`)

  expect(endings).toEqual(endings.map(() => ({ code: 0, signal: null })))
  const done = (await asks<{ name: string }>(world, 'select name from personable_migrations')) ?? []
  if (before === undefined) expect(done.map(({ name }) => name)).toContain(nextMigration())
  // Nobody had to be asked a second time: whoever stops says so first.
  expect.soft(balancer.repeated).toBe(0)
  expect.soft(answerFaults(delivers.deeds)).toEqual([])
  expect.soft(delivers.deeds.filter(isLate).length).toBeLessThanOrEqual(mayBeLate)
  expect.soft(keepingFaults(delivers.deeds, await keptIn(world))).toEqual([])
  expect.soft(raisedFaults(world)).toEqual([])
  expect.soft(slack.limits.refusals).toEqual([])
  expect.soft(slack.problems).toEqual([])
  for (const { program } of balancer.replicas) program.kill('SIGTERM')
  await Promise.all(balancer.replicas.map(({ program }) => program.ended))
  expect(await findingsIn(world)).toEqual([])
})
