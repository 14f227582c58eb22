import { StoreUnavailable } from './app/ports.js'
import { fail, givenTo } from './command-line.js'
import { composeScheduler } from './compose/by-hand.js'
import { type Config, readConfig } from './config.js'
import { instantOf, isInstant } from './domain/local-time.js'
import { readEnvironment } from './environment.js'
import { sayLastWords } from './last-words.js'
import { createLog } from './logging.js'
import { plannedText } from './slack/views/dry-run-text.js'

const usage = `Usage: npm run nudge -- [--at 2026-12-01T15:00:00Z] [--dry-run]

One pass as if at that instant (now, if none is given), beside a running bot or alone.
--dry-run prints what would be posted where, and why, and posts nothing.`

/** How long Slack may be away before a pass by hand gives up at its start. */
const patienceMs = 30_000

const given = givenTo(usage, {
  options: { at: { type: 'string' }, 'dry-run': { type: 'boolean' } },
}).values
if (given.at !== undefined && !isInstant(given.at))
  fail(`--at takes an instant such as 2026-12-01T15:00:00Z, with a zone at its end.\n\n${usage}`)
const now = instantOf(given.at === undefined ? new Date() : new Date(given.at))

const waits =
  'Slack does not take, or answer, what is waiting just now. A running bot goes on trying, as does this command when it is run again.'

/** Null when all that was due is posted, or with `--dry-run` is known; else what stands in the way. */
const run = async (config: Config): Promise<string | null> => {
  // Standard output belongs to the answer.
  const log = createLog({ level: config.logLevel, write: (line) => process.stderr.write(line) })
  sayLastWords(log)
  const scheduler = await composeScheduler({ config, log, signal: AbortSignal.timeout(patienceMs) })
  if ('problem' in scheduler) return scheduler.problem
  try {
    if (given['dry-run']) {
      let leftOut = 0
      const planned = await scheduler.dryRun(now, () => {
        leftOut += 1
      })
      process.stdout.write(`${plannedText(planned)}\n`)
      return leftOut > 0 ? `Slack did not answer about ${leftOut} more. Try again later.` : null
    }
    const { planned, left, leftOut } = await scheduler.byHand(now)
    const people = planned.reduce((sum, post) => sum + post.entries.length, 0)
    const waiting = left.length + leftOut.length
    process.stdout.write(
      `Posts planned: ${planned.length}, people in them: ${people}. Still waiting: ${waiting}.\n`,
    )
    return waiting > 0 ? waits : null
  } finally {
    await scheduler.close()
  }
}

const config = readConfig(readEnvironment())
if ('problem' in config) fail(config.problem)
else {
  const problem = await run(config).catch((error: unknown) => {
    if (error instanceof StoreUnavailable) return `The pass was cut short. ${error.message} Run it again.`
    throw error
  })
  if (problem !== null) fail(problem)
}
