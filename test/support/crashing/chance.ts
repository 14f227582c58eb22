/** Chance that can be had again: the same seed gives the same in the same order. */
export type Chance = {
  /** A whole number from 0 to one less than `end`. */
  readonly below: (end: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** True once in so many times. */
  readonly oneIn: (times: number) => boolean
  /** Another chance of its own, so that what draws from one does not depend on how fast another is used up. */
  readonly another: () => Chance
}

/** Mulberry32. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(next() * end)
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)]
    if (picked === undefined) throw new Error('There is nothing to pick from')
    return picked
  }
  return { below, pick, oneIn: (times) => below(times) === 0, another: () => chanceOf(below(2 ** 32)) }
}
