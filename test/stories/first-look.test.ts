import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { composeBot } from '../../src/compose.js'
import { createLog } from '../../src/logging.js'
import { types } from '../support/doing.js'
import { frankIsQuiet, tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

/** The bot once more, at the same database. */
const startAgain = async ({ config, clock }: Team) => {
  // Minutes later: how much of Slack's limits is used up already lies in the database of a server.
  const pacing = { nowMs: () => Date.now() + 600_000, pause: (ms: number) => setTimeout(ms) }
  const bot = await composeBot({ config, clock, pacing, log: createLog({ level: 'silent' }) })
  if ('problem' in bot) throw new Error(bot.problem)
  onTestFinished(() => bot.stop())
  return bot
}

it('a channel that others came to read while the bot was down is noticed at the start, not at its next digest', async () => {
  const team = await aTeam()
  const { ana, customers, slack } = team
  await frankIsQuiet(team)
  await team.pass(tuesday)
  expect(team.posts(customers).join()).toContain('Frank Ortiz')
  await team.bot.stop()
  slack.places.get(customers).extShared = true
  // In the evening nothing is to be nudged.
  team.setClock('2026-11-25T03:00:00.000Z')
  await startAgain(team)
  await slack.until(() => !team.posts(customers).join().includes('Frank Ortiz'), {
    what: 'a post taken back',
  })
  team.setClock('2026-11-25T16:00:00.000Z')
  await team.pass('2026-11-25T16:00:00.000Z')
  expect(team.posts(slack.places.dm(ana).id).join()).toContain('is shared with another organisation')
})

it('of many channels a few are looked at in each beat, each once, and on from where Slack did not answer', async () => {
  const team = await aTeam()
  const { ana, slack } = team
  const many = Array.from(
    { length: 24 },
    (_, n) => slack.places.add({ name: `room-${n}`, members: [ana] }).id,
  )
  for (const [n, id] of many.entries()) await types(team, ana, id, `add Frank${n} Ortiz${n}`)
  await team.bot.stop()
  for (const id of many.slice(-1)) slack.places.get(id).extShared = true
  const from = slack.traffic.length
  const asked = () =>
    slack.traffic
      .slice(from)
      .filter(({ direction, name }) => direction === 'in' && name === 'conversations.info')
      .map(({ body }) => String(Object(body).channel))
  const bot = await startAgain(team)
  await slack.until(() => asked().length >= 20, { what: 'a first look' })
  await slack.idle()
  expect(asked()).toHaveLength(20)
  const mend = slack.faults.while('conversations.info', { kind: 'status', status: 503 })
  await bot.beat()
  mend()
  expect(new Set(asked()).size).toBeLessThan(24)
  await bot.beat()
  expect(new Set(asked())).toEqual(new Set(many))
  const before = asked().length
  await bot.beat()
  expect(asked()).toHaveLength(before)
})
