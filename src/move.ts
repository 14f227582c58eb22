import { fail, givenTo } from './command-line.js'
import { type DatabaseConfig, readDatabaseConfig } from './config.js'
import { readEnvironment } from './environment.js'
import { sayLastWords } from './last-words.js'
import { createLog } from './logging.js'
import { type DatabaseMoved, moveDatabase, type Step, takeMoveBack } from './store/moving/move.js'
import { MoveRefused } from './store/moving/refusals.js'
import { OpenError } from './store/open-error.js'
import { verifiedWords } from './store/verifying/verified-words.js'
import { verifyDatabase } from './store/verifying/verify-database.js'

const usage = `Usage: npm run move -- --from file:PATH --to postgres://USER:PASSWORD@HOST:PORT/DATABASE
       npm run move -- --from file:PATH --back

Moves the database from a file into an empty one on a PostgreSQL server. Start it beside the running bot, with the same
ENCRYPTION_KEY if there is one; stop the bot when it says so, and start it with the new DATABASE_URL when it says so. Cut
short at any moment, it goes on where it was when it is run again. --back makes a file usable again that was moved away.
README.md says more, under "The data".`

sayLastWords(createLog({ level: 'fatal', write: (line) => process.stderr.write(line) }))

const { values } = givenTo(usage, {
  options: { from: { type: 'string' }, to: { type: 'string' }, back: { type: 'boolean', default: false } },
})

const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const number = (n: number): string => new Intl.NumberFormat('en').format(n)
/** Between two words of how far it is. */
const quietMs = 5_000

const sayer = () => {
  let saidAt = performance.now()
  return (step: Step): void => {
    if (step.kind === 'looked') {
      if (performance.now() - saidAt < quietMs) return
      saidAt = performance.now()
      say(`  ${number(step.rows)} rows`)
    } else say(words[step.kind](step.kind === 'copying' && step.isGoingOn))
  }
}
const words: Readonly<Record<Exclude<Step['kind'], 'looked'>, (isGoingOn: boolean) => string>> = {
  copying: (isGoingOn) =>
    isGoingOn
      ? 'A move was cut short: it goes on. The bot may run.'
      : 'Copying everything, table by table. The bot may run.',
  'stop-the-bot': () =>
    'All of it is copied. Stop the bot now; what changed since is copied when it has ended.',
  'last-step': () => 'Nobody has the file open: copying what changed since, and comparing every table.',
}

const movedWords = ({ path, where, tables, closedMs }: DatabaseMoved): string => {
  const width = Math.max(...tables.map(({ name }) => name.length))
  const filled = tables.filter((table) => table.rows > 0)
  const lines = filled.map(
    ({ name, rows, sum }) => `  ${name.padEnd(width)}  ${number(rows).padStart(12)}  ${sum.slice(0, 16)}`,
  )
  const rows = tables.reduce((all, table) => all + table.rows, 0)
  return [
    'The same on both sides: each table, its rows, their checksum.',
    ...lines,
    `  and ${tables.length - filled.length} tables that are empty`,
    `Moved to ${where}, in a last step of ${number(Math.ceil(closedMs / 1000))} s: ${number(rows)} rows.`,
    'Start the bot now, with what stood in --to as DATABASE_URL.',
    `The file ${path} is as it was, and no bot starts on it any more. Keep it like a backup, for no longer than you need.`,
  ].join('\n')
}

const run = async ({ encryption }: DatabaseConfig): Promise<void> => {
  const { from, to, back } = values
  if (from === undefined || back === (to !== undefined)) return fail(`What from, and where to?\n\n${usage}`)
  if (back) {
    const { moved_to, moved_at } = takeMoveBack(from)
    say(
      `The file is as it was at ${moved_at}, and a bot may start on it again. See that none works on ${moved_to}.`,
    )
    return
  }
  const clock = () => new Date().toISOString()
  const moved = await moveDatabase({ from, to: to ?? '', encryption, clock, onStep: sayer() })
  say(`${movedWords(moved)}\n\nLooking at it there; the bot may run meanwhile.`)
  const verified = await verifyDatabase(to ?? '', encryption)
  say(verifiedWords(verified))
  if (verified.findings.length > 0)
    fail(
      'It was moved as it was: what does not agree there did not agree in the file. The bot may work with it.',
    )
}

const config = readDatabaseConfig(readEnvironment())
if ('problem' in config) fail(config.problem)
else
  await run(config).catch((error: unknown) => {
    if (error instanceof OpenError || error instanceof MoveRefused) return fail(error.message)
    throw error
  })
