import { App } from '@slack/bolt'
import type { Clock, Directory } from '../../app/ports.js'
import type { Config } from '../../config.js'
import { type Log, slackLogger } from '../../logging.js'
import { type Meter, unmetered } from '../../metering.js'
import { registerListeners } from '../bolt.js'
import type { Listeners } from '../listeners.js'
import { type Patience, standardPatience } from '../listening/edge.js'
import { Forms } from '../listening/forms-of-slack.js'
import { Homes } from '../listening/homes.js'
import { InFlight } from '../listening/in-flight.js'
import { Recent } from '../listening/recent.js'
import { type OnPosting, Replies, type RetryGaps, standardGaps } from '../listening/replies.js'
import { Seal } from '../listening/seal.js'
import { within } from '../listening/within.js'
import type { Forgetting } from '../listening/workspace-events.js'
import { mayBeAnsweredAt } from '../slack-address.js'
import { answeringClient } from '../web-clients.js'
import type { Door } from './door.js'
import type { Identity, StartProblem } from './identity.js'
import { signedRequests } from './signed-requests.js'
import { SlackSockets, type SocketTuning, standardTuning } from './sockets.js'

export type Connection = {
  /** What somebody's Home shows is different by now, through no act of theirs: it is published if they looked at it. */
  homeChanged(userId: string): void
  /** Every Home may show what it may not show any more. */
  homesChanged(): void
  /** Waits for what is being handled, then disconnects. Never rejects. */
  stop(): Promise<void>
}

export type Tuning = {
  readonly sockets: SocketTuning
  readonly patience: Patience
  readonly replyGaps: RetryGaps
  /** How long stopping waits for what is being handled. */
  readonly drainMs: number
  /** How long a message about an import is left alone between two steps of its progress. */
  readonly progressMs: number
}
const standard: Omit<Tuning, 'progressMs'> = {
  sockets: standardTuning,
  patience: standardPatience,
  replyGaps: standardGaps,
  drainMs: 10_000,
}

/** How many deliveries are remembered, to know a repetition: more than Slack sends within its last retry. */
const mostRemembered = 20_000

/**
 * Connects the listeners to Slack: in Socket Mode over two connections, else over `door`. Resolves once deliveries
 * arrive, which may take as long as Slack is down; ends with a problem when Slack refuses the app-level token.
 */
export const connect = async (options: {
  readonly config: Config
  readonly me: Identity
  readonly door: Door
  readonly listeners: Listeners
  readonly directory: Pick<Directory, 'user'> & Forgetting
  readonly clock: Clock
  /** Called when Slack has taken the app or its token away. */
  readonly revoked: () => void
  readonly log: Log
  readonly tuning?: Partial<Tuning>
  readonly meter?: Meter
}): Promise<Connection | StartProblem> => {
  const { config, me, door, listeners, directory, clock, revoked, meter = unmetered } = options
  const tuning = { ...standard, ...options.tuning }
  const log = options.log.part('slack')
  const client = answeringClient(config.slack, log, meter)
  const seal = new Seal(config.slack.botToken, me, clock)
  const forms = new Forms(client, seal)
  const toSlack = (url: string): boolean => mayBeAnsweredAt(url, config.slack.apiUrl)
  const homes = new Homes({ listeners, forms, workspaceId: me.workspaceId, log })
  const inFlight = new InFlight()
  const homeChanged = (userId: string): void =>
    void inFlight.run(
      () => homes.acted(userId),
      (error) => log.error('A Home could not be made', { err: error }),
    )
  const homesChanged = (): void =>
    void inFlight.run(
      () => homes.everybody(),
      (error) => log.error('The Homes could not be made', { err: error }),
    )
  const onPosting: OnPosting = async (text) => {
    const told = await listeners.telling(me.workspaceId, text)
    return (channelId, ts) => told({ kind: 'message', channelId, ref: ts })
  }
  const register = (app: App): void =>
    registerListeners(
      app,
      {
        me,
        listeners,
        replies: new Replies(client, log, toSlack, tuning.replyGaps, onPosting, meter),
        forms,
        seal,
        homes,
        directory,
        forgetting: directory,
        seen: new Recent(mostRemembered),
        submitted: new Recent(1_000),
        patience: tuning.patience,
        revoked,
        log,
      },
      inFlight,
      meter,
    )
  const drained = () => within(inFlight.idle(), tuning.drainMs)
  const { connection } = config.slack

  if (connection.kind === 'http') {
    const { receiver, listener } = signedRequests({ ...connection, log })
    register(await appOver(receiver, config, me, log))
    door.serve(connection.path, listener)
    log.info('Waiting for Slack over HTTP', { path: connection.path, port: door.port })
    return {
      homeChanged,
      homesChanged,
      stop: async () => {
        await door.close()
        await drained()
      },
    }
  }
  const { appToken } = connection
  const sockets = new SlackSockets({
    appToken,
    apiUrl: config.slack.apiUrl,
    log,
    tuning: tuning.sockets,
    meter,
  })
  register(await appOver(sockets, config, me, log))
  const problem = await sockets.start()
  if (problem !== null) return problem
  log.info('Connected to Slack in Socket Mode')
  return {
    homeChanged,
    homesChanged,
    stop: async () => {
      // What is under way is acknowledged over the sockets; what still arrived meanwhile is waited for too.
      await drained()
      await sockets.stop()
      await drained()
      await door.close()
    },
  }
}

/** Bolt, told who we are, so that it has nothing to ask Slack and nothing to fail at. */
const appOver = async (
  receiver: SlackSockets | ReturnType<typeof signedRequests>['receiver'],
  config: Config,
  me: Identity,
  log: Log,
): Promise<App> => {
  const app = new App({
    receiver,
    token: config.slack.botToken,
    botId: me.botId,
    botUserId: me.botUserId,
    tokenVerificationEnabled: false,
    deferInitialization: true,
    extendedErrorHandler: true,
    ignoreSelf: true,
    convoStore: false,
    logger: slackLogger(log),
    clientOptions: { slackApiUrl: config.slack.apiUrl },
  })
  await app.init()
  return app
}
