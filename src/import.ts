import { BrokenArchive } from './app/archive/archive.js'
import { StoreUnavailable } from './app/ports.js'
import { fail, givenTo } from './command-line.js'
import { ArchiveRefused, importAll } from './compose/archive.js'
import { composeImporter } from './compose/import.js'
import { readConfig, readDatabaseConfig } from './config.js'
import { brokenWords, importedWords } from './documents/archive/archive-words.js'
import { ArchiveFileError } from './documents/archive/file-trouble.js'
import { type ColumnChoice, columnFields } from './domain/contact-file.js'
import { readEnvironment } from './environment.js'
import { importFile } from './import-file.js'
import { sayLastWords } from './last-words.js'
import { createLog } from './logging.js'

const usage = `Usage: npm run import -- FILE --home CHANNEL_ID [--workspace TEAM_ID] [--as USER_ID] [--column name=HEADER ...] [--dry-run]
       npm run import -- --all DIR

FILE: contacts of LinkedIn, Google, HubSpot or Salesforce, vCards, or any CSV, into a channel, beside a running bot or
alone. What will become of its rows is printed first; with --dry-run that is all. It is the import of whoever first
introduced somebody in that channel, else of whoever made the channel, or of --as, who can take it back whole with
/person undo. Where many workspaces install the bot, --workspace says into which one. docs/import.md says more.
--all: what npm run export -- --all DIR made, into a database that is empty or not there yet: all of it, or nothing.
Slack is not needed. Start the bot on that database afterwards.`

/** How long Slack may be away before it gives up at its start. */
const patienceMs = 30_000

/** An export of everything. */
const takeAll = async (directory: string): Promise<void> => {
  const config = readDatabaseConfig(readEnvironment())
  if ('problem' in config) return fail(config.problem)
  try {
    const counts = await importAll(config, directory)
    process.stdout.write(`${importedWords(counts, directory)}\n`)
  } catch (error) {
    if (error instanceof BrokenArchive) fail(brokenWords(error, directory))
    if (error instanceof StoreUnavailable) fail(`${error.message} Nothing was imported. Run it again.`)
    if (error instanceof ArchiveRefused || error instanceof ArchiveFileError) fail(error.message)
    throw error
  }
}

/** Null when all that was wished is done; else what stands in the way. */
const takeContacts = async (file: string, home: string): Promise<string | null> => {
  const config = readConfig(readEnvironment())
  if ('problem' in config) return config.problem
  const columns = columnsOf(given.column ?? [])
  if (typeof columns === 'string') return columns
  // Standard output belongs to the answer.
  const log = createLog({ level: config.logLevel, write: (line) => process.stderr.write(line) })
  sayLastWords(log)
  const composing = { config, log, signal: AbortSignal.timeout(patienceMs) }
  const importer = await composeImporter(composing, {
    channelId: home,
    userId: given.as ?? null,
    workspaceId: given.workspace ?? null,
  })
  if ('problem' in importer) return importer.problem
  try {
    return await importFile(importer, {
      path: file,
      columns,
      isWished: !given['dry-run'],
      print: (text) => process.stdout.write(`${text}\n`),
    })
  } finally {
    await importer.close()
  }
}

/** `--column name=Kunde`: the field, and the header that it stands under; or what is wrong with it. */
const columnsOf = (given: readonly string[]): ColumnChoice | undefined | string => {
  if (given.length === 0) return undefined
  const columns: Record<string, string> = {}
  for (const each of given) {
    const [, field = '', header = ''] = /^([a-z]+)=(.+)$/.exec(each) ?? []
    if (!columnFields.some((known) => known === field))
      return `--column takes one of ${columnFields.join(', ')}, and a header: --column name=Customer`
    columns[field] = header
  }
  return columns
}

const { values: given, positionals } = givenTo(usage, {
  options: {
    all: { type: 'string' },
    home: { type: 'string' },
    as: { type: 'string' },
    workspace: { type: 'string' },
    column: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean' },
  },
  allowPositionals: true,
})
const { all: directory } = given
const [file, ...others] = positionals
if (file !== undefined && given.home && !directory && others.length === 0) {
  const problem = await takeContacts(file, given.home).catch((error: unknown) => {
    if (error instanceof StoreUnavailable) return `It was cut short. ${error.message} Run it again.`
    throw error
  })
  if (problem !== null) fail(problem)
} else if (directory && file === undefined) await takeAll(directory)
else fail(`What? A file and --home CHANNEL_ID, or --all and the directory of an export.\n\n${usage}`)
