import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { v7 as sortableId } from 'uuid'
import { onTestFinished } from 'vitest'
import { openStore } from '../../../src/store/open-store.js'
import { type Chance, chanceOf } from '../crashing/chance.js'
import { newTokens } from '../crashing/tokens.js'
import { type PostgresServer, startPostgres } from '../postgres-server.js'
import type { Settings } from '../process.js'
import { keyOf, sealedWith } from '../sealed.js'
import { Balancer } from './balancer.js'
import { type Crowd, nameOf } from './crowd.js'
import { type Replica, startReplica } from './replica.js'
import { type KnownIn, seed } from './seeding.js'
import { SlackDelivers } from './slack-delivers.js'
import { SlackRoom } from './slack-room.js'
import { type SlackServer, startSlackServer } from './slack-server.js'

export type Draft = {
  readonly workspaces: number
  readonly seed: number
  /** Channels of the first of them: more than Slack may be asked about in a minute for what is due there. */
  readonly channels: number
  /** Connections of each process to the database. */
  readonly connections: number
}

/** A Slack, a database with many workspaces in it, and nobody of ours who serves them yet. */
export type World = {
  readonly draft: Draft
  readonly chance: Chance
  readonly server: PostgresServer
  readonly databaseUrl: string
  readonly slack: SlackServer
  readonly balancer: Balancer
  readonly delivers: SlackDelivers
  readonly crowd: Crowd
  readonly settings: Settings
  /** All that were ever started. */
  readonly lived: Replica[]
  /** What all clocks say, in ms. */
  readonly now: () => number
}

/** A Tuesday, half a minute before it is nine in half of all workspaces. In the others it was nine an hour ago. */
const begins = Date.UTC(2026, 10, 24, 8, 59, 20)
const zones = ['Etc/UTC', 'Europe/Berlin'] as const
const saturday = '2026-11-21T16:00:00.000Z'
const users = ['U0ANA', 'U0BEN', 'U0KIM'] as const
const channels = ['C0CUSTOMERS', 'C0PARTNERS'] as const
const signingSecret = 'a-signing-secret-of-tests'
export const encryption = sealedWith('c')

export const aWorld = async (draft: Draft): Promise<World> => {
  const chance = chanceOf(draft.seed)
  let ahead = 0
  const now = () => Date.now() + ahead
  const rooms = Array.from(
    { length: draft.workspaces },
    (_, i) =>
      new SlackRoom({
        id: `T${String(i).padStart(5, '0')}`,
        zone: zones[i % zones.length] ?? 'UTC',
        users,
        channels: i === 0 ? Array.from({ length: draft.channels }, (_, nth) => `C0OFFICE${nth}`) : channels,
        now,
      }),
  )
  const server = await startPostgres()
  onTestFinished(() => server.drop())
  const databaseUrl = `${server.url}postgres`
  const newToken = newTokens()
  const known = new Map<SlackRoom, KnownIn>()
  const store = await openStore(databaseUrl, { newId: sortableId, encryption })
  for (const room of rooms) {
    const where = [...room.channels, ...room.channels].slice(0, Math.max(room.channels.length, 3))
    const due = where.map((channelId) => ({ name: nameOf(newToken()), channelId }))
    known.set(room, { due, others: Array.from({ length: 5 }, () => nameOf(newToken())) })
  }
  await inParallel([...known], 8, ([room, people]) => seed(store, room, people, saturday))
  await store.close()
  const slack = await startSlackServer(rooms, chance.another())
  const balancer = new Balancer(signingSecret, now)
  onTestFinished(() => balancer.stop())
  const delivers = new SlackDelivers(slack, balancer)
  ahead = begins - Date.now()
  const settings = {
    SLACK_CLIENT_ID: '12.34',
    SLACK_CLIENT_SECRET: 'c1i2e3n4t',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PUBLIC_URL: 'https://personable.example',
    ENCRYPTION_KEY: keyOf('c'),
    HOST: '127.0.0.1',
    PORT: '0',
    LOOK_AGAIN_SECONDS: '1',
    DATABASE_CONNECTIONS: String(draft.connections),
    NODE_OPTIONS: `--import=${new URL('../process-clock.mjs', import.meta.url).href}`,
    CLOCK_AHEAD_MS: String(ahead),
  }
  const crowd = { delivers, rooms, known, chance: chance.another(), newToken, pressed: new Set<string>() }
  return { draft, chance, server, databaseUrl, slack, balancer, delivers, crowd, settings, lived: [], now }
}

const inParallel = async <T>(
  all: readonly T[],
  atOnce: number,
  work: (each: T) => Promise<void>,
): Promise<void> => {
  const left = [...all]
  const worker = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await work(next)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

let lives = 0

/** One more process behind the load balancer; it gets requests when it is ready. */
export const joins = async (world: World, folder?: string): Promise<Replica> => {
  const name = `replica-${++lives}`
  // By its name the database knows whose connections are whose.
  const databaseUrl = `${world.databaseUrl}?application_name=${name}`
  const replica = await startReplica(name, { ...world.settings, DATABASE_URL: databaseUrl }, folder)
  world.balancer.replicas.push(replica)
  world.lived.push(replica)
  return replica
}

/** It is not asked any more whether it is there. */
export const leaves = ({ balancer }: World, replica: Replica): void => {
  const at = balancer.replicas.indexOf(replica)
  if (at >= 0) balancer.replicas.splice(at, 1)
}

/** Rows of a question to the database as it lies there; null while it is away. */
export const asks = async <T extends pg.QueryResultRow>(
  world: World,
  question: string,
): Promise<T[] | null> => {
  const client = new pg.Client({ connectionString: world.databaseUrl, application_name: 'the test' })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<T>(question)).rows
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}

const waits = `select count(*)::int as count from posts where state in ('planned', 'claimed', 'uncertain')`

/** Until everybody who is due has come up, nothing waits to be posted, and nobody looks for anything. Answers how long, in ms. */
export const settled = async (world: World, isDone: () => boolean, patienceMs: number): Promise<number> => {
  const from = performance.now()
  const isOver = () => performance.now() - from > patienceMs
  while (!isOver()) {
    const left = await asks<{ count: number }>(world, waits)
    if (left?.[0]?.count === 0 && isDone()) break
    await pause(500)
  }
  return performance.now() - from
}
