import { type Composing, openGround, systemClock } from './compose/join.js'
import { manyWorkspaces } from './compose/many.js'
import { misfit } from './compose/misfit.js'
import { startNeighbours } from './compose/neighbours.js'
import { theOneWorkspace } from './compose/workspaces.js'
import { startHeart } from './scheduler/heart.js'
import { pause } from './slack/connection/backoff.js'
import { connect, tuned } from './slack/connection/connect.js'
import { openDoor } from './slack/connection/door.js'
import type { StartProblem } from './slack/connection/identity.js'
import { InFlight } from './slack/listening/in-flight.js'
import { within } from './slack/listening/within.js'
import type { Acted } from './store/unit-of-work.js'
import { createMetrics } from './watch/metrics.js'
import { watchOver } from './watch/watch.js'

/** The bot at work. */
export type Running = {
  readonly port: number
  /** One pass now, by the clock it was given; what goes wrong is logged. */
  readonly beat: () => Promise<void>
  /**
   * Resolves, with what to tell whoever runs it, when the database has changed past what this program works with: by a
   * later release, or since it is encrypted with a key that was not given. It has to end.
   */
  readonly outgrown: Promise<string>
  readonly stop: () => Promise<void>
}

type OnActed = (acted: Acted) => void

/** The whole bot: ears, heart and all. Resolves once Slack delivers to it. */
export const composeBot = async (composing: Composing): Promise<Running | StartProblem> => {
  const { config, realClock = systemClock, metrics = createMetrics(), log: uncounted } = composing
  const overSockets = config.slack.connection.kind === 'socket'
  const servesMany = config.slack.install.kind === 'oauth'
  const watch = watchOver({ metrics, overSockets, token: config.metricsToken, servesMany, realClock })
  const log = watch.counting(uncounted)
  const door = await openDoor({ port: config.port, host: config.host, log })
  if ('problem' in door) return door
  for (const [path, listener] of watch.endpoints(log)) door.serve(path, listener)
  let onActed: OnActed = () => {}
  const ground = await openGround({ ...composing, log }, (acted) => onActed(acted), watch.meter)
  if ('problem' in ground) {
    await door.close()
    return ground
  }
  const { store } = ground
  const inFlight = new InFlight()
  // No Home was shown yet by this process, so whoever is forgotten by now is in none.
  let known = await store.lastForgetting().catch(() => null)
  const heedForgotten = async (): Promise<void> => {
    const last = await store.lastForgetting()
    if (last !== known) for (const each of workspaces.loaded()) each.homesChanged()
    known = last
  }
  const tidy = async (): Promise<void> => void (await store.tidy(realClock()))
  const { install } = config.slack
  const surroundings = { watch, inFlight, heedForgotten, tidy }
  const opened =
    install.kind === 'oauth'
      ? manyWorkspaces(ground, install, surroundings)
      : await theOneWorkspace(ground, composing, surroundings)
  if ('problem' in opened) {
    await store.close()
    await door.close()
    return opened
  }
  const workspaces = opened
  watch.probeWith(() => workspaces.proveWritable())
  const quietly = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      log.error('A beat was cut short; the next one goes on', { err: error })
      return false
    }
  }
  let outgrow = (_problem: string): void => {}
  const outgrown = new Promise<string>((resolve) => {
    outgrow = resolve
  })
  // While the database is out of reach nobody can be asked for; what is wrong in one workspace holds up no other.
  const beat = async (): Promise<boolean> => {
    let isWell = true
    const isThrough = await quietly(async () => {
      const problem = await misfit(store)
      if (problem === null) isWell = await workspaces.beat()
      else outgrow(problem)
    })
    return isThrough && isWell
  }
  const heart = startHeart(() => watch.beat(beat), watch.minute, composing.beats)
  onActed = (acted) => workspaces.acted(acted)
  const neighbours = startNeighbours(ground, workspaces, inFlight)
  const stopThinking = async (): Promise<void> => {
    await neighbours.stop()
    const stopped = workspaces.stop()
    await heart.stop()
    await stopped
    // What the last of it set going, as Homes that show it.
    await within(inFlight.idle(), 2 * tuned(ground.tuning).homeRestMs)
    await store.close()
  }
  workspaces.serve(door)
  await quietly(() => store.answers.release())
  const connected = await connect({
    config,
    door,
    edgeOf: workspaces.edgeOf,
    hearsOfInstallations: workspaces.hearsOfInstallations,
    inFlight,
    log,
    tuning: ground.tuning,
    meter: watch.meter,
  })
  if ('problem' in connected) {
    await stopThinking()
    await door.close()
    return connected
  }
  void heart.beatNow()
  for (const each of workspaces.loaded()) each.atWork.bot.importing.changed()
  return {
    port: door.port,
    beat: async () => {
      await heart.beatNow()
      await workspaces.caughtUp()
    },
    outgrown,
    stop: async () => {
      // A load balancer sends requests here until it has seen that the bot leaves. Sockets are closed in good order.
      if (watch.leaving() && !overSockets) await pause(tuned(ground.tuning).leavingMs)
      await connected.stop()
      await stopThinking()
    },
  }
}
