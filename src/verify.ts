import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fail, givenTo } from './command-line.js'
import { type DatabaseConfig, readDatabaseConfig } from './config.js'
import { readEnvironment } from './environment.js'
import { sayLastWords } from './last-words.js'
import { createLog } from './logging.js'
import { missingError, OpenError } from './store/open-error.js'
import { verifiedWords } from './store/verifying/verified-words.js'
import { verifyDatabase } from './store/verifying/verify-database.js'

const usage = `Usage: npm run verify [-- FILE]

Looks whether everything in the database, or in a backup of it, agrees: its pages, what names what, the journal, the
search. It reads alone, beside a running bot too. Ends with 0 when all agrees, else with 1.`

sayLastWords(createLog({ level: 'fatal', write: (line) => process.stderr.write(line) }))

const { positionals } = givenTo(usage, { allowPositionals: true })
const [given, ...others] = positionals
if (others.length > 0) fail(`One file, or none.\n\n${usage}`)

const run = async ({ databaseUrl, encryption }: DatabaseConfig): Promise<void> => {
  const url = given === undefined ? databaseUrl : `file:${given}`
  const path = url.startsWith('file:') ? resolve(url.slice('file:'.length)) : null
  if (path !== null && !existsSync(path))
    fail(given === undefined ? missingError(path).message : `There is no file ${path}.`)
  const verified = await verifyDatabase(url, encryption)
  process.stdout.write(`${verifiedWords(verified)}\n`)
  if (verified.findings.length > 0)
    fail(
      'README.md says how to put a backup back, under "The data". What changed since it is lost with that.',
    )
}

const config = readDatabaseConfig(readEnvironment())
if ('problem' in config) fail(config.problem)
else
  await run(config).catch((error: unknown) => {
    if (error instanceof OpenError) return fail(error.message)
    throw error
  })
