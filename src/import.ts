import { parseArgs } from 'node:util'
import { BrokenArchive } from './app/archive/archive.js'
import { StoreUnavailable } from './app/ports.js'
import { ArchiveRefused, importAll } from './compose-archive.js'
import { readDatabaseUrl } from './config.js'
import { brokenWords, importedWords } from './documents/archive/archive-words.js'
import { ArchiveFileError } from './documents/archive/file-trouble.js'
import { readEnvironment } from './environment.js'

const usage = `Usage: npm run import -- --all DIR

What npm run export -- --all DIR made, into a database that is empty or not there yet: all of it, or nothing. Slack is not
needed. Start the bot on that database afterwards.`

const fail = (problem: string): never => {
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}

const options = () => {
  try {
    return parseArgs({ options: { all: { type: 'string' }, help: { type: 'boolean' } } }).values
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : 'That cannot be read.'}\n\n${usage}`)
  }
}

/** An export of everything. */
const takeAll = async (directory: string): Promise<void> => {
  const config = readDatabaseUrl(readEnvironment())
  if ('problem' in config) return fail(config.problem)
  try {
    const counts = await importAll(config.databaseUrl, directory)
    process.stdout.write(`${importedWords(counts, directory)}\n`)
  } catch (error) {
    if (error instanceof BrokenArchive) fail(brokenWords(error, directory))
    if (error instanceof StoreUnavailable) fail(`${error.message} Nothing was imported. Run it again.`)
    if (error instanceof ArchiveRefused || error instanceof ArchiveFileError) fail(error.message)
    throw error
  }
}

const { all: directory, help } = options()
if (help) {
  process.stdout.write(`${usage}\n`)
  process.exit(0)
}
if (!directory) fail(`What? Name the directory of an export.\n\n${usage}`)
else await takeAll(directory)
