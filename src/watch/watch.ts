import type { RequestListener } from 'node:http'
import type { Log } from '../logging.js'
import type { Meter } from '../metering.js'
import { endpoints } from './endpoints.js'
import type { Metrics, PostFate } from './metrics.js'
import { Readiness } from './readiness.js'
import { SlackState } from './slack-state.js'
import { Vitals } from './vitals.js'

/** All that is watched of one bot. */
export type Watch = {
  readonly meter: Meter
  /** Slack has taken the app or its token away. */
  readonly takenAway: () => void
  /** Whether Slack is at hand; it is asked by `ask` when nothing was heard of it for long. */
  readonly isSlackThere: (ask: () => Promise<unknown>) => Promise<boolean>
  readonly probeWith: (probe: () => Promise<void>) => void
  /** The bot is about to stop, and says so; answers whether somebody was watching, who has to see it first. */
  readonly leaving: () => boolean
  /** A minute came; its beat began so much later, or was left out. */
  readonly minute: (lateMs: number, isSkipped: boolean) => void
  /** Does a beat, and counts it; one that did not go well leaves the bot not ready after a while. */
  readonly beat: (work: () => Promise<boolean>) => Promise<void>
  readonly onPlanned: (kind: string) => void
  readonly onSent: (kind: string, outcome: string) => void
  /** How one workspace stands; all of them together are shown. */
  readonly stands: (workspaceId: string, now: Standing) => void
  /** The same log, counting what is a warning or worse. */
  readonly counting: (log: Log) => Log
  /** What is served, by path. */
  readonly endpoints: (log: Log) => ReadonlyMap<string, RequestListener>
}

/** How the sending of a post ended, as it is counted; what waits, or is another's, is not. */
const fates: Readonly<Record<string, PostFate>> = { sent: 'sent', lost: 'failed', withdrawn: 'withdrawn' }

/** `overSockets`: Slack is not at hand without a connection. `realClock` gives instants of real time. */
export const watchOver = (options: {
  readonly metrics: Metrics
  readonly overSockets: boolean
  readonly token: string | null
  /** A token that Slack refuses is the trouble of one workspace among many. */
  readonly servesMany?: boolean
  readonly realClock: () => string
}): Watch => {
  const { metrics, overSockets, token, servesMany = false, realClock } = options
  const standing = new Map<string, Standing>()
  const vitals = new Vitals(realClock)
  const slack = new SlackState(vitals, { connection: overSockets, proof: !servesMany })
  const readiness = new Readiness(vitals)
  return {
    meter: {
      ...metrics,
      called: (method, trouble) => {
        metrics.called(method, trouble)
        slack.called(method, servesMany && trouble !== null ? { ...trouble, isBadToken: false } : trouble)
      },
      connections: (open) => {
        metrics.connections(open)
        slack.connections(open)
      },
    },
    takenAway: () => slack.takenAway(),
    isSlackThere: async (ask) => {
      if (slack.isQuiet) await ask().catch(() => {})
      return slack.isProven && vitals.isWell('slack')
    },
    probeWith: (probe) => readiness.probeWith(probe),
    leaving: () => readiness.leave(realClock()),
    minute: (lateMs, isSkipped) => metrics.minute(lateMs / 1000, isSkipped),
    beat: async (work) => {
      const from = performance.now()
      const isWell = await work()
      metrics.beat((performance.now() - from) / 1000)
      if (isWell) readiness.beaten(realClock())
    },
    onPlanned: (kind) => metrics.posted(kind, 'planned'),
    onSent: (kind, outcome) => {
      const fate = fates[outcome]
      if (fate !== undefined) metrics.posted(kind, fate)
    },
    stands: (workspaceId, now) => {
      standing.set(workspaceId, now)
      metrics.stands(together([...standing.values()]))
    },
    counting: (log) => countingLog(log, metrics.logged),
    endpoints: (log) => endpoints({ metrics, readiness, token, log }),
  }
}

type Standing = Parameters<Metrics['stands']>[0]

const together = (all: readonly Standing[]): Standing => {
  const sum = (of: (each: Standing) => number): number => all.reduce((total, each) => total + of(each), 0)
  const oldest = all.flatMap(({ oldestAtMs }) => oldestAtMs ?? [])
  return {
    waiting: sum(({ waiting }) => waiting),
    imports: sum(({ imports }) => imports),
    places: sum(({ places }) => places),
    oldestAtMs: oldest.length === 0 ? null : Math.min(...oldest),
  }
}

const countingLog = (log: Log, logged: Metrics['logged']): Log => ({
  debug: (text, data) => log.debug(text, data),
  info: (text, data) => log.info(text, data),
  warn: (text, data) => {
    logged('warn')
    log.warn(text, data)
  },
  error: (text, data) => {
    logged('error')
    log.error(text, data)
  },
  fatal: (text, data) => {
    logged('fatal')
    log.fatal(text, data)
  },
  part: (name) => countingLog(log.part(name), logged),
})
