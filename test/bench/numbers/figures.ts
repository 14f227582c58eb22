/** How long something took, over all its rounds; in milliseconds. */
export type Figures = {
  readonly count: number
  readonly median: number
  readonly p99: number
  /** The lowest and the highest median of a round: how far the machine itself swayed. */
  readonly medianFrom: number
  readonly medianTo: number
}

export const figuresOf = (rounds: readonly (readonly number[])[]): Figures => {
  const all = rounds.flat()
  const medians = rounds.filter((round) => round.length > 0).map((round) => quantile(round, 0.5))
  return {
    count: all.length,
    median: quantile(all, 0.5),
    p99: quantile(all, 0.99),
    medianFrom: Math.min(...medians),
    medianTo: Math.max(...medians),
  }
}

/** The value below which such a part of them lies. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
