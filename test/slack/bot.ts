import { type Config, readConfig } from '../../src/config.js'
import { createLog, type Log } from '../../src/logging.js'
import { unmetered } from '../../src/metering.js'
import { nothing } from '../../src/slack/answer.js'
import type { Backoff } from '../../src/slack/connection/backoff.js'
import { type Connection, connect, type Tuning, tuned } from '../../src/slack/connection/connect.js'
import { type Door, openDoor } from '../../src/slack/connection/door.js'
import { type Among, edgeFor } from '../../src/slack/connection/edge-for.js'
import { identify, type StartProblem } from '../../src/slack/connection/identity.js'
import type { Listeners } from '../../src/slack/listeners.js'
import { InFlight } from '../../src/slack/listening/in-flight.js'
import { Seal } from '../../src/slack/listening/seal.js'
import { answeringClient } from '../../src/slack/web-clients.js'
import { alone } from './alone.js'
import type { SlackStand } from './stand.js'

/** Gaps that a test can wait for. */
const quick: Backoff = { firstMs: 5, longestMs: 20, random: () => 1 }
export const quickSockets = { backoff: quick, helloMs: 2_000, secondAfterMs: 0 }

export const silentListeners: Listeners = {
  typed: async () => nothing,
  dropped: async () => nothing,
  presses: {},
  forms: {},
  lookups: {},
  shortcuts: {
    'log-conversation': async () => nothing,
    'remember-this': async () => nothing,
    'look-up-person': async () => nothing,
  },
  home: async () => ({ type: 'home', blocks: [] }),
  reacted: async () => nothing,
  talk: async () => nothing,
  stepped: async () => ({ kind: 'failed', why: 'Nothing.' }),
  telling: async () => async () => {},
  carriedOut: async () => false,
  channelShared: async () => {},
  readerCame: async () => {},
  readerLeft: async () => {},
  profileChanged: async () => {},
  channelMoved: async () => {},
}

/** As the bot of these tests seals what it shows. */
export const sealing = new Seal('xoxb-1', { workspaceId: 'T1' }, () => new Date().toISOString())

const settingsFor = (slack: SlackStand, mode: 'socket' | 'http'): Config => {
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    ...(mode === 'socket' ? { SLACK_APP_TOKEN: 'xapp-1' } : { SLACK_SIGNING_SECRET: 'shhh' }),
    SLACK_API_URL: slack.apiUrl,
    HOST: '127.0.0.1',
    PORT: '0',
  })
  if ('problem' in config) throw new Error(config.problem)
  return config
}

/** A log that can be read. */
export const listening = (onLine: () => void = () => {}): { log: Log; said: (text: string) => object[] } => {
  const lines: { msg: string }[] = []
  const write = (line: string): void => {
    lines.push(JSON.parse(line))
    onLine()
  }
  return {
    log: createLog({ level: 'debug', write }),
    said: (text) => lines.filter(({ msg }) => msg.includes(text)),
  }
}

export type Bot = {
  readonly connection: Connection
  readonly door: Door
  readonly said: (text: string) => object[]
  readonly forgotten: string[]
  readonly stop: () => Promise<void>
}

/** Connects listeners to Slack, for the workspace whose token was pasted. */
export const connected = async (
  {
    config,
    door,
    log,
    forgotten = [],
    revoked = () => {},
    among = alone(),
  }: {
    readonly config: Config
    readonly door: Door
    readonly log: Log
    readonly forgotten?: string[]
    readonly revoked?: () => void
    readonly among?: Among
  },
  listeners: Partial<Listeners>,
  tuning: Partial<Tuning>,
): Promise<Connection | StartProblem> => {
  const { apiUrl, install } = config.slack
  const secret = install.kind === 'token' ? install.botToken : ''
  const access = { apiUrl, token: async () => secret }
  const me = await identify({ client: answeringClient(access, log), log, backoff: quick })
  if ('problem' in me) throw new Error(me.problem)
  const edge = edgeFor({
    me,
    access,
    secret,
    listeners: { ...silentListeners, ...listeners },
    directory: {
      user: async (id) => ({ id, name: 'Ana', zone: null, standing: 'member', admin: false }),
      forgetChannel: (id) => forgotten.push(id),
      forgetMembers: (id) => forgotten.push(`members of ${id}`),
      forgetUser: (id) => forgotten.push(id),
    },
    clock: () => new Date().toISOString(),
    realClock: () => new Date().toISOString(),
    among,
    revoked,
    ...tuned(tuning),
    log,
    meter: unmetered,
  })
  const inFlight = new InFlight()
  return connect({
    config,
    door,
    edgeOf: async () => edge,
    hearsOfInstallations: async () => false,
    inFlight,
    log,
    tuning,
    meter: unmetered,
  })
}

/** The edge of the bot, connected to a Slack that is stood in for. */
export const startBot = async (
  slack: SlackStand,
  mode: 'socket' | 'http',
  listeners: Partial<Listeners> = {},
  tuning: Partial<Tuning> = {},
  revoked: () => void = () => {},
  among: Among = alone(),
): Promise<Bot> => {
  const config = settingsFor(slack, mode)
  const { log, said } = listening(slack.nudge)
  const door = await openDoor({ port: 0, host: '127.0.0.1', log })
  if ('problem' in door) throw new Error(door.problem)
  const forgotten: string[] = []
  const connection = await connected({ config, door, log, forgotten, revoked, among }, listeners, {
    sockets: quickSockets,
    replyGaps: [5, 5, 5],
    drainMs: 2_000,
    ...tuning,
  })
  if ('problem' in connection) {
    await door.close()
    throw new Error(connection.problem)
  }
  return { connection, door, said, forgotten, stop: () => connection.stop() }
}

export const commandOf = (text: string, triggerId: string, slack: SlackStand) => ({
  command: '/person',
  text,
  team_id: 'T1',
  user_id: 'U1',
  channel_id: 'C1',
  trigger_id: triggerId,
  response_url: slack.responseUrl,
})
