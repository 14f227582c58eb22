import { randomUUID } from 'node:crypto'
import { v7 as sortableId } from 'uuid'
import { onRequest } from './app/forgetting/on-request.js'
import { retract } from './app/forgetting/retract.js'
import { runImports } from './app/imports/run-imports.js'
import { freshenPosts } from './app/nudges/freshen.js'
import { type Planned, planPass } from './app/nudges/plan.js'
import type { Gone } from './app/ports/forgetting.js'
import type { Clock } from './app/ports.js'
import { carryOut } from './app/sources/carry-out.js'
import type { Config } from './config.js'
import { loadQuestions } from './content/questions.js'
import { loadReactions } from './content/reactions.js'
import { openContactFile } from './documents/contact-files/open-contact-file.js'
import type { Home } from './domain/audience.js'
import type { Instant } from './domain/local-time.js'
import { hooksAt } from './hooks/hooks.js'
import { sourcesSetUp } from './hooks/set-up.js'
import type { Log } from './logging.js'
import { cleanUp, type LeftToClean } from './scheduler/clean-up.js'
import { startHeart } from './scheduler/heart.js'
import { oneAtATime } from './scheduler/one-at-a-time.js'
import { runPass, sendWaiting } from './scheduler/pass.js'
import { type ByHand, passByHand } from './scheduler/pass-by-hand.js'
import { type Backoff, pause, standardBackoff } from './slack/connection/backoff.js'
import { connect, type Tuning } from './slack/connection/connect.js'
import { openDoor } from './slack/connection/door.js'
import { identify, type StartProblem } from './slack/connection/identity.js'
import { SlackDirectory } from './slack/directory.js'
import { SlackFiles } from './slack/files.js'
import { SlackHistory } from './slack/history.js'
import { importingWith } from './slack/importing/importing.js'
import { listensWith } from './slack/listens.js'
import { SlackMessenger } from './slack/messenger.js'
import { outboxView } from './slack/views/outbox-view.js'
import { lookupClient, postingClient, uploadingClient } from './slack/web-clients.js'
import { OpenError } from './store/open-error.js'
import { openStore, type Store } from './store/open-store.js'
import type { Acted } from './store/unit-of-work.js'

const realClock: Clock = () => new Date().toISOString()

export type Composing = {
  readonly config: Config
  readonly log: Log
  /** What the product takes for now; the practice workspace moves it. */
  readonly clock?: Clock
  readonly tuning?: Partial<Tuning>
  readonly backoff?: Backoff
  /** Gives up waiting for Slack at the start. */
  readonly signal?: AbortSignal
}

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

/** Joins the adapters to the use cases. */
export const join = async (composing: Composing, onActed: OnActed) => {
  const { config, log, clock = realClock, signal, backoff = standardBackoff } = composing
  const store = await opened(config, onActed)
  if ('problem' in store) return store
  const client = lookupClient(config.slack, log.part('slack'))
  const me = await identify({ client, log, backoff, ...(signal === undefined ? {} : { signal }) })
  if ('problem' in me) {
    await store.close()
    return me
  }
  const directory = new SlackDirectory(client, me, realClock)
  const shared = { uow: store.uow, directory, questions: loadQuestions(), newId: sortableId }
  const importing = importingWith({
    ...shared,
    clock,
    config,
    me,
    openFile: openContactFile,
    tuning: composing.tuning,
    log,
  })
  const messenger = new SlackMessenger(postingClient(config.slack, log.part('slack')), me, log)
  const pass = { ...shared, messenger, render: outboxView, realClock, sender: randomUUID(), pause }
  return {
    store,
    me,
    directory,
    pass: { ...pass, lookAgainMs: config.lookAgainMs },
    bot: {
      ...shared,
      clock,
      reactions: loadReactions(),
      sourcesSetUp: sourcesSetUp(config.hooks),
      messages: new SlackHistory(client),
      importsWait: () => {},
      files: new SlackFiles(uploadingClient(config.slack, log.part('slack')), log),
      importing,
    },
  }
}

const opened = async (
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
  onActed: OnActed,
): Promise<Store | StartProblem> => {
  try {
    return await openStore(databaseUrl, { newId: sortableId, onActed })
  } catch (error) {
    if (error instanceof OpenError) return { problem: error.message }
    throw error
  }
}

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
    cleanUp: () => cleanUp({ ...pass, tidy: () => store.tidy(realClock()) }, workspaceId),
    close: () => store.close(),
  }
}

/** The whole bot: ears, heart and all. Resolves once Slack delivers to it. */
export const composeBot = async (composing: Composing): Promise<Running | StartProblem> => {
  const { config, log, clock = realClock, tuning = {} } = composing
  const door = await openDoor({ port: config.port, host: config.host, log })
  if ('problem' in door) return door
  let onActed: OnActed = () => {}
  const joined = await join(composing, (acted) => onActed(acted))
  if ('problem' in joined) {
    await door.close()
    return joined
  }
  const { store, me, directory, pass, bot } = joined
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
  const importing = oneAtATime(() => quietly(() => runImports(bot, me.workspaceId, () => stopping)))
  const importsWait = () => void importing.now()
  const heart = startHeart(async () => {
    importsWait()
    await quietly(() => carryOut(pass, me.workspaceId, clock()))
    await quietly(() => runPass(pass, me.workspaceId, clock()))
    await tidying.now()
    bot.importing.changed()
  })
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
  const listeners = listensWith({ ...bot, importsWait })
  const onRevoked = () => {
    revoked = true
  }
  const connected = await connect({ config, me, door, listeners, directory, revoked: onRevoked, log, tuning })
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
