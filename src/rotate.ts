import { StoreUnavailable } from './app/ports.js'
import { fail, givenTo } from './command-line.js'
import { ArchiveRefused, rotateKeys } from './compose/archive.js'
import { type DatabaseConfig, readDatabaseConfig } from './config.js'
import { readEnvironment } from './environment.js'
import { sayLastWords } from './last-words.js'
import { createLog } from './logging.js'

const usage = `Usage: npm run rotate

Encrypts with the key in ENCRYPTION_KEY what is plain, or is encrypted with one of ENCRYPTION_KEYS_BEFORE. Without
ENCRYPTION_KEY it takes the encryption off. Beside a bot that was restarted with the same settings, or alone; cut short, it
goes on where it was when it is run again. docs/encryption.md says more.`

sayLastWords(createLog({ level: 'fatal', write: (line) => process.stderr.write(line) }))

givenTo(usage, {})

const run = async (config: DatabaseConfig): Promise<void> => {
  const { key, before } = config.encryption
  if (key === null && before.length === 0) fail(`No key is given.\n\n${usage}`)
  const { rows, isWhole, isTidy } = await rotateKeys(config)
  if (!isWhole)
    fail(
      'Somebody goes on writing with other settings. Restart the bot with those of this command, and run it again.',
    )
  const done = key === null ? 'Nothing is encrypted any more' : 'All is encrypted with ENCRYPTION_KEY'
  process.stdout.write(
    `${done}; rows written anew: ${rows}. ENCRYPTION_KEYS_BEFORE is not needed any more.\n`,
  )
  if (!isTidy)
    fail('What stood there before may still be in the file, which somebody holds on to. Run it again later.')
}

const config = readDatabaseConfig(readEnvironment())
if ('problem' in config) fail(config.problem)
else
  await run(config).catch((error: unknown) => {
    if (error instanceof StoreUnavailable)
      return fail(`It was cut short. ${error.message} Run it again: it goes on where it was.`)
    if (error instanceof ArchiveRefused) return fail(error.message)
    throw error
  })
