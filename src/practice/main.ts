import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { composeBot } from '../compose.js'
import type { Config } from '../config.js'
import { createLog } from '../logging.js'
import { MovingClock } from './moving-clock.js'
import { servePage } from './page/serve-page.js'
import { loadPracticePeople, peopleWorkspace, typeHistory } from './seed.js'
import { startPracticeSlack } from './slack.js'

/** The practice workspace: a strict Slack, the whole bot, people to play with, and a page. */
const manifest = fileURLToPath(new URL('../../manifest.yml', import.meta.url))
const firstPort = Number(process.env.PRACTICE_PORT ?? 4000)

const start = async () => {
  for (let port = firstPort; ; port++) {
    try {
      return await startPracticeSlack({ manifest, port, now: () => clock.now().getTime() })
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!busy || port > firstPort + 50) throw error
    }
  }
}

const evening = new Date()
// Half past eight in the evening where the team works: the next digest is the next working morning's.
evening.setUTCHours(1, 30, 0, 0)
const clock = new MovingClock(evening)
const slack = await start()
const folder = await mkdtemp(join(tmpdir(), 'personable-practice-'))
const config: Config = {
  slack: {
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    connection: { kind: 'socket', appToken: slack.appToken },
  },
  port: 0,
  host: '127.0.0.1',
  databaseUrl: `file:${join(folder, 'practice.db')}`,
  logLevel: 'error',
  lookAgainMs: 5_000,
}
const people = loadPracticePeople()
const ids = peopleWorkspace(slack, people)
const bot = await composeBot({
  config,
  log: createLog({ level: config.logLevel, write: (line) => process.stderr.write(line) }),
  clock: () => clock.now().toISOString(),
})
if ('problem' in bot) {
  process.stderr.write(`${bot.problem}\n`)
  process.exit(1)
}
await typeHistory(slack, ids, people, evening, (at) => clock.set(at))
servePage(slack, clock.heardBy(bot.beat))

const stop = async (): Promise<void> => {
  await bot.stop()
  await slack.close()
  await rm(folder, { recursive: true, force: true })
  process.exit(0)
}
process.once('SIGINT', () => void stop())
process.once('SIGTERM', () => void stop())
process.stdout.write(`The practice workspace is open: ${slack.origin}\n`)
process.stdout.write(
  'Type "/person frank" in #customers, then move the clock to the next working morning. Ctrl+C ends it.\n',
)
