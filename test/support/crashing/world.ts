import { onTestFinished } from 'vitest'
import { composeBot } from '../../../src/compose.js'
import { createLog } from '../../../src/logging.js'
import type { Run } from '../../../src/practice/actors/run.js'
import { type PracticeSlack, startPracticeSlack } from '../../../src/practice/slack.js'
import type { Settings } from '../process.js'
import { configOf } from '../process-team.js'
import { type EngineName, freshDatabase } from '../stores.js'
import { manifestPath } from '../team.js'
import type { Chance } from './chance.js'
import { type Deed, Ledger } from './ledger.js'
import { newTokens } from './tokens.js'

/** Those who type; `ivo` forgets, `uma` takes back, `ben` answers nudges, `ana` imports, the last two react and write. */
export const team = ['ana', 'ben', 'tom', 'lea', 'kim', 'uma', 'ivo', 'cleo', 'dev'] as const
export type Teammate = (typeof team)[number]
export const idOf = (mate: Teammate): string => `U0${mate.toUpperCase()}`

export const office = 'C0OFFICE'
/** Where somebody comes up each day, and nothing else happens. */
export const quietPlaces = ['C0NORTH', 'C0SOUTH'] as const

/** A working day's morning, for each day of a world. Monday 11 January 2027 is the first. */
const firstMorning = Date.UTC(2027, 0, 11, 10)
const dayMs = 24 * 60 * 60 * 1000
export const morningOf = (day: number): number => firstMorning + (Math.floor(day / 5) * 7 + (day % 5)) * dayMs

/** A strict Slack, a database, and a team that acts in it while the bot dies again and again. */
export type World = {
  readonly slack: PracticeSlack
  readonly url: string
  readonly ledger: Ledger
  readonly newToken: () => string
  readonly chance: Chance
  readonly engine: EngineName
  /** How far the clocks of Slack and of every new process are ahead of the machine's, in milliseconds. */
  ahead: number
  /** Nobody begins anything new. */
  over: boolean
  /** Nor does anybody wait any longer for the import. */
  closed: boolean
  /** When bots were killed, by the world's clocks. */
  readonly deaths: number[]
  /** Resolves when the bot that lives now has died. */
  died: Promise<unknown>
  /** Said by the bot and neither a yes nor a foreseen no. */
  readonly surprises: string[]
}

export const nowIn = (world: World): number => Date.now() + world.ahead
/** Moves the clocks to an instant; never back. */
export const moveTo = (world: World, at: number): void => {
  world.ahead = Math.max(world.ahead, at - Date.now())
}

export const aWorld = async (engine: EngineName, chance: Chance): Promise<World> => {
  const database = await freshDatabase(engine)
  onTestFinished(() => database.drop())
  let world: World | null = null
  const slack = await startPracticeSlack({
    manifest: manifestPath,
    now: () => Date.now() + (world?.ahead ?? 0),
    // As soon as a bot that was started again can hear it, and not a minute later.
    retryDelaysMs: [0, 2_500, 7_000],
  })
  onTestFinished(() => slack.close())
  for (const mate of team)
    slack.people.add({ id: idOf(mate), name: mate, realName: `${mate} Team`, tz: 'Etc/UTC' })
  const everybody = team.map(idOf)
  slack.places.add({ id: office, name: 'office', members: everybody })
  slack.places.add({ id: quietPlaces[0], name: 'north', members: everybody })
  slack.places.add({ id: quietPlaces[1], name: 'south', kind: 'private', members: everybody })
  world = {
    slack,
    url: database.url,
    ledger: new Ledger(),
    newToken: newTokens(),
    chance,
    engine,
    ahead: 0,
    over: false,
    closed: false,
    deaths: [],
    died: new Promise(() => {}),
    surprises: [],
  }
  return world
}

export const settingsOf = (world: World): Settings => ({
  SLACK_BOT_TOKEN: world.slack.botToken,
  SLACK_APP_TOKEN: world.slack.appToken,
  SLACK_API_URL: world.slack.apiUrl,
  DATABASE_URL: world.url,
  HOST: '127.0.0.1',
  PORT: '0',
  LOOK_AGAIN_SECONDS: '1',
})

/** Lets teammates type before anything dies, to a bot in this process that takes `at` for now. */
export const typedBefore = async (
  world: World,
  at: number,
  lines: readonly (readonly [mate: Teammate, channelId: string, line: string])[],
): Promise<void> => {
  moveTo(world, at)
  const log = createLog({ level: 'silent' })
  const clock = () => new Date(nowIn(world)).toISOString()
  const bot = await composeBot({ config: configOf(settingsOf(world)), log, clock })
  if ('problem' in bot) throw new Error(bot.problem)
  for (const [mate, channelId, line] of lines)
    await (await world.slack.as(idOf(mate)).command(channelId, line)).answer()
  await bot.stop()
}

/** What an answer says when something was kept. */
const yes = /takes it back|\[Undo\]|Taken back|That person is forgotten/
/** What may be answered to a line that is repeated, or about somebody who went meanwhile. */
const foreseenNo =
  /did not answer me just now|answered that about|My notebook is busy|I cannot reach my database|I do not know|Nothing (?:of yours )?to take back|goes round in a circle/i

const wrong = /went wrong on my side/

/**
 * Waits for a deed's answer, or for the bot's death, whichever comes first. What is answered after all, since it was
 * on its way when the bot died, counts too.
 */
export const answerOf = async (world: World, deed: Deed, doing: Promise<Run>): Promise<string> => {
  const answered = doing
    .then(async (run) => {
      deed.run = run
      if (run.error !== undefined) return
      deed.said = world.slack.visibleText(await run.answer({ timeoutMs: 20_000 }))
      deed.status = yes.test(deed.said) ? 'saved' : 'refused'
      const isNo = deed.status === 'refused' && deed.what !== 'question' && !foreseenNo.test(deed.said)
      if (isNo || wrong.test(deed.said)) world.surprises.push(`${deed.what} ${deed.token}: ${deed.said}`)
    })
    .catch(() => {})
  await Promise.race([answered, world.died])
  deed.cutOff = deed.status === 'under way'
  return deed.said
}
