import { type Deed, toldBy } from './deeds.js'
import { answersOf, isLate } from './faults.js'
import type { World } from './world.js'

const counted = <T>(all: readonly T[], by: (each: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const each of all) counts[by(each)] = (counts[by(each)] ?? 0) + 1
  return counts
}
const percentile = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0)

/** Warnings, and what is worse. */
const troublesIn = (out: string): string[] =>
  out.split('\n').flatMap((line) => {
    const [, level = '', said = ''] = /"level":(\d\d).*"msg":"([^"]*)"/.exec(line) ?? []
    const code = /"(?:code|trouble)":"([^"]*)"/.exec(line)?.[1] ?? ''
    return Number(level) >= 40 ? [`${level} ${said} ${code}`.trim()] : []
  })

/** What happened, for whoever runs it by hand. */
export const figuresOf = (world: World, more: Readonly<Record<string, number>>) => {
  const { crowd, delivers, balancer, slack, lived } = world
  const deeds: readonly Deed[] = delivers.deeds
  const took = deeds.map(({ tookMs }) => tookMs).sort((a, b) => a - b)
  const posts = crowd.rooms.flatMap(({ posted }) => posted.filter(({ postId }) => postId !== null))
  return {
    ...more,
    workspaces: crowd.rooms.length,
    deeds: counted(deeds, ({ kind }) => kind),
    answers: counted(deeds, (deed) => answersOf(deed).map(toldBy).sort().join(' and ') || 'none'),
    ack: {
      p50: percentile(took, 0.5),
      p95: percentile(took, 0.95),
      p99: percentile(took, 0.99),
      most: percentile(took, 1),
    },
    late: deeds.filter(isLate).length,
    repeatedToAnother: balancer.repeated,
    posts: posts.length,
    due: [...crowd.known.values()].flatMap(({ due }) => due).length,
    calls: Object.fromEntries(slack.calls),
    mostInAMinute: Object.fromEntries(slack.limits.most),
    logged: counted(
      lived.flatMap(({ program }) => troublesIn(program.out())),
      (line) => line,
    ),
    refusedForLimits: counted(slack.limits.refusals, ({ bucket }) => bucket),
  }
}
