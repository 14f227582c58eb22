import { parseArgs } from 'node:util'
import { composeScheduler } from './compose.js'
import { readConfig } from './config.js'
import { instantOf, isInstant } from './domain/local-time.js'
import { readEnvironment } from './environment.js'
import { createLog } from './logging.js'
import { plannedText } from './slack/views/dry-run-text.js'

const usage = `Usage: npm run nudge -- [--at 2026-12-01T15:00:00Z] [--dry-run]

One pass as if at that instant (now, if none is given), beside a running bot or alone.
--dry-run prints what would be posted where, and why, and posts nothing.`

/** How long Slack may be away before a pass by hand gives up at its start. */
const patienceMs = 30_000

const fail = (problem: string): never => {
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}

const options = () => {
  try {
    const { values } = parseArgs({
      options: { at: { type: 'string' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } },
    })
    return values
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : 'That cannot be read.'}\n\n${usage}`)
  }
}

const given = options()
if (given.help) {
  process.stdout.write(`${usage}\n`)
  process.exit(0)
}
if (given.at !== undefined && !isInstant(given.at))
  fail(`--at takes an instant such as 2026-12-01T15:00:00Z, with a zone at its end.\n\n${usage}`)
const now = instantOf(given.at === undefined ? new Date() : new Date(given.at))

const config = readConfig(readEnvironment())
if ('problem' in config) fail(config.problem)
else {
  // Standard output belongs to the answer.
  const log = createLog({ level: config.logLevel, write: (line) => process.stderr.write(line) })
  const scheduler = await composeScheduler({ config, log, signal: AbortSignal.timeout(patienceMs) })
  if ('problem' in scheduler) fail(scheduler.problem)
  else if (given['dry-run']) {
    process.stdout.write(`${plannedText(await scheduler.dryRun(now))}\n`)
    await scheduler.close()
  } else {
    const { planned, left } = await scheduler.byHand(now)
    await scheduler.close()
    const people = planned.reduce((sum, post) => sum + post.entries.length, 0)
    process.stdout.write(
      `Posts planned: ${planned.length}, people in them: ${people}. Still waiting: ${left.length}.\n`,
    )
    if (left.length > 0)
      fail(
        'Slack does not take what is waiting just now. A running bot goes on trying, as does this command when it is run again.',
      )
  }
}
