import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { composeScheduler } from '../../src/compose/by-hand.js'
import { composeBot } from '../../src/compose.js'
import { type Config, readConfig } from '../../src/config.js'
import { createLog } from '../../src/logging.js'
import type { PracticeSlack, PracticeSlackOptions } from '../../src/practice/slack.js'
import { startPracticeSlack } from '../../src/practice/slack.js'
import type { Settings } from './process.js'
import { usual } from './sealed.js'
import { manifestPath } from './team.js'

/** The same in every workspace, so that a database made in one goes on in another. */
export const ana = 'U0ANA'
export const customers = 'C0CUSTOMERS'
export const quiet = 'C0QUIET'

export type Workspace = {
  readonly slack: PracticeSlack
  /** Ana's DM with the bot. */
  readonly direct: string
  /** What the bot itself posted in a place, for all who are there, oldest first. */
  readonly posts: (channelId: string) => string[]
  /** Types a command as Ana and answers all that its reply says. */
  readonly types: (line: string, channelId?: string) => Promise<string>
}

/** A workspace with Ana, a public channel, a private one, and nobody connected. Ends with the test. */
export const aWorkspace = async (
  options: Partial<PracticeSlackOptions> = {},
  zone = 'America/Chicago',
): Promise<Workspace> => {
  const slack = await startPracticeSlack({ manifest: manifestPath, ...options })
  onTestFinished(() => slack.close())
  slack.people.add({ id: ana, name: 'ana', realName: 'Ana Ruiz', tz: zone })
  slack.places.add({ id: customers, name: 'customers', members: [ana] })
  slack.places.add({ id: quiet, name: 'quiet', kind: 'private', members: [ana] })
  return {
    slack,
    direct: slack.places.dm(ana).id,
    posts: (channelId) =>
      slack
        .seenBy(ana, channelId)
        .filter((seen) => !seen.isEphemeral && seen.user === slack.botUserId)
        .map((seen) => slack.visibleText(seen)),
    types: async (line, channelId = customers) => {
      const run = await slack.as(ana).command(channelId, line)
      return slack.visibleText(await run.answer())
    },
  }
}

/** A path that does not exist yet, in a folder that goes with the test. */
export const newPath = async (name = 'personable.db'): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'personable-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, name)
}

/** The environment of a process that belongs to a workspace. */
export const settingsFor = (
  { slack }: Workspace,
  path: string,
  mode: 'socket' | 'http' = 'socket',
): Settings => ({
  SLACK_BOT_TOKEN: slack.botToken,
  ...(mode === 'socket'
    ? { SLACK_APP_TOKEN: slack.appToken }
    : { SLACK_SIGNING_SECRET: slack.signingSecret }),
  SLACK_API_URL: slack.apiUrl,
  DATABASE_URL: `file:${path}`,
  HOST: '127.0.0.1',
  PORT: '0',
  LOOK_AGAIN_SECONDS: '1',
  ...(usual.key === null ? {} : { ENCRYPTION_KEY: usual.key }),
})

export const configOf = (settings: Settings): Config => {
  const config = readConfig(settings)
  if ('problem' in config) throw new Error(config.problem)
  return config
}

const silent = createLog({ level: 'silent' })

/** Lets Ana type while the bot, in this process, takes `at` for now. */
export const typing = async (
  workspace: Workspace,
  path: string,
  at: string,
  lines: readonly (readonly [channelId: string, line: string])[],
): Promise<void> => {
  const config = configOf(settingsFor(workspace, path))
  const bot = await composeBot({ config, log: silent, clock: () => at })
  if ('problem' in bot) throw new Error(bot.problem)
  for (const [channelId, line] of lines) await workspace.types(line, channelId)
  await bot.stop()
}

/** One more pass, in this process. Answers how many posts it planned and how many still wait. */
export const passHere = async (workspace: Workspace, path: string, at: string): Promise<[number, number]> => {
  const scheduler = await composeScheduler({ config: configOf(settingsFor(workspace, path)), log: silent })
  if ('problem' in scheduler) throw new Error(scheduler.problem)
  const { planned, left } = await scheduler.byHand(at)
  await scheduler.close()
  return [planned.length, left.length]
}

export const saturday = '2026-11-21T16:00:00.000Z'
/** 10:00 in Chicago. */
export const tuesday = '2026-11-24T16:00:00.000Z'

const threePeople = (direct: string): [string, string][] => [
  [customers, '/person add Frank Ortiz, facilities manager at Acme Lighting'],
  [customers, '/person heard frank my daughter starts at Ohio State'],
  [customers, '/person met Frank Ortiz 60 days ago: walked the plant'],
  [quiet, '/person add Susan Lee, CFO at Globex'],
  [quiet, '/person met Susan Lee 60 days ago: coffee'],
  [direct, '/person add Lily Chen, buyer at Initech'],
  [direct, '/person met Lily Chen 60 days ago: lunch'],
]

/** The path of a database that knows three people in three places, each due since a while. */
export const threeAreDue = async (at = saturday, zone = 'America/Chicago'): Promise<string> => {
  const workspace = await aWorkspace({}, zone)
  const path = await newPath()
  await typing(workspace, path, at, threePeople(workspace.direct))
  return path
}

/** A database of its own, equal to another. */
export const copyOf = async (path: string): Promise<string> => {
  const copy = await newPath()
  await copyFile(path, copy)
  return copy
}

/** Who was brought up in each of the three places, and how often. */
export const raised = ({ posts, direct }: Workspace): Record<string, number> => {
  const places = { Frank: customers, Susan: quiet, Lily: direct }
  return Object.fromEntries(
    Object.entries(places).map(([name, place]) => [
      name,
      posts(place).filter((post) => post.includes(name)).length,
    ]),
  )
}
export const eachOnce = { Frank: 1, Susan: 1, Lily: 1 }
