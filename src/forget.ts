import { StoreUnavailable } from './app/ports.js'
import { fail, givenTo } from './command-line.js'
import { composeForgetter } from './compose/by-hand.js'
import { type Config, readConfig } from './config.js'
import { readEnvironment } from './environment.js'
import { sayLastWords } from './last-words.js'
import { createLog } from './logging.js'
import { forgottenText } from './slack/views/forgotten-text.js'

const usage = `Usage: npm run forget -- ADDRESS

Forgets whoever can be reached at an e-mail address or a link, in every place where they are known, beside a running bot
or alone. It asks nothing, cannot be undone, and prints counts alone.`

/** How long Slack may be away before it gives up at its start. */
const patienceMs = 30_000

const { positionals } = givenTo(usage, { allowPositionals: true })
const [address = '', ...others] = positionals.map((each) => each.trim())
// A name belongs to many, and an address to one: nobody is forgotten by mistake.
if (others.length > 0 || !/^\S+[@./]\S+$/.test(address)) fail(`One address, and nothing else.\n\n${usage}`)

/** Null when all of it is done; else what is left. */
const run = async (config: Config): Promise<string | null> => {
  // Standard output belongs to the answer.
  const log = createLog({ level: config.logLevel, write: (line) => process.stderr.write(line) })
  sayLastWords(log)
  const forgetter = await composeForgetter({ config, log, signal: AbortSignal.timeout(patienceMs) })
  if ('problem' in forgetter) return forgetter.problem
  try {
    process.stdout.write(`${forgottenText(await forgetter.forget(address))}\n`)
    const { inSlack, isTidy } = await forgetter.cleanUp()
    if (inSlack > 0)
      return `Messages in Slack still to be taken away or put right: ${inSlack}. A running bot goes on, as does this command when it is run again.`
    return isTidy
      ? null
      : 'The database could not be tidied just now. A running bot tries again, as does this command.'
  } finally {
    await forgetter.close()
  }
}

const config = readConfig(readEnvironment())
if ('problem' in config) fail(config.problem)
else {
  const problem = await run(config).catch((error: unknown) => {
    if (error instanceof StoreUnavailable) return `It was cut short. ${error.message} Run it again.`
    throw error
  })
  if (problem !== null) fail(problem)
}
