/**
 * How long the fuzzing goes on. In the suite every run is the same; by hand `FUZZ_RUNS=100` makes a hundred times as many
 * cases, and `FUZZ_SEED=7` makes others.
 */
const times = Math.max(1, Number(process.env.FUZZ_RUNS) || 1)
const seed = Number(process.env.FUZZ_SEED) || 20261122

/** Whether more is tried than in the suite. */
export const isByHand = times > 1

/** For `fc.assert`: so many cases in the suite. */
export const cases = (inSuite: number): { readonly seed: number; readonly numRuns: number } => ({
  seed,
  numRuns: inSuite * times,
})

/** Milliseconds for a test that takes so long in the suite at worst. */
export const patience = (inSuiteMs = 30_000): number => inSuiteMs * Math.max(1, times / 2)

/** Says how much was tried, when it is run by hand. */
export const tried = (what: string, count: number): void => {
  if (isByHand) process.stdout.write(`fuzz: ${count} ${what}\n`)
}
