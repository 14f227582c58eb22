import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { mostConnections } from '../support/cluster/connections.js'
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
import { aWorld, joins, leaves, settled, type World } from '../support/cluster/world.js'

/** The whole of it: `WORKSPACES=500 KILLS=40 npx vitest run test/cluster/three-processes.test.ts`; less in every run of the tests. */
const draft = {
  workspaces: given('WORKSPACES', 30),
  seed: given('SEED', 7),
  channels: given('CHANNELS', 2),
  connections: 8,
}
const kills = given('KILLS', 5)
const killEveryMs = given('KILL_EVERY_MS', 6_000)

/** Kills one of them every few seconds, and starts another in its place; in the middle the database is restarted. */
const killOn = async (world: World): Promise<void> => {
  const { balancer, chance, server } = world
  for (let nth = 1; nth <= kills; nth++) {
    await pause(killEveryMs)
    // One that lives is enough, but somebody has to.
    await balancer.untilIn(2)
    const victim = chance.pick(balancer.replicas.filter(({ isIn }) => isIn))
    victim.program.kill()
    await victim.program.ended
    leaves(world, victim)
    if (nth === Math.ceil(kills / 2)) {
      await server.stop()
      await server.start()
    }
    await joins(world)
  }
  await pause(killEveryMs)
}

it('three processes that are killed, over a database that is restarted, serve many workspaces as one that lives', {
  timeout: 3_600_000,
}, async () => {
  const world = await aWorld(draft)
  const { balancer, delivers, slack } = world
  await Promise.all([joins(world), joins(world), joins(world)])
  await balancer.untilIn(3)
  let isOver = false
  const connections = mostConnections(world, () => isOver)
  const acting = actOn(world.crowd, perSecond, () => isOver)
  await killOn(world)
  isOver = true
  await acting
  await balancer.untilIn(3)
  const settledMs = await settled(
    world,
    () => isEverybodyRaised(world) && isEverythingAnswered(delivers.deeds),
    150_000,
  )

  const endings = balancer.replicas.map(async ({ program }) => {
    program.kill('SIGTERM')
    return program.ended
  })
  expect(await Promise.all(endings)).toEqual(endings.map(() => ({ code: 0, signal: null })))
  const mostAtOnce = await connections
  process.stderr.write(`${JSON.stringify(figuresOf(world, { kills, settledMs, mostAtOnce }), null, 1)}\n`)

  expect.soft(raisedFaults(world)).toEqual([])
  expect.soft(answerFaults(delivers.deeds)).toEqual([])
  expect.soft(keepingFaults(delivers.deeds, await keptIn(world))).toEqual([])
  expect.soft(delivers.deeds.filter(isLate).length).toBeLessThanOrEqual(mayBeLate)
  expect.soft(slack.limits.refusals).toEqual([])
  expect.soft(slack.problems).toEqual([])
  expect.soft(mostAtOnce).toBeLessThanOrEqual(draft.connections)
  expect(await findingsIn(world)).toEqual([])
})
