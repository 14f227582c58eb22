import { rmSync } from 'node:fs'
import { fail, givenTo } from './command-line.js'
import { type DatabaseConfig, readDatabaseConfig } from './config.js'
import { readEnvironment } from './environment.js'
import { sayLastWords } from './last-words.js'
import { createLog } from './logging.js'
import { backUp } from './store/backing-up/back-up.js'
import { BackupRefused } from './store/backing-up/refusals.js'
import { OpenError } from './store/open-error.js'
import { verifiedWords } from './store/verifying/verified-words.js'

const usage = `Usage: npm run backup -- FILE

Copies the database as it is now into a file that is not there yet, beside a running bot or alone, and verifies the copy.
With PostgreSQL it says which command does that. README.md says how to put one back.`

sayLastWords(createLog({ level: 'fatal', write: (line) => process.stderr.write(line) }))

const { positionals } = givenTo(usage, { allowPositionals: true })
const [target = '', ...others] = positionals
if (target === '' || others.length > 0) fail(`One file, and nothing else.\n\n${usage}`)

const run = async ({ databaseUrl, encryption }: DatabaseConfig): Promise<void> => {
  const onPart = (path: string): void => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        for (const beside of ['', '-journal']) rmSync(`${path}${beside}`, { force: true })
        fail('The backup was cut short, and nothing of it was left.')
      })
  }
  const { bytes, verified } = await backUp({
    url: databaseUrl,
    target,
    encryption,
    at: new Date().toISOString(),
    onPart,
  })
  process.stdout.write(
    `Backed up, ${new Intl.NumberFormat('en').format(Math.ceil(bytes / 1024))} kB. Looking at the copy:\n${verifiedWords(verified)}\n`,
  )
  if (verified.findings.length > 0)
    fail(
      'The backup stands, and is as the database was: npm run verify looks at that. Keep the one before it.',
    )
}

const config = readDatabaseConfig(readEnvironment())
if ('problem' in config) fail(config.problem)
else
  await run(config).catch((error: unknown) => {
    if (error instanceof OpenError || error instanceof BackupRefused) return fail(error.message)
    throw error
  })
