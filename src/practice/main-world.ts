import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../config.js'
import { loadReactions } from '../content/reactions.js'
import { createLog } from '../logging.js'
import { verbs } from '../slack/command/verbs.js'
import { livingClock } from './living-clock.js'
import { WatchedBot } from './main-bot-process.js'
import { firstMinute } from './main-guide.js'
import { samplesToTry } from './main-samples.js'
import { openThoughts } from './main-thoughts.js'
import { MovingClock } from './moving-clock.js'
import { servePage } from './page/serve-page.js'
import type { Verb } from './page/wire.js'
import { loadPracticePeople, peopleWorkspace, typeHistory } from './seed.js'
import { startPracticeSlack } from './slack.js'

export type World = { readonly origin: string; readonly close: () => Promise<void> }
export type WorldOptions = {
  readonly manifest: string
  readonly port: number
  /** The clock stands still there; without it, it is this evening, and runs. */
  readonly stillAt: Date | undefined
  readonly startAgain: () => Promise<void>
}

/** The practice workspace: a strict Slack, the whole bot, people to play with, and a page. Rejects when the port is busy. */
export const openWorld = async ({ manifest, port, stillAt, startAgain }: WorldOptions): Promise<World> => {
  const people = loadPracticePeople()
  const zone = people.team[0]?.zone ?? 'UTC'
  const evening = stillAt ?? eveningOf(new Date())
  const isStill = stillAt !== undefined
  const clock = new MovingClock(evening, { isStill })
  const slack = await startPracticeSlack({ manifest, port, now: () => clock.now().getTime() })
  const folder = await mkdtemp(join(tmpdir(), 'personable-practice-'))
  const config: Config = {
    slack: {
      install: { kind: 'token', botToken: slack.botToken },
      apiUrl: slack.apiUrl,
      connection: { kind: 'socket', appToken: slack.appToken },
    },
    port: 0,
    host: '127.0.0.1',
    databaseUrl: `file:${join(folder, 'practice.db')}`,
    logLevel: 'warn',
    hooks: { people: null, hubspot: null, publicUrl: '' },
    encryption: { key: null, before: [] },
    lookAgainMs: 5_000,
    metricsToken: null,
    databaseConnections: 12,
  }
  const ids = peopleWorkspace(slack, people)
  const bot = new WatchedBot(config, clock, isStill)
  await bot.start()
  const setClock = async (at: Date): Promise<void> => {
    clock.set(at)
    await bot.setClock(at)
  }
  if (slack.isConnected) await typeHistory(slack, ids, people, evening, setClock)
  const log = createLog({ level: 'silent' })
  // A bot that cannot start says why in the page; what it thinks cannot be asked then.
  const thoughts = slack.isConnected ? await openThoughts({ slack, config, log, clock, zone }) : undefined
  servePage(slack, {
    clock: livingClock(clock, { setClock: (at) => bot.setClock(at), beat: () => bot.beat() }, zone),
    verbs: knownVerbs(),
    meaningful: meaningful(),
    guide: firstMinute,
    samples: samplesToTry(),
    bot,
    startAgain,
    trafficFrom: slack.traffic.length,
    ...(thoughts ? { next: thoughts.next, names: thoughts.names } : {}),
  })
  return {
    origin: slack.origin,
    close: async () => {
      await bot.stop()
      await thoughts?.close()
      await slack.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Half past eight in the evening where the team works: the next digest is the next working morning's. */
const eveningOf = (now: Date): Date => {
  const evening = new Date(now)
  evening.setUTCHours(1, 30, 0, 0)
  return evening
}

const knownVerbs = (): Verb[] =>
  Object.entries(verbs)
    .filter(([word]) => word !== 'hello')
    .map(([word, { who, example }]) => ({ word, who, example: example('frank') }))

/** One emoji for each meaning, as data/reactions.json lists them: the phone before the rest. */
const meaningful = (): { name: string; means: string }[] => {
  const first = new Map<string, string>()
  for (const [name, means] of loadReactions()) if (!first.has(means)) first.set(means, name)
  return [...first].map(([means, name]) => ({ name, means }))
}
