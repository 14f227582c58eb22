import { randomUUID } from 'node:crypto'
import { v7 as sortableId } from 'uuid'
import type { Clock } from '../app/ports.js'
import type { Config, DatabaseConfig } from '../config.js'
import { loadMindedWords } from '../content/minded-words.js'
import { loadQuestions } from '../content/questions.js'
import { loadReactions } from '../content/reactions.js'
import { openContactFile } from '../documents/contact-files/open-contact-file.js'
import { spooled } from '../documents/contact-files/spool.js'
import { sourcesSetUp } from '../hooks/set-up.js'
import type { Log } from '../logging.js'
import { type Meter, unmetered } from '../metering.js'
import type { Brush } from '../pictures/canvas.js'
import { Pictures } from '../pictures/pictures.js'
import { type Backoff, pause, standardBackoff } from '../slack/connection/backoff.js'
import type { Tuning } from '../slack/connection/connect.js'
import { type Identity, identify, type StartProblem } from '../slack/connection/identity.js'
import { SlackDirectory } from '../slack/directory.js'
import { SlackFiles } from '../slack/files.js'
import { SlackHistory } from '../slack/history.js'
import { importingWith } from '../slack/importing/importing.js'
import { SlackMessenger } from '../slack/messenger.js'
import { Mindful } from '../slack/minding/mindful.js'
import type { Timing } from '../slack/pacing/lane.js'
import { pacingWith } from '../slack/pacing/pace.js'
import { outboxView } from '../slack/views/outbox-view.js'
import { lookupClient, postingClient, type SlackAccess, uploadingClient } from '../slack/web-clients.js'
import { unhurriedConnections } from '../store/dialect.js'
import { OpenError } from '../store/open-error.js'
import { openStore, type Store } from '../store/open-store.js'
import type { Acted } from '../store/unit-of-work.js'
import type { Metrics } from '../watch/metrics.js'

export const systemClock: Clock = () => new Date().toISOString()

export type Composing = {
  readonly config: Config
  readonly log: Log
  /** What the product takes for now; the practice workspace moves it. */
  readonly clock?: Clock
  /** What claims and outages are measured by. */
  readonly realClock?: Clock
  /** Whether it beats by itself, or when it is asked to and when something was done: where days pass in no time. */
  readonly beats?: 'each minute' | 'when asked'
  /** What is counted; else nobody can read it but through this bot's own door. */
  readonly metrics?: Metrics
  readonly tuning?: Partial<Tuning>
  readonly backoff?: Backoff
  /** By what Slack's minutes are counted; see docs/adr/0028. */
  readonly pacing?: Timing
  /** What pictures are drawn with, when it is not what this machine has. */
  readonly openBrush?: () => Promise<Brush>
  /** Gives up waiting for Slack at the start. */
  readonly signal?: AbortSignal
}

/** What all workspaces have in common. */
export type Ground = ReturnType<typeof groundFor>
/** Everything that is bound to one workspace: what thinks about its people, and speaks to its Slack. */
export type AtWork = ReturnType<typeof atWorkIn>
/** A workspace with the app in it. */
export type Installed = { readonly me: Identity; readonly access: SlackAccess }

const groundFor = (composing: Composing, store: Store, meter: Meter) => {
  const { config, log, realClock = systemClock, clock = realClock, tuning } = composing
  return {
    config,
    store,
    log,
    meter,
    clock,
    realClock,
    tuning,
    shared: { uow: store.uow, questions: loadQuestions(), newId: sortableId },
    reactions: loadReactions(),
    mindedWords: loadMindedWords(),
    sourcesSetUp: sourcesSetUp(config.hooks),
    pacing: pacingWith(store.isShared ? store.paces : null, composing.pacing),
    pictures: new Pictures(log, composing.openBrush),
    /** Names this process among those that send. */
    sender: randomUUID(),
  }
}

/** Opens what the bot stands on. */
export const openGround = async (
  composing: Composing,
  onActed: (acted: Acted) => void,
  meter: Meter = unmetered,
): Promise<Ground | StartProblem> => {
  const store = await opened(composing.config, onActed, composing)
  return 'problem' in store ? store : groundFor(composing, store, meter)
}

/** Joins the adapters to the use cases, for one workspace. */
export const atWorkIn = (ground: Ground, { me, access: reaching }: Installed) => {
  const { clock, realClock, sender, meter, tuning, log } = ground
  const access: SlackAccess = { ...reaching, pace: ground.pacing.of(me.workspaceId) }
  const slackLog = log.part('slack')
  const client = lookupClient(access, slackLog, meter)
  const directory = new SlackDirectory(client, me, realClock)
  const shared = { ...ground.shared, directory }
  const importing = importingWith({
    ...shared,
    clock,
    realClock,
    sender,
    isShared: ground.store.isShared,
    slack: access,
    me,
    openFile: (bytes, hint) => openContactFile(spooled(bytes, hint.limit), hint),
    tuning,
    log,
  })
  const messenger = new SlackMessenger(postingClient(access, slackLog, meter), me, log)
  const pass = { ...shared, messenger, render: outboxView, clock, realClock, sender, pause }
  return {
    me,
    access,
    directory,
    asksSlack: () => client.auth.test(),
    pass: {
      ...pass,
      lookAgainMs: ground.config.lookAgainMs,
      onFault: (error: unknown) => log.error('A post could not be made; the others go on', { err: error }),
    },
    bot: {
      ...shared,
      clock,
      realClock,
      sender,
      isShared: ground.store.isShared,
      reactions: ground.reactions,
      mindedWords: ground.mindedWords,
      mindful: new Mindful(ground.shared.uow, me.workspaceId, realClock),
      sourcesSetUp: ground.sourcesSetUp,
      messages: new SlackHistory(client),
      importsWait: () => {},
      postsWait: () => {},
      pictures: ground.pictures,
      files: new SlackFiles(uploadingClient(access, slackLog, meter), log),
      importing,
    },
  }
}

/** The one workspace whose token was pasted; waits for Slack to say which it is. */
export const identified = async (
  ground: Ground,
  { backoff = standardBackoff, signal }: Pick<Composing, 'backoff' | 'signal'>,
): Promise<AtWork | StartProblem> => {
  const { config, log, meter } = ground
  const { apiUrl, install } = config.slack
  const botToken = install.kind === 'token' ? install.botToken : ''
  const access: SlackAccess = { apiUrl, token: async () => botToken }
  const client = lookupClient(access, log.part('slack'), meter)
  const me = await identify({ client, log, backoff, ...(signal === undefined ? {} : { signal }) })
  return 'problem' in me ? me : atWorkIn(ground, { me, access })
}

const opened = async (
  { databaseUrl, databaseConnections, encryption }: Pick<Config, 'databaseConnections'> & DatabaseConfig,
  onActed: (acted: Acted) => void,
  { log, realClock = systemClock, clock = realClock }: Composing,
): Promise<Store | StartProblem> => {
  const onWaiting = () => log.info('Another process is changing the tables of the database; waiting for it')
  try {
    return await openStore(databaseUrl, {
      newId: sortableId,
      onActed,
      encryption,
      limits: { connections: databaseConnections - unhurriedConnections },
      migrating: { onWaiting },
      clock,
      realClock,
    })
  } catch (error) {
    if (error instanceof OpenError) return { problem: error.message }
    throw error
  }
}
