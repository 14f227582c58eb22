import { describe, expect, it, onTestFinished } from 'vitest'
import { composeScheduler } from '../../src/compose/by-hand.js'
import { composeBot } from '../../src/compose.js'
import type { Config } from '../../src/config.js'
import { createLog } from '../../src/logging.js'
import { stepFrom } from '../../src/practice/page/clock-steps.js'
import { loadPracticePeople, peopleWorkspace } from '../../src/practice/seed.js'
import { startPracticeSlack } from '../../src/practice/slack.js'
import { manifestPath } from '../support/team.js'
import { temporaryDatabase } from '../support/temporary-database.js'

const people = loadPracticePeople()
const zone = people.team[0]?.zone ?? 'UTC'
const dayMs = 24 * 60 * 60 * 1000

/**
 * The practice workspace as it is on an evening, typed anew: what was refused on the way, the card that somebody asks
 * for, and what is posted in #customers on the next working morning.
 */
const openedOn = async (day: string) => {
  const evening = new Date(`${day}T01:30:00.000Z`)
  let now = evening
  const slack = await startPracticeSlack({ manifest: manifestPath, now: () => now.getTime() })
  const config: Config = {
    slack: {
      install: { kind: 'token', botToken: slack.botToken },
      apiUrl: slack.apiUrl,
      connection: { kind: 'socket', appToken: slack.appToken },
    },
    port: 0,
    host: '127.0.0.1',
    databaseUrl: await temporaryDatabase(),
    logLevel: 'warn',
    hooks: { people: null, hubspot: null, publicUrl: '' },
    encryption: { key: null, before: [] },
    lookAgainMs: 50,
    metricsToken: null,
    databaseConnections: 12,
  }
  const { users, channels } = peopleWorkspace(slack, people)
  const log = createLog({ level: 'silent' })
  const bot = await composeBot({ config, log, clock: () => now.toISOString() })
  if ('problem' in bot) throw new Error(bot.problem)
  onTestFinished(async () => {
    await bot.stop()
    await slack.close()
  })
  const types = async (by: string, channel: string, text: string): Promise<string> => {
    const run = await slack
      .as(users.get(by) ?? '')
      .command(channels.get(channel) ?? '', `/person ${text}`.trimEnd())
    return slack.visibleText(await run.answer())
  }
  const refused: string[] = []
  for (const { daysAgo, by, in: channel, text } of people.lines) {
    now = new Date(evening.getTime() - daysAgo * dayMs)
    const answer = await types(by, channel, text)
    if (!answer.includes('takes it back')) refused.push(`${text}\n${answer}`)
  }
  now = evening
  const morning = async (): Promise<string[]> => {
    const scheduler = await composeScheduler({ config, log })
    if ('problem' in scheduler) throw new Error(scheduler.problem)
    await scheduler.byHand(stepFrom(evening, 'morning', zone).toISOString())
    await scheduler.close()
    const customers = channels.get('customers') ?? ''
    return slack
      .seenBy(users.get('ana') ?? '', customers)
      .filter((seen) => !seen.isEphemeral && seen.user === slack.botUserId)
      .map((seen) => slack.visibleText(seen))
  }
  return { refused, types, morning, problems: () => slack.problems }
}

/** The page works in New York, where it is the evening before. */
const evenings = [
  ['a Saturday evening', '2026-11-22'],
  ['a Sunday evening', '2026-11-23'],
  ['a Thursday evening', '2026-11-27'],
  ['a Friday evening', '2026-11-28'],
  ['the last of the year', '2027-01-01'],
  ['the first of the year', '2027-01-02'],
  ['28 February', '2027-03-01'],
  ['29 February', '2028-03-01'],
  ['nine days after it', '2028-03-10'],
  ['the middle of March', '2027-03-14'],
  ['the clocks going forward', '2027-03-28'],
  ['high summer', '2027-07-15'],
] as const

describe.each(evenings)('practice begun on %s', (_, day) => {
  it('knows everybody, and has Frank alone waiting in the morning', async () => {
    const { refused, types, morning, problems } = await openedOn(day)
    expect(refused).toEqual([])

    const card = (await types('ana', 'customers', 'frank')).split('\n')
    expect(card.filter((line) => !line.startsWith('[')).length).toBeLessThanOrEqual(12)
    for (const known of [
      /^Ahead: moving day at the old plant on \d+ \w+ \d{4}, in 30 days$/,
      /^Going on for them: has to be out of the old plant/,
      /^They said 22 days ago: “my daughter starts at Ohio State/,
      /You promised, due tomorrow: to draw Dolores into the new hall/,
      /Their step, due .*measures the ceiling/,
      /^Next: birthday in 40 days/,
      /^Reports to Susan Whitfield/,
      /^How they like to be reached: mail before seven/,
      /^To ask: Which is harder to pack/,
      /Worth asking: /,
    ])
      expect(card).toContainEqual(expect.stringMatching(known))
    const acme = await types('ana', 'customers', 'at acme')
    expect(acme).toMatch(/Frank Ortiz.*Susan Whitfield.*Offstage.*CFO/s)

    const [post = '', ...others] = await morning()
    expect(others).toEqual([])
    expect(post.match(/\[I reached out\]/g)).toHaveLength(1)
    expect(post).toMatch(/^Frank Ortiz · facilities manager at Acme Lighting$/m)
    expect(post).toMatch(/moving day.*you promised.*last met them 2\d days ago\.$/m)
    expect(problems()).toEqual([])
  })
})
