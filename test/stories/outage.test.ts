import { expect, it } from 'vitest'
import { composeBot, type Running } from '../../src/compose.js'
import { createLog } from '../../src/logging.js'
import { notReady } from '../support/asking.js'
import { eventually, types } from '../support/doing.js'
import { aTeam, type Team } from '../support/team.js'

/** When the day is over. */
const monday = '2026-11-23T23:30:00.000Z'
const tuesday = '2026-11-24T16:00:00.000Z'
const friday = '2026-11-27T18:00:00.000Z'
const names =
  'Susan Bell,Lily Chen,Dana Cho,Omar Aziz,Greta Stone,Frank Ortiz,Ravi Patel,Ines Roca,Tom Wu,Eva Lind'

/** A team whose clocks, the machine's and the product's, are both ours; ten people are due in #customers. */
const aBusyTeam = async () => {
  let now = monday
  const team = await aTeam({ at: now, realClock: () => now })
  for (const name of names.split(','))
    await types(team, team.ana, team.customers, `add ${name}`, `met ${name} 60 days ago: coffee`)
  const itIs = (at: string): void => {
    now = at
    team.setClock(at)
  }
  return { team, itIs, now: () => now }
}

const toAna = ({ slack, ana, posts }: Team): string[] =>
  posts(slack.places.dm(ana).id, ana).filter((post) => post.includes('Nobody was reminded'))
const namedIn = (post: string): number => names.split(',').filter((name) => post.includes(name)).length
/** Another life of the bot, on the same database; ends with the test. */
const startedAgain = async ({ config, slack }: Team, now: () => string): Promise<Running> => {
  const log = createLog({ level: 'silent' })
  const bot = await composeBot({ config, log, clock: now, realClock: now })
  if ('problem' in bot) throw new Error(bot.problem)
  await slack.until(() => slack.sockets.count === 2, { what: 'both sockets' })
  return bot
}

it('after three days without the bot one digest comes up, and whoever set it up hears how long it was, once', async () => {
  const { team, itIs, now } = await aBusyTeam()
  itIs(tuesday)
  await team.bot.beat()
  expect(team.posts(team.customers).map(namedIn)).toEqual([5])
  expect(toAna(team)).toEqual([])
  await team.bot.stop()

  itIs(friday)
  const bot = await startedAgain(team, now)
  for (let n = 0; n < 5; n++) await bot.beat()
  expect(team.posts(team.customers).map(namedIn)).toEqual([5, 5])
  expect(toAna(team)).toHaveLength(1)
  const [told] = toAna(team)
  expect(told).toContain('I was not running for 3 days and 2 hours')
  expect(told).toContain('from 24 November 2026, 10:00 to 27 November 2026, 12:00')
  expect(told).not.toMatch(/Susan|Frank/)
  expect(team.posts(team.slack.places.dm(team.ben).id, team.ben)).toEqual([])
  await bot.stop()

  itIs('2026-11-27T20:00:00.000Z')
  const again = await startedAgain(team, now)
  await again.beat()
  expect(toAna(team)).toHaveLength(1)
  await again.stop()
  expect(team.slack.problems).toEqual([])
})

it('says so too when Slack could not be reached for days, and when nothing runs at night it waits for the morning', async () => {
  const { team, itIs } = await aBusyTeam()
  const { bot, slack } = team
  itIs(tuesday)
  await bot.beat()
  await slack.faults.down('refused')
  await eventually('no connection', async () => (await notReady(bot.port)).slack === 'not_connected')
  for (const at of ['2026-11-25T16:00:00.000Z', '2026-11-26T16:00:00.000Z', '2026-11-27T04:00:00.000Z']) {
    itIs(at)
    await bot.beat()
  }
  await slack.faults.up()
  await slack.until(() => slack.sockets.count === 2, { what: 'both sockets', timeoutMs: 40_000 })
  itIs('2026-11-27T05:00:00.000Z')
  await bot.beat()
  await bot.beat()
  expect(toAna(team)).toEqual([])
  itIs(friday)
  for (let n = 0; n < 3; n++) await bot.beat()
  // The bot beats by itself once a minute: it may have seen Slack an hour earlier than we asked it to.
  expect(toAna(team)).toEqual([expect.stringMatching(/I could not reach Slack for 2 days and 1[23] hours/)])
  expect(team.posts(team.customers).map(namedIn)).toEqual([5, 5])
})
