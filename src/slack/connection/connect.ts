import { App, type Authorize } from '@slack/bolt'
import type { Config } from '../../config.js'
import type { Log } from '../../logging.js'
import type { Meter } from '../../metering.js'
import { registerListeners } from '../bolt.js'
import { slackLogger } from '../library-log.js'
import { type Patience, standardPatience } from '../listening/edge.js'
import type { EdgeOf, HearsOfInstallations } from '../listening/edge-of.js'
import type { InFlight } from '../listening/in-flight.js'
import { type RetryGaps, standardGaps } from '../listening/replies.js'
import { within } from '../listening/within.js'
import type { Door } from './door.js'
import { edgeInTime } from './edge-in-time.js'
import type { StartProblem } from './identity.js'
import { signedRequests } from './signed-requests.js'
import { SlackSockets, type SocketTuning, standardTuning } from './sockets.js'

export type Connection = {
  /** Waits for what is being handled, then disconnects. Never rejects. */
  stop(): Promise<void>
}

export type Tuning = {
  readonly sockets: SocketTuning
  readonly patience: Patience
  readonly replyGaps: RetryGaps
  /** How long a Home is left alone after it was made, where acts alone follow. */
  readonly homeRestMs: number
  /** How long whose a delivery is may be looked up. */
  readonly edgeMs: number
  /** How long the door stays open after the bot has said that it is not ready any more, where somebody watches that. */
  readonly leavingMs: number
  /** How long stopping waits for what is being handled. */
  readonly drainMs: number
  /** How long a message about an import is left alone between two steps of its progress. */
  readonly progressMs: number
}
const standard: Omit<Tuning, 'progressMs'> = {
  sockets: standardTuning,
  patience: standardPatience,
  replyGaps: standardGaps,
  homeRestMs: 1_000,
  edgeMs: 1_500,
  leavingMs: 5_000,
  drainMs: 10_000,
}
export const tuned = (tuning: Partial<Tuning> | undefined): Omit<Tuning, 'progressMs'> => ({
  ...standard,
  ...tuning,
})

/**
 * Connects the listeners to Slack: in Socket Mode over two connections, else over `door`. Resolves once deliveries
 * arrive, which may take as long as Slack is down; ends with a problem when Slack refuses the app-level token.
 */
export const connect = async (options: {
  readonly config: Config
  readonly door: Door
  readonly edgeOf: EdgeOf
  readonly hearsOfInstallations: HearsOfInstallations
  readonly inFlight: InFlight
  readonly log: Log
  readonly tuning: Partial<Tuning> | undefined
  readonly meter: Meter
}): Promise<Connection | StartProblem> => {
  const { config, door, edgeOf, hearsOfInstallations, inFlight, meter } = options
  const tuning = tuned(options.tuning)
  const log = options.log.part('slack')
  const asking = edgeInTime(edgeOf, tuning.edgeMs)
  const register = (app: App): void =>
    registerListeners(app, { edgeOf: asking.second, hearsOfInstallations }, inFlight, log, meter)
  const drained = () => within(inFlight.idle(), tuning.drainMs)
  const { connection } = config.slack

  if (connection.kind === 'http') {
    const { receiver, listener } = signedRequests({ ...connection, log })
    register(await appOver(receiver, config, asking.first, log))
    door.serve(connection.path, listener)
    log.info('Waiting for Slack over HTTP', { path: connection.path, port: door.port })
    return {
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
  register(await appOver(sockets, config, asking.first, log))
  const problem = await sockets.start()
  if (problem !== null) return problem
  log.info('Connected to Slack in Socket Mode')
  return {
    stop: async () => {
      // What is under way is acknowledged over the sockets; what still arrived meanwhile is waited for too.
      await drained()
      await sockets.stop()
      await drained()
      await door.close()
    },
  }
}

/** Bolt, told who we are in each workspace, so that it has nothing to ask Slack and nothing to fail at. */
const appOver = async (
  receiver: SlackSockets | ReturnType<typeof signedRequests>['receiver'],
  config: Config,
  edgeOf: EdgeOf,
  log: Log,
): Promise<App> => {
  // Without a token Bolt makes no client of its own, of which it would keep one for every token there ever was.
  const authorize: Authorize<boolean> = async (_source, body) => {
    // Bolt would take an error for an answer, and acknowledge an event: whoever listens asks again, and says so.
    const { me } = (await edgeOf(body).catch(() => null)) ?? {}
    return me === undefined ? {} : { botId: me.botId, botUserId: me.botUserId, teamId: me.workspaceId }
  }
  const app = new App({
    receiver,
    authorize,
    tokenVerificationEnabled: false,
    deferInitialization: true,
    extendedErrorHandler: true,
    // Steps of workflows are ended with the bot's token, at its pace.
    attachFunctionToken: false,
    ignoreSelf: true,
    convoStore: false,
    logger: slackLogger(log),
    clientOptions: { slackApiUrl: config.slack.apiUrl },
  })
  await app.init()
  return app
}
