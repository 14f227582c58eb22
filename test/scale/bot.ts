import { openGround } from '../../src/compose/join.js'
import { manyWorkspaces } from '../../src/compose/many.js'
import type { Workspaces } from '../../src/compose/workspaces.js'
import { type Config, readConfig } from '../../src/config.js'
import { createLog } from '../../src/logging.js'
import type { EventEdge } from '../../src/slack/listening/events.js'
import { InFlight } from '../../src/slack/listening/in-flight.js'
import type { Store } from '../../src/store/open-store.js'
import type { Acted } from '../../src/store/unit-of-work.js'
import { createMetrics } from '../../src/watch/metrics.js'
import { watchOver } from '../../src/watch/watch.js'
import type { PlayedClock } from './played-clock.js'

/** One process of the bot over many workspaces, as `npm start` composes it, but for the door to the network. */
export type Bot = {
  readonly store: Store
  readonly workspaces: Workspaces
  readonly at: (workspaceId: string) => Promise<EventEdge>
  readonly stop: () => Promise<void>
}

const clientSecret = 'secret-of-the-scale'

/** As for an app that many install. Without a key: rows are copied from one workspace to others, which sealed ones forbid. */
const configFor = (databaseUrl: string, connections: number): Config => {
  const config = readConfig({
    SLACK_CLIENT_ID: '1.1',
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_SIGNING_SECRET: 'signs-what-is-delivered',
    SLACK_API_URL: 'https://slack.scale.example/api/',
    PUBLIC_URL: 'https://personable.example',
    ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
    DATABASE_URL: databaseUrl,
    DATABASE_CONNECTIONS: String(connections),
  })
  if ('problem' in config) throw new Error(config.problem)
  return { ...config, encryption: { key: null, before: [] } }
}

/** `onTrouble` is told of each line that is logged as a warning or worse. */
export const startBot = async (options: {
  readonly databaseUrl: string
  readonly connections: number
  readonly clock: PlayedClock
  readonly onTrouble: (line: string) => void
}): Promise<Bot> => {
  const { databaseUrl, connections, clock, onTrouble } = options
  const config = configFor(databaseUrl, connections)
  const { install } = config.slack
  if (install.kind !== 'oauth') throw new Error('It is installed by many')
  const log = createLog({ level: 'warn', write: onTrouble })
  const metrics = createMetrics()
  const now = () => clock.instant()
  const watch = watchOver({ metrics, overSockets: false, token: null, servesMany: true, realClock: now })
  let onActed = (_: Acted): void => {}
  const composing = { config, log, clock: now, realClock: now, metrics }
  const ground = await openGround(composing, (acted) => onActed(acted), watch.meter)
  if ('problem' in ground) throw new Error(ground.problem)
  const { store } = ground
  let known = await store.lastForgetting()
  const heedForgotten = async (): Promise<void> => {
    const last = await store.lastForgetting()
    if (last !== known) for (const each of workspaces.loaded()) each.homesChanged()
    known = last
  }
  const tidy = async (): Promise<void> => void (await store.tidy(now()))
  const workspaces = manyWorkspaces(ground, install, { watch, inFlight: new InFlight(), heedForgotten, tidy })
  onActed = (acted) => workspaces.acted(acted)
  return {
    store,
    workspaces,
    at: async (workspaceId) => {
      const edge = await workspaces.edgeOf({ team_id: workspaceId })
      if (edge === null) throw new Error(`Nobody serves ${workspaceId}`)
      return edge
    },
    stop: async () => {
      await workspaces.stop()
      await store.close()
    },
  }
}
