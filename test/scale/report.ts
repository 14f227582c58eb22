import type { DayKept } from './looks.js'
import type { Figures } from './orders.js'
import type { Stretch } from './play.js'

/** What one virtual day came to. */
export type Day = {
  readonly on: string
  readonly realSeconds: number
  readonly posts: number
  readonly planned: number
  readonly nudges: number
  readonly typed: number
  readonly pressed: number
  readonly turns: number
  readonly statementsPerTurn: number
  readonly turnMs: Spread
  readonly stepMs: Spread
  readonly typedMs: Spread
  readonly lagSeconds: Spread
  readonly replicaCpu: readonly number[]
  readonly serverCpu: number | null
  readonly rssMb: readonly number[]
  readonly connections: number
  readonly grownMb: number
  readonly grown: Readonly<Record<string, number>>
  readonly mostInAMinute: Readonly<Record<string, number>>
  readonly calls: Readonly<Record<string, number>>
}

export type Spread = { readonly p50: number; readonly p99: number; readonly most: number }

export const spreadOf = (all: readonly number[]): Spread => {
  const sorted = [...all].sort((one, other) => one - other)
  const at = (part: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  return { p50: at(0.5), p99: at(0.99), most: round(sorted.at(-1) ?? 0) }
}

const round = (value: number): number => Math.round(value * 10) / 10

export const dayOf = (parts: {
  readonly on: string
  readonly realSeconds: number
  readonly posts: number
  readonly stretch: Stretch
  readonly figures: readonly Figures[]
  readonly kept: DayKept
  readonly serverCpu: number | null
  readonly before: ReadonlyMap<string, number>
  readonly after: ReadonlyMap<string, number>
}): Day => {
  const { on, posts, stretch, figures, kept, serverCpu, before, after } = parts
  const sum = (of: (each: Figures) => number): number => figures.reduce((total, each) => total + of(each), 0)
  const turns = sum((each) => each.turns)
  const grown = [...after].map(
    ([name, bytes]) => [name, round((bytes - (before.get(name) ?? 0)) / 2 ** 20)] as const,
  )
  const together = (
    of: (each: Figures) => Readonly<Record<string, number>>,
    join: (a: number, b: number) => number,
  ) => {
    const all: Record<string, number> = {}
    for (const each of figures)
      for (const [name, count] of Object.entries(of(each))) all[name] = join(all[name] ?? 0, count)
    return all
  }
  return {
    on,
    realSeconds: round(parts.realSeconds),
    posts,
    planned: kept.planned,
    nudges: kept.nudges,
    typed: stretch.typed,
    pressed: sum((each) => each.pressedMs.length),
    turns,
    statementsPerTurn: round(sum((each) => each.statements) / Math.max(turns, 1)),
    turnMs: spreadOf(figures.flatMap((each) => each.turnMs)),
    stepMs: spreadOf(stretch.stepMs),
    typedMs: spreadOf(figures.flatMap((each) => each.typedMs)),
    lagSeconds: spreadOf(kept.lagMs.map((ms) => ms / 1000)),
    replicaCpu: figures.map((each) => round(each.cpuSeconds)),
    serverCpu: serverCpu === null ? null : round(serverCpu),
    rssMb: figures.map((each) => Math.round(each.rssMb)),
    connections: stretch.connections,
    grownMb: round(grown.reduce((total, [, mb]) => total + mb, 0)),
    grown: Object.fromEntries(grown.filter(([, mb]) => mb >= 0.1).sort(([, a], [, b]) => b - a)),
    mostInAMinute: together((each) => each.mostInAMinute, Math.max),
    calls: together(
      (each) => each.calls,
      (one, other) => one + other,
    ),
  }
}

const shown = ({ p50, p99, most }: Spread): string => `${p50}/${p99}/${most}`

/** The days, one a line. */
export const tableOf = (days: readonly Day[]): string => {
  const head =
    'day real-s posts planned nudges typed pressed turns stmts/turn turn-ms step-ms typed-ms lag-s cpu-s(replicas) cpu-s(server) rss-MB conns grown-MB'
  const lines = days.map((day) =>
    [
      ...[day.on, day.realSeconds, day.posts, day.planned, day.nudges, day.typed, day.pressed, day.turns],
      ...[
        day.statementsPerTurn,
        shown(day.turnMs),
        shown(day.stepMs),
        shown(day.typedMs),
        shown(day.lagSeconds),
      ],
      ...[day.replicaCpu.join('+'), day.serverCpu ?? '?', day.rssMb.join('+'), day.connections, day.grownMb],
    ].map(String),
  )
  const all = [head.split(' '), ...lines]
  const widths = head.split(' ').map((_, n) => Math.max(...all.map((line) => line[n]?.length ?? 0)))
  return all.map((line) => line.map((cell, n) => cell.padStart(widths[n] ?? 0)).join('  ')).join('\n')
}
