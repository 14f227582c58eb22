import { expect } from 'vitest'
import { passOf, startBot } from './process.js'
import { worksEveryDay } from './process-database.js'
import { aWorkspace, copyOf, eachOnce, passHere, raised, settingsFor, threeAreDue } from './process-team.js'
import { killedAfter, killedBefore, type Trouble } from './process-troubles.js'

const now = new Date()
/** A zone where it is noon whenever the test runs: working time, and no midnight near. */
const noonZone = (): string => {
  const east = 12 - now.getUTCHours()
  return east === 0 ? 'Etc/UTC' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`
}
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString()

const dueToday = async () => {
  const zone = noonZone()
  const path = await threeAreDue(daysAgo(7), zone)
  worksEveryDay(path)
  return { path, zone }
}
type Due = Awaited<ReturnType<typeof dueToday>>

/** A bot that is killed while it posts; what comes after it has the same workspace and database. */
const afterItsDeath = async (due: Due, trouble: Trouble) => {
  const workspace = await aWorkspace({}, due.zone)
  const path = await copyOf(due.path)
  const settings = settingsFor(workspace, path)
  let kill = () => {}
  trouble(workspace.slack, () => kill())
  const bot = startBot(settings)
  kill = () => bot.kill()
  expect(await bot.ended).toEqual({ code: null, signal: 'SIGKILL' })
  return { workspace, path, settings, slack: workspace.slack }
}

const isWellInTheEnd = async ({ workspace, path, slack }: Awaited<ReturnType<typeof afterItsDeath>>) => {
  expect(raised(workspace)).toEqual(eachOnce)
  expect(await passHere(workspace, path, new Date().toISOString())).toEqual([0, 0])
  expect(raised(workspace)).toEqual(eachOnce)
  // The dead cannot acknowledge what Slack tells them of their own posts.
  expect(slack.problems.filter(({ kind }) => kind !== 'not_acknowledged')).toEqual([])
}

/** Nobody but the bot itself, started again: it looks at the first beat after the claim has lapsed. */
const aloneAgain = async (due: Due): Promise<void> => {
  const after = await afterItsDeath(due, killedAfter({ method: 'chat.postMessage' }))
  const before = after.slack.traffic.length
  const bot = startBot(after.settings)
  const { slack } = after
  const looked = () => slack.traffic.slice(before).some(({ name }) => name === 'conversations.history')
  await slack.until(looked, { what: 'the look at the first beat', timeoutMs: 120_000 })
  await slack.idle()
  await isWellInTheEnd(after)
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })
}

/** A pass by hand beside the bot: it ends only when nobody's claim is open. */
const besideItAgain = async (due: Due, trouble: Trouble): Promise<void> => {
  const after = await afterItsDeath(due, trouble)
  const bot = startBot(after.settings)
  expect(await passOf(after.settings)).toMatchObject({ code: 0 })
  await isWellInTheEnd(after)
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })
}

/**
 * Bots that are killed while they post go on when they are started again, alone or with a pass by hand beside them,
 * and post nothing twice.
 */
export const botsAreKilledAndStartedAgain = async (): Promise<void> => {
  const due = await dueToday()
  const method = 'chat.postMessage'
  await Promise.all([
    aloneAgain(due),
    besideItAgain(due, killedBefore({ method })),
    besideItAgain(due, killedAfter({ method, nth: 3 })),
  ])
}
