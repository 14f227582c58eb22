import { onRequest } from './app/forgetting/on-request.js'
import { retract } from './app/forgetting/retract.js'
import { runImports } from './app/imports/run-imports.js'
import { freshenPosts } from './app/nudges/freshen.js'
import { type Planned, planPass } from './app/nudges/plan.js'
import type { Gone } from './app/ports/forgetting.js'
import { carryOut } from './app/sources/carry-out.js'
import { type Composing, join, systemClock } from './compose-join.js'
import type { Home } from './domain/audience.js'
import type { Instant } from './domain/local-time.js'
import { hooksAt } from './hooks/hooks.js'
import { cleanUp, type LeftToClean } from './scheduler/clean-up.js'
import { startHeart } from './scheduler/heart.js'
import { lookAfter, proveWritable, sayHowItStands } from './scheduler/look-after.js'
import { oneAtATime } from './scheduler/one-at-a-time.js'
import { runPass, sendWaiting } from './scheduler/pass.js'
import { type ByHand, passByHand } from './scheduler/pass-by-hand.js'
import { connect } from './slack/connection/connect.js'
import { openDoor } from './slack/connection/door.js'
import type { StartProblem } from './slack/connection/identity.js'
import { counted } from './slack/listening/counted.js'
import { listensWith } from './slack/listens.js'
import type { Acted } from './store/unit-of-work.js'
import { createMetrics } from './watch/metrics.js'
import { watchOver } from './watch/watch.js'

/** The bot without ears: it can think and speak, and nobody is connected. */
export type Scheduler = {
  readonly byHand: (now: Instant) => Promise<ByHand>
  /** What a pass would do; `onLeftOut` is told of each place that Slack could not be asked about. */
  readonly dryRun: (now: Instant, onLeftOut?: (place: Home) => void) => Promise<readonly Planned[]>
  readonly close: () => Promise<void>
}
/** The bot at work. */
export type Running = {
  readonly port: number
  /** One pass now, by the clock it was given; what goes wrong is logged. */
  readonly beat: () => Promise<void>
  readonly stop: () => Promise<void>
}

type OnActed = (acted: Acted) => void

/** For `npm run nudge`: passes without a connection for what people type. */
export const composeScheduler = async (composing: Composing): Promise<Scheduler | StartProblem> => {
  const joined = await join(composing, () => {})
  if ('problem' in joined) return joined
  const { store, pass } = joined
  const { workspaceId } = joined.me
  return {
    byHand: (now) => passByHand(pass, workspaceId, now),
    dryRun: (now, onLeftOut = () => {}) => planPass(pass, { workspaceId, now, dryRun: true, onLeftOut }),
    close: () => store.close(),
  }
}

/** For `npm run forget`. */
export type Forgetter = {
  /** Forgets whoever can be reached at an address, in whatever place they are known. */
  readonly forget: (address: string) => Promise<Gone>
  readonly cleanUp: () => Promise<LeftToClean>
  readonly close: () => Promise<void>
}
export const composeForgetter = async (composing: Composing): Promise<Forgetter | StartProblem> => {
  const joined = await join(composing, () => {})
  if ('problem' in joined) return joined
  const { store, pass } = joined
  const { workspaceId } = joined.me
  return {
    forget: (address) => onRequest(store.uow, workspaceId, address),
    cleanUp: () => cleanUp({ ...pass, tidy: () => store.tidy(pass.realClock()) }, workspaceId),
    close: () => store.close(),
  }
}

/** The whole bot: ears, heart and all. Resolves once Slack delivers to it. */
export const composeBot = async (composing: Composing): Promise<Running | StartProblem> => {
  const { config, realClock = systemClock, clock = realClock, tuning = {} } = composing
  const { metrics = createMetrics(), log: uncounted } = composing
  const overSockets = config.slack.connection.kind === 'socket'
  const watch = watchOver({ metrics, overSockets, token: config.metricsToken, realClock })
  const log = watch.counting(uncounted)
  const door = await openDoor({ port: config.port, host: config.host, log })
  if ('problem' in door) return door
  for (const [path, listener] of watch.endpoints(log)) door.serve(path, listener)
  let onActed: OnActed = () => {}
  const joined = await join({ ...composing, log }, (acted) => onActed(acted), watch.meter)
  if ('problem' in joined) {
    await door.close()
    return joined
  }
  const { store, me, directory, bot } = joined
  const pass = { ...joined.pass, onPlanned: watch.onPlanned, onSent: watch.onSent }
  const lookingAfter = {
    ...pass,
    isSlackThere: () => watch.isSlackThere(joined.asksSlack),
    stands: watch.stands,
  }
  watch.probeWith(() => proveWritable(lookingAfter, me.workspaceId))
  let revoked = false
  const quietly = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      if (!revoked) await work()
    } catch (error) {
      log.error('A pass was cut short; the next one goes on', { err: error })
    }
  }
  // No Home was shown yet by this process, so whoever is forgotten by now is in none.
  let known = await store.lastForgetting().catch(() => null)
  let onForgotten = () => {}
  // What is taken away in Slack, and overwritten in the database, waits for no working time.
  const tidying = oneAtATime(async () => {
    await quietly(async () => {
      const last = await store.lastForgetting()
      if (last !== known) onForgotten()
      known = last
    })
    await quietly(() => retract(pass, me.workspaceId))
    await quietly(() => store.tidy(realClock()))
  })
  let stopping = false
  const importing = oneAtATime(async () => {
    await quietly(() => runImports(bot, me.workspaceId, () => stopping))
    await quietly(() => sayHowItStands(lookingAfter, me.workspaceId))
  })
  const importsWait = () => void importing.now()
  const beat = async (): Promise<void> => {
    importsWait()
    await quietly(() => carryOut(pass, me.workspaceId, clock()))
    await quietly(() => runPass(pass, me.workspaceId, clock()))
    await tidying.now()
    bot.importing.changed()
    await lookAfter(lookingAfter, me.workspaceId).catch((error: unknown) =>
      log.error('How the bot stands could not be noted down', { err: error }),
    )
  }
  const heart = startHeart(() => watch.beat(beat), watch.minute)
  // What was typed may tell somebody something, or have answered a nudge: now, and not at the next beat.
  const afterActs = oneAtATime(async () => {
    await quietly(() => sendWaiting(pass, me.workspaceId, clock(), 'notices'))
    await quietly(() => freshenPosts(pass, me.workspaceId))
  })
  onActed = ({ kind }) => {
    void afterActs.now()
    bot.importing.changed()
    if (kind === 'forget') void tidying.now()
  }
  const beforeHomes = onActed
  const stopThinking = async (): Promise<void> => {
    await bot.importing.stop()
    stopping = true
    await heart.stop()
    await importing.stop()
    await afterActs.stop()
    await tidying.stop()
    await store.close()
  }
  const sources = { ...bot, realClock, workspaceId: me.workspaceId, log: log.part('hooks') }
  for (const [path, listener] of hooksAt(sources, config.hooks)) door.serve(path, listener)
  const listeners = counted(
    listensWith({ ...bot, importsWait, postsWait: () => void afterActs.now() }),
    watch.meter,
  )
  const onRevoked = () => {
    revoked = true
    watch.takenAway()
  }
  const parts = { config, me, door, listeners, directory, clock, log, tuning, meter: watch.meter }
  const connected = await connect({ ...parts, revoked: onRevoked })
  if ('problem' in connected) {
    await stopThinking()
    await door.close()
    return connected
  }
  onActed = (acted) => {
    beforeHomes(acted)
    for (const userId of acted.owners) connected.homeChanged(userId)
  }
  onForgotten = connected.homesChanged
  void heart.beatNow()
  bot.importing.changed()
  return {
    port: door.port,
    beat: heart.beatNow,
    stop: async () => {
      await connected.stop()
      await stopThinking()
    },
  }
}
