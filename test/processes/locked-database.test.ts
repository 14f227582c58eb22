import { expect, it } from 'vitest'
import { startScript } from '../support/process.js'
import { aBot, isCalm } from '../support/process-bot.js'
import { countIn } from '../support/process-database.js'
import { ana, aWorkspace, customers, newPath, settingsFor } from '../support/process-team.js'

const locking = new URL('../support/process-locking.mjs', import.meta.url).pathname

const lines = [
  'frank',
  'note frank proud of his team #feeling',
  'heard frank my daughter starts at Ohio State',
  'called frank: glad to hear of us',
  'every frank 3 weeks',
  'find ohio',
  'due',
  'help',
  '',
  'frobnicate frank',
]

it.each([
  ['socket', 'begin immediate'],
  ['socket', 'begin exclusive'],
  ['http', 'begin immediate'],
  ['http', 'begin exclusive'],
] as const)(
  'over %s, a database that another program holds for two seconds (%s) delays answers and loses none',
  {
    timeout: 60_000,
  },
  async (mode, begin) => {
    const workspace = await aWorkspace()
    const { slack } = workspace
    const path = await newPath()
    const bot = await aBot(workspace, settingsFor(workspace, path, mode))
    await workspace.types('/person add Frank Ortiz')
    const other = startScript(locking, path, begin, '2000')
    await other.says('locked')
    const runs = await Promise.all(
      lines.map((line) => slack.as(ana).command(customers, `/person ${line}`.trim())),
    )
    for (const run of runs) await run.answer({ timeoutMs: 15_000 })
    await other.ended
    await slack.idle()
    expect(runs.map(({ error }) => error)).toEqual(runs.map(() => undefined))
    expect(Math.max(...runs.map(({ tookMs }) => tookMs))).toBeLessThan(3_000)
    expect(runs.map(({ answers }) => answers.length)).toEqual(runs.map(() => 1))
    expect(countIn(path, 'select count(*) from notes')).toBe(2)
    expect(countIn(path, 'select count(*) from interactions')).toBe(1)
    expect(slack.problems).toEqual([])
    bot.kill('SIGTERM')
    expect(await bot.ended).toEqual({ code: 0, signal: null })
    expect(isCalm(bot)).toBe(true)
  },
)

it('says that it was not kept, with the text, when the database is held for longer than it can wait', {
  timeout: 60_000,
}, async () => {
  const workspace = await aWorkspace()
  const path = await newPath()
  const bot = await aBot(workspace, settingsFor(workspace, path))
  await workspace.types('/person add Frank Ortiz')
  const other = startScript(locking, path, 'begin immediate', '60000')
  await other.says('locked')
  const run = await workspace.slack.as(ana).command(customers, '/person note frank he likes <jazz>')
  const answer = workspace.slack.visibleText(await run.answer({ timeoutMs: 25_000 }))
  expect(answer).toContain('busy')
  expect(answer).toContain('/person note frank he likes <jazz>')
  other.kill()
  await other.ended
  expect(await workspace.types('/person note frank he likes jazz')).toContain('jazz')
  expect(countIn(path, 'select count(*) from notes')).toBe(1)
  expect(workspace.slack.problems).toEqual([])
  expect(isCalm(bot)).toBe(true)
})
