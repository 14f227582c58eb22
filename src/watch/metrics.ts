import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Meter } from '../metering.js'
import type { VitalPart } from './vitals.js'

/** How a post of the outbox fared, as far as it is counted: what waits or is another's is not. */
export type PostFate = 'planned' | 'sent' | 'failed' | 'withdrawn'

/** What is counted, for whoever watches the bot. No label is ever a name, an id, or a word of somebody's. */
export type Metrics = Meter & {
  /** `kind`: of the outbox's posts, as `digest` or `hand-over`. */
  readonly posted: (kind: string, fate: PostFate, howMany?: number) => void
  readonly beat: (seconds: number) => void
  /** A minute came; the beat belonging to it began so much later, or not at all since the one before is under way. */
  readonly minute: (lateSeconds: number, isSkipped: boolean) => void
  /** What the database said last. Instants are in ms since 1970; null: nothing waits. */
  readonly stands: (now: {
    readonly waiting: number
    readonly oldestAtMs: number | null
    readonly imports: number
    readonly places: number
  }) => void
  readonly logged: (level: string) => void
  readonly isReady: (part: VitalPart, isReady: boolean) => void
  /** Everything in Prometheus' text format. */
  readonly text: () => Promise<string>
  readonly contentType: string
}

/** Slack waits three seconds for an acknowledgement; an answer may be as late as an outage of Slack's is long. */
const acknowledgeBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5]
const answerBuckets = [...acknowledgeBuckets, 10, 30, 60]
const beatBuckets = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 30, 60, 120, 300]

/** `withProcess`: memory, processor, event loop and garbage of this process too; once a process. */
export const createMetrics = ({ withProcess = false, nowMs = Date.now } = {}): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name: `personable_${name}`, help, labelNames, registers })
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Gauge({ name: `personable_${name}`, help, labelNames, registers })
  const histogram = <L extends string>(name: string, help: string, buckets: number[], ...labelNames: L[]) =>
    new Histogram({ name: `personable_${name}`, help, buckets, labelNames, registers })

  const commands = counter('commands_total', 'Typed commands, by verb and how they ended.', 'verb', 'outcome')
  const acknowledgements = histogram(
    'acknowledge_seconds',
    'From the arrival of a delivery from Slack to its acknowledgement.',
    acknowledgeBuckets,
    'kind',
  )
  const answers = histogram(
    'answer_seconds',
    'From the arrival of a delivery from Slack to the end of the answer.',
    answerBuckets,
    'kind',
  )
  const nudges = counter(
    'nudges_total',
    'Posts that bring people up, by what became of them.',
    'kind',
    'state',
  )
  const notices = counter(
    'notices_total',
    'Posts that tell of one thing, by what became of them.',
    'kind',
    'state',
  )
  const calls = counter('slack_calls_total', 'Calls to Slack that ended, well or not.', 'method')
  const errors = counter('slack_errors_total', 'Calls to Slack that were in vain.', 'method', 'code')
  const limited = counter('slack_rate_limited_total', 'Calls that Slack refused as too many (429).', 'method')
  const held = counter(
    'slack_calls_held_total',
    'Calls to Slack that waited, or were put off, before Slack would have refused them.',
    'method',
    'how',
  )
  const connections = gauge(
    'slack_connections',
    'Connections to Slack that stand in Socket Mode; two are usual.',
  )
  const ready = gauge('ready', 'Whether a part of the bot is ready, as GET /readyz has it.', 'part')
  const beats = histogram('beat_seconds', 'How long a beat took: one pass over all that is due.', beatBuckets)
  const beatLag = gauge('beat_lag_seconds', 'How long after its minute the last beat began.')
  const skipped = counter(
    'beats_skipped_total',
    'Minutes without a beat, since the one before was under way.',
  )
  const waiting = gauge('posts_waiting', 'Posts of the outbox that are still to be sent.')
  const imports = gauge('imports_running', 'Imports that are under way.')
  const places = gauge('places_in_trouble', 'Places in which nudges cannot be delivered at present.')
  const lines = counter('log_lines_total', 'Lines logged as warnings or worse.', 'level')
  let [oldestAtMs, beatAtMs]: (number | null)[] = [null, null]
  const ageOf = (atMs: number | null | undefined) =>
    typeof atMs === 'number' ? Math.max(0, (nowMs() - atMs) / 1000) : 0
  new Gauge({
    name: 'personable_oldest_waiting_seconds',
    help: 'How long the oldest post that is still to be sent has waited; 0 when none does.',
    registers,
    collect() {
      this.set(ageOf(oldestAtMs))
    },
  })
  new Gauge({
    name: 'personable_since_beat_seconds',
    help: 'How long ago the last beat ended; before the first, since the start.',
    registers,
    collect() {
      this.set(ageOf(beatAtMs ?? startedAtMs))
    },
  })
  const startedAtMs = nowMs()
  if (withProcess) collectDefaultMetrics({ register: registry })
  // Known before they happen, so that whoever watches sees them rise from nothing.
  for (const level of ['warn', 'error', 'fatal']) lines.inc({ level }, 0)
  for (const kind of ['digest', 'role-news'])
    for (const state of ['planned', 'sent', 'failed', 'withdrawn']) nudges.inc({ kind, state }, 0)

  return {
    typed: (verb, outcome) => commands.inc({ verb, outcome }),
    acknowledged: (kind, seconds) => acknowledgements.observe({ kind }, seconds),
    answered: (kind, seconds) => answers.observe({ kind }, seconds),
    called: (method, trouble) => {
      calls.inc({ method })
      if (trouble === null) return
      errors.inc({ method, code: trouble.code })
      if (trouble.code === 'ratelimited') limited.inc({ method })
    },
    held: (method, how) => held.inc({ method, how }),
    connections: (open) => connections.set(open),
    posted: (kind, state, howMany = 1) => {
      const isNudge = kind === 'digest' || kind === 'role-news'
      const counted = isNudge ? nudges : notices
      counted.inc({ kind, state }, howMany)
    },
    beat: (seconds) => {
      beats.observe(seconds)
      beatAtMs = nowMs()
    },
    minute: (lateSeconds, isSkipped) => {
      if (isSkipped) skipped.inc()
      else beatLag.set(lateSeconds)
    },
    stands: (now) => {
      waiting.set(now.waiting)
      imports.set(now.imports)
      places.set(now.places)
      oldestAtMs = now.oldestAtMs
    },
    logged: (level) => lines.inc({ level }),
    isReady: (part, isReady) => ready.set({ part }, isReady ? 1 : 0),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
