import { describe, expect, it } from 'vitest'
import { broughtUndisturbed } from '../support/crashing/importing-whole.js'
import { live, type Story } from '../support/crashing/story.js'

/**
 * The bot is killed at moments that nobody chose, while a team types, presses, reacts, imports and forgets, and is started
 * again. 25 times here; `npm run crashes -- --count 500 --seed 7` does it more often.
 */
const count = Number(process.env.CRASHES ?? 25)
const seed = Number(process.env.CRASH_SEED ?? 1)
const rows = 150

/** Two worlds live at the same time, one on each engine. */
const worlds = (kills: number, from: number): Omit<Story, 'wanted'>[] => {
  const onServer = Math.floor(kills / 3)
  return [
    { seed: from, engine: 'SQLite', kills: kills - onServer, rows },
    { seed: from + 1, engine: 'PostgreSQL', kills: onServer, rows },
  ]
}
let undisturbed: ReturnType<typeof broughtUndisturbed> | null = null
const rounds = Array.from({ length: Math.ceil(count / 25) }, (_, round) => ({
  from: seed + 2 * round,
  kills: Math.min(25, count - 25 * round),
}))

describe.each(rounds)('$kills kills from seed $from', ({ from, kills }) => {
  it('lose nothing, leave nothing half done, and post nothing twice', { timeout: 400_000 }, async () => {
    undisturbed ??= broughtUndisturbed(rows)
    const wanted = await undisturbed
    const told = await Promise.all(worlds(kills, from).map((story) => live({ ...story, wanted })))
    for (const [index, { figures, faults }] of told.entries())
      process.stderr.write([`seed ${from + index}: ${JSON.stringify(figures)}`, ...faults, ''].join('\n'))
    expect(told.map(({ faults }, index) => [from + index, faults])).toEqual([
      [from, []],
      [from + 1, []],
    ])
  })
})
