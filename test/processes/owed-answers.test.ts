import { expect, it } from 'vitest'
import { aBot } from '../support/process-bot.js'
import { countIn } from '../support/process-database.js'
import { ana, aWorkspace, newPath, quiet, settingsFor } from '../support/process-team.js'

/** A command takes longer than Slack waits, was acknowledged, and its bot is killed at some moment after that. */
const diesOver = async (when: 'before it is done' | 'before it is answered') => {
  const workspace = await aWorkspace()
  const { slack } = workspace
  const path = await newPath()
  const settings = settingsFor(workspace, path)
  const bot = await aBot(workspace, settings)
  await workspace.types('/person help')
  // The place is not known yet, and Slack takes its time to say what it is.
  const asking = slack.faults.slow('conversations.info')
  const run = await slack.as(ana).command(quiet, '/person add Zelda Quist, pilot at Globex')
  expect(run.error).toBeUndefined()
  expect(run.answers).toEqual([])
  if (when === 'before it is done') bot.kill()
  else
    slack.faults.next(
      'response_url',
      { kind: 'lost_before' },
      {
        when: () => {
          bot.kill()
          return true
        },
      },
    )
  asking.release()
  expect(await bot.ended).toEqual({ code: null, signal: 'SIGKILL' })
  expect(run.answers).toEqual([])
  const after = await aBot(workspace, settings)
  await slack.until(() => run.answers.length > 0, { what: 'an answer', timeoutMs: 60_000 })
  expect(await workspace.types('/person zelda', quiet)).toContain('pilot at Globex')
  after.kill('SIGTERM')
  await after.ended
  expect(countIn(path, 'select count(*) from people')).toBe(1)
  expect(countIn(path, 'select count(*) from owed_answers')).toBe(0)
  return run.answers.map((answer) => slack.visibleText(answer))
}

it('a command whose bot is killed after it acknowledged is answered by the next, once, and carried out once', {
  timeout: 180_000,
}, async () => {
  const [undone, done] = await Promise.all([diesOver('before it is done'), diesOver('before it is answered')])
  expect(undone).toHaveLength(1)
  expect(undone[0]).toContain('Zelda Quist')
  expect(done).toHaveLength(1)
  expect(done[0]).toContain('done already')
})
