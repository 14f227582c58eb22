import { expect, it } from 'vitest'
import { aBot } from '../support/process-bot.js'
import { inDatabase } from '../support/process-database.js'
import { aWorkspace, newPath, settingsFor } from '../support/process-team.js'
import { crowdIn, everyThirdTooFast, memoryOf, peopleToSpeakOf, typeInto } from '../support/storming.js'

/** `npm run crashes -- --commands 10000`; fewer in every run of the tests. */
const commands = Number(process.env.STORM_COMMANDS ?? 1_000)
const teammates = 50
const megabyte = 1024 * 1024

it('answers each of very many commands once while Slack refuses a third of the calls, and needs no more memory afterwards', {
  timeout: 3_600_000,
}, async () => {
  // How fast it acknowledges depends on the machine, and is looked at in many-commands.test.ts.
  const workspace = await aWorkspace({ ackTimeoutMs: 20_000 })
  const { slack } = workspace
  const path = await newPath()
  const bot = await aBot(workspace, {
    ...settingsFor(workspace, path),
    NODE_OPTIONS: `--import=${new URL('../support/process-memory.mjs', import.meta.url).href}`,
  })
  const newToken = await peopleToSpeakOf(workspace)
  const users = crowdIn(workspace, teammates)
  // Until everything has been done often, refusals too, what is needed for it is not all there, nor compiled.
  const isWarm = everyThirdTooFast(workspace)
  await typeInto(workspace, users, 20, newToken)
  isWarm()
  const before = await memoryOf(bot)
  const over = everyThirdTooFast(workspace)
  const began = performance.now()
  const stormed = await typeInto(workspace, users, Math.ceil(commands / teammates), newToken)
  const seconds = Math.round((performance.now() - began) / 1000)
  const refused = over()
  const after = await memoryOf(bot)
  const figures = { ...stormed, refused, seconds, before, after }
  process.stderr.write(`${JSON.stringify(figures)}\n`)
  expect(stormed.answered).toEqual({ 1: stormed.commands + stormed.mentions })
  expect(stormed.failed).toBe(0)
  expect(slack.problems).toEqual([])
  expect(refused).toBeGreaterThan(stormed.mentions / 4)
  const kept = inDatabase(path, (file) =>
    file
      .prepare(`select (select count(*) from notes) + (select count(*) from commitments) + (select count(*)
      from interactions) + (select count(*) from open_questions)`)
      .pluck()
      .get(),
  )
  expect(Number(kept)).toBeGreaterThanOrEqual(stormed.kept)
  // By which the last 20,000 deliveries are known again, and no more.
  expect(after.heapUsed - before.heapUsed).toBeLessThan(5 * megabyte)
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })
})
