import { chanceOf } from './chance.js'
import { broughtBy, importingOn } from './importing-on.js'
import { startWell } from './lives.js'
import { foundIn } from './rows.js'
import { aWorld, morningOf, moveTo } from './world.js'

type Brought = ReturnType<typeof broughtBy>

/** What the same file brings where nobody is killed. */
export const broughtUndisturbed = async (rows: number): Promise<Brought> => {
  const world = await aWorld('SQLite', chanceOf(0))
  moveTo(world, morningOf(0))
  const bot = await startWell(world)
  const drops = await importingOn(world, rows)
  bot.kill('SIGTERM')
  await bot.ended
  if (drops !== 1) throw new Error(`An import that nobody disturbed took ${drops} files`)
  return broughtBy((await foundIn(world.url)).rows)
}

/** Where an import that was killed again and again brought something else. */
export const importFaults = (brought: Brought, wanted: Brought): string[] =>
  Object.entries(wanted).flatMap(([table, lines]) => {
    const there = brought[table] ?? []
    if (there.join('\n') === lines.join('\n')) return []
    const missing = lines.filter((line) => !there.includes(line))
    const more = there.filter((line) => !lines.includes(line))
    return [
      `the import brought ${there.length} ${table} instead of ${lines.length}; missing: ${missing.slice(0, 2)}; more: ${more.slice(0, 2)}`,
    ]
  })
