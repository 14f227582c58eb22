// npm run crashes -- [--count 500] [--seed 7] [--commands 10000]
// Kills the bot so many times at moments that a seed decides, or types so many commands into a storm of 429s.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const usage = 'Usage: npm run crashes -- [--count 500] [--seed 7] | --commands 10000'
const fail = (problem) => {
  process.stderr.write(`${problem}\n${usage}\n`)
  process.exit(1)
}
const given = (() => {
  try {
    const options = Object.fromEntries(
      ['count', 'seed', 'commands'].map((name) => [name, { type: 'string' }]),
    )
    return parseArgs({ options }).values
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'That cannot be read.')
  }
})()
for (const [name, value] of Object.entries(given))
  if (!/^[1-9]\d{0,8}$/.test(value)) fail(`--${name} takes a whole number, 1 or more.`)

const which = given.commands === undefined ? 'crashes' : 'storm'
const env = {
  ...process.env,
  CRASHES: given.count ?? '500',
  // Another day, other moments; the seed is said, so that they can be had again.
  CRASH_SEED: given.seed ?? String(Math.floor(Date.now() / 86_400_000)),
  ...(given.commands === undefined ? {} : { STORM_COMMANDS: given.commands }),
}
if (which === 'crashes') process.stderr.write(`${env.CRASHES} kills from seed ${env.CRASH_SEED}\n`)
const vitest = ['vitest', 'run', `test/processes/${which}.test.ts`, '--testTimeout=3600000']
process.exit(spawnSync('npx', vitest, { stdio: 'inherit', env }).status ?? 1)
