import { figuresOf } from '../numbers/figures.js'
import type { Result, Single } from '../numbers/result.js'
import type { Options } from '../options.js'
import { nameOf } from '../sides/side.js'
import { type Case, heldToFloor, whoCase } from './cases.js'
import { inTurn, type Measured, throughput } from './measure.js'

const warmUp = 10
const atATime = 32

/** One case on each side in turn, over sockets those alone that are held to the floor; each against its own floor. */
export const rowsOf = async (
  all: readonly Measured[],
  what: Case,
  { rounds, each }: Pick<Options, 'rounds' | 'each'>,
): Promise<readonly Result[]> => {
  const sides = all.filter(({ side }) => side.over === 'http' || heldToFloor.includes(what.name))
  const taken = await inTurn(sides, what, { rounds, each, warmUp })
  const found = sides.map(({ side, people, isFloor }, which) => {
    const { rounds: times, cpu } = taken[which] ?? { rounds: [], cpu: Number.NaN }
    return { isFloor, over: side.over, side: side.name, people, figures: figuresOf(times), cpu }
  })
  return found.map(({ isFloor, over, side, people, figures, cpu }) => {
    const floor = found.find((other) => other.isFloor && other.over === over)
    const times =
      isFloor || floor === undefined
        ? null
        : {
            median: figures.median / floor.figures.median,
            p99: figures.p99 / floor.figures.p99,
            cpu: cpu / floor.cpu,
          }
    return { what: what.name, side, people, figures, cpu, times }
  })
}

/**
 * Many at a time: each side in turn, three times; the best of each, which the rest of the machine has swayed least. Memory
 * is as it is right after.
 */
export const underLoad = async (
  all: readonly Measured[],
  { each }: Pick<Options, 'each'>,
): Promise<readonly Single[]> => {
  const sides = all.filter(({ side }) => side.over === 'http')
  const best = sides.map(() => 0)
  for (let round = 0; round < 3; round++)
    for (const [which, measured] of sides.entries()) {
      const found = await throughput(measured, whoCase, { atATime, count: each * 16 })
      best[which] = Math.max(best[which] ?? 0, found)
    }
  const rates = sides.map(({ side, people }, which) => ({
    what: `${whoCase.name}, ${atATime} at a time`,
    side: nameOf(side, people),
    value: best[which] ?? 0,
    unit: 'a second',
  }))
  return [...rates, ...(await memoryOf(sides, 'memory under load'))]
}

/** What each side has of the machine's memory now. */
export const memoryOf = async (sides: readonly Measured[], what: string): Promise<readonly Single[]> => {
  const found: Single[] = []
  for (const { side, people } of sides) {
    const [now = 0] = await side.ask({ what: 'memory', times: 1 })
    found.push({ what, side: nameOf(side, people), value: now / 2 ** 20, unit: 'MB' })
  }
  return found
}

/** The most that each had since it began. */
export const mostMemoryOf = async (sides: readonly Measured[]): Promise<readonly Single[]> => {
  const found: Single[] = []
  for (const { side, people } of sides) {
    const [, most = 0] = await side.ask({ what: 'memory', times: 1 })
    found.push({ what: 'memory at most', side: nameOf(side, people), value: most / 2 ** 20, unit: 'MB' })
  }
  return found
}
