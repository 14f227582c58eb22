import { expect } from 'vitest'
import { simulate } from '../../src/simulation/simulate.js'

/** Eight weeks in which clocks go back in America and Europe, and forward in Australia and Chile. */
export const overTheChangeOfClocks = '2026-09-14'

/** Eight weeks of three teams in which nothing that must never be may be; a failing seed says how to see it again. */
export const eightWeeks = async (seed: number): Promise<void> => {
  const { broken, last, counts } = await simulate({ seed, weeks: 8, start: overTheChangeOfClocks })
  const again = `npm run simulate -- --seed ${seed} --weeks 8 --start ${overTheChangeOfClocks}`
  expect(broken, [...last, again].join('\n')).toBeNull()
  // It was no quiet time: people acted, posts went out, processes died and Slack failed.
  for (const kind of ['act', 'posted', 'crash', 'meanwhile', 'fate:unanswered', 'fate:late', 'fate:too-fast'])
    expect(counts.get(kind) ?? 0, kind).toBeGreaterThan(5)
}

/** They take as long as the machine lets them. */
export const patienceMs = 600_000
