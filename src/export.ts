import { StoreUnavailable } from './app/ports.js'
import { fail, givenTo } from './command-line.js'
import { ArchiveRefused, exportAll } from './compose/archive.js'
import { readDatabaseConfig } from './config.js'
import { exportedWords } from './documents/archive/archive-words.js'
import { ArchiveFileError } from './documents/archive/file-trouble.js'
import { readEnvironment } from './environment.js'
import { sayLastWords } from './last-words.js'
import { createLog } from './logging.js'

const usage = `Usage: npm run export -- --all DIR

Everything that is known, of all places, as files in a directory that is empty or not there yet: beside a running bot or
alone, and without Slack. docs/export.md says what is in them. npm run import -- --all DIR is the way back.
One person is exported in Slack: /person export frank`

sayLastWords(createLog({ level: 'fatal', write: (line) => process.stderr.write(line) }))

const { all: directory } = givenTo(usage, { options: { all: { type: 'string' } } }).values
if (!directory) fail(`Where to? Name a directory.\n\n${usage}`)
else {
  const config = readDatabaseConfig(readEnvironment())
  if ('problem' in config) fail(config.problem)
  else
    try {
      const counts = await exportAll(config, directory)
      process.stdout.write(`${exportedWords(counts, directory)}\n`)
    } catch (error) {
      if (error instanceof StoreUnavailable) fail(`${error.message} Nothing was exported. Run it again.`)
      if (error instanceof ArchiveRefused || error instanceof ArchiveFileError) fail(error.message)
      throw error
    }
}
