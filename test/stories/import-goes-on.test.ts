import { expect, it, onTestFinished } from 'vitest'
import { composeBot } from '../../src/compose.js'
import { createLog } from '../../src/logging.js'
import { anImportingTeam, handsIn, linkedin, told } from '../support/importing.js'
import { quickMinutes } from '../support/quick-minutes.js'

const many = (n: number): string =>
  linkedin(
    ...Array.from(
      { length: n },
      (_, i) => [`Given${i}`, `Family${i}`, `slug-${i}`, `Company${i % 7}`, 'Buyer'] as const,
    ),
  )

it('moves, and goes on in the same message when the bot is started again', async () => {
  // Both bots count what they ask of Slack together, where they share a server.
  const pacing = quickMinutes()
  const team = await anImportingTeam({ pacing })
  const { ana, customers, slack, config, bot } = team
  await handsIn(team, ana, customers, 'many.csv', many(600))
  const preview = await told(team, ana, 'Import 600 people')
  await slack.as(ana).press(preview, 'Import')
  await told(team, ana, 'I am importing many.csv')
  await bot.stop()
  const log = createLog({ level: 'silent' })
  const again = await composeBot({
    config,
    log,
    clock: () => '2026-11-21T16:10:00.000Z',
    tuning: { progressMs: 10 },
    pacing,
  })
  if ('problem' in again) throw new Error(again.problem)
  onTestFinished(() => again.stop())
  const done = await told(team, ana, 'many.csv is in: 600 new.')
  expect(done.ts).toBe(preview.ts)
  const said = slack.traffic
    .filter(({ name }) => name === 'chat.update')
    .map(({ body }) => /importing many.csv: (\d+) of/.exec(JSON.stringify(body))?.[1])
    .filter((reached) => reached !== undefined)
    .map(Number)
  expect(said).toEqual([...said].sort((a, b) => a - b))
})

it('a file that is half read when the bot is stopped leaves nothing, and its message says so', async () => {
  const team = await anImportingTeam()
  const { ana, customers, slack, bot } = team
  await handsIn(team, ana, customers, 'many.csv', many(20_000))
  await told(team, ana, 'rows so far')
  await bot.stop()
  await told(team, ana, 'I was stopped in the middle of it.')
  expect(slack.seenBy(ana, customers).length).toBeGreaterThan(0)
})

it('changes a message at most once in a while', async () => {
  const team = await anImportingTeam({ tuning: { progressMs: 60_000 } })
  const { ana, customers, slack } = team
  await handsIn(team, ana, customers, 'many.csv', many(2_000))
  await told(team, ana, 'Import 2,000 people')
  expect(slack.traffic.filter(({ name }) => name === 'chat.update')).toHaveLength(1)
})
