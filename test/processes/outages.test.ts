import { describe, expect, it } from 'vitest'
import { passOf } from '../support/process.js'
import { aBot, isCalm } from '../support/process-bot.js'
import { ana, aWorkspace, customers, newPath, settingsFor } from '../support/process-team.js'

const modes = ['socket', 'http'] as const

const connected = async (mode: 'socket' | 'http') => {
  const workspace = await aWorkspace()
  const { slack } = workspace
  const settings = settingsFor(workspace, await newPath(), mode)
  const bot = await aBot(workspace, settings)
  if (mode === 'socket') await slack.until(() => slack.sockets.count === 2, { what: 'both sockets' })
  return { workspace, slack, settings, bot }
}

describe.each(modes)('while Slack is down, over %s', (mode) => {
  it.each(['refused', 'reset', '503'] as const)(
    '(%s) the bot stays, and answers again',
    {
      timeout: 60_000,
    },
    async (how) => {
      const { workspace, slack, bot } = await connected(mode)
      await workspace.types('/person add Frank Ortiz')
      await slack.faults.down(how)
      expect((await slack.as(ana).command(customers, '/person frank')).error).toBe('dispatch_failed')
      if (mode === 'socket') await bot.says('Slack cannot be reached; trying again')
      expect((await bot.health()).status).toBe(200)
      await slack.faults.up()
      if (mode === 'socket') {
        await slack.until(() => slack.sockets.count === 2, { what: 'both sockets again', timeoutMs: 40_000 })
        await bot.says('Connected to Slack again')
      }
      expect(await workspace.types('/person frank')).toContain('Frank Ortiz')
      bot.kill('SIGTERM')
      expect(await bot.ended).toEqual({ code: 0, signal: null })
      expect(isCalm(bot)).toBe(true)
      expect(slack.problems).toEqual([])
    },
  )

  it('says that Slack took the app away, goes on quietly, and ends when it is told to', async () => {
    const { slack, settings, bot } = await connected(mode)
    slack.uninstall()
    await bot.says('Slack has taken')
    expect((await bot.health()).status).toBe(200)
    const pass = await passOf(settings)
    expect(pass.code).toBe(1)
    expect(pass.said).toMatch(/Slack refuses SLACK_BOT_TOKEN \(account_inactive\)/)
    if (mode === 'socket') {
      await slack.sockets.cut('all')
      await bot.says('Slack refuses SLACK_APP_TOKEN')
    }
    bot.kill('SIGTERM')
    expect(await bot.ended).toEqual({ code: 0, signal: null })
    expect(isCalm(bot)).toBe(true)
  })

  it('answers the command under way before it ends', async () => {
    const { workspace, slack, bot } = await connected(mode)
    const asking = slack.faults.slow('users.info')
    const answer = workspace.types('/person add Frank Ortiz')
    await asking.arrived
    bot.kill('SIGTERM')
    await bot.says('Stopping: what is under way is finished first')
    asking.release()
    expect(await answer).toContain('Frank Ortiz')
    expect(await bot.ended).toEqual({ code: 0, signal: null })
    expect(isCalm(bot)).toBe(true)
    expect(slack.problems).toEqual([])
  })
})
