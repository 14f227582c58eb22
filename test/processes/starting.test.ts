import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Program, passOf, type Settings, startBot } from '../support/process.js'
import { aBot, healthAt, isCalm } from '../support/process-bot.js'
import { aWorkspace, newPath, settingsFor } from '../support/process-team.js'

const modes = ['socket', 'http'] as const

const started = async (settings: Settings): Promise<{ code: number | null; said: string }> => {
  const bot = startBot(settings)
  const { code } = await bot.ended
  return { code, said: `${bot.out()}\n${bot.err()}` }
}
const noTrace = /\n\s+at |UnhandledPromise|node:internal/

describe('settings', () => {
  const programs: [string, (settings: Settings) => Promise<{ code: number | null; said: string }>][] = [
    ['npm start', started],
    ['npm run nudge', passOf],
  ]
  it.each(programs)('%s names all that are missing, and where they are found', async (_, run) => {
    const { code, said } = await run({})
    expect(code).toBe(1)
    for (const part of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'api.slack.com/apps'])
      expect(said).toContain(part)
    expect(said).toContain('npm run practice')
    expect(said).not.toMatch(noTrace)
  })

  it.each(programs)('%s names all that are malformed, and repeats none', async (_, run) => {
    const { code, said } = await run({
      SLACK_BOT_TOKEN: 'xoxp-secret-1',
      SLACK_APP_TOKEN: 'xoxb-secret-2',
      SLACK_API_URL: 'secret-3',
      DATABASE_URL: 'mysql://secret-4',
      PORT: '99999',
      LOG_LEVEL: 'loud',
      LOOK_AGAIN_SECONDS: 'soon',
    })
    expect(code).toBe(1)
    for (const name of ['BOT_TOKEN', 'APP_TOKEN', 'API_URL', 'DATABASE_URL', 'PORT', 'LEVEL', 'LOOK_AGAIN'])
      expect(said).toContain(name)
    expect(said).not.toContain('secret')
    expect(said).not.toMatch(noTrace)
  })
})

describe('a token that Slack refuses', () => {
  it.each(modes)('is named: the bot token, over %s', async (mode) => {
    const workspace = await aWorkspace()
    const settings = { ...settingsFor(workspace, await newPath(), mode), SLACK_BOT_TOKEN: 'xoxb-wrong' }
    for (const { code, said } of [await started(settings), await passOf(settings)]) {
      expect(code).toBe(1)
      expect(said).toMatch(/Slack refuses SLACK_BOT_TOKEN \(invalid_auth\).*OAuth & Permissions/)
      expect(said).not.toMatch(noTrace)
      expect(said).not.toContain('xoxb-wrong')
    }
  })

  it('is named: the app-level token', async () => {
    const workspace = await aWorkspace()
    const settings = { ...settingsFor(workspace, await newPath()), SLACK_APP_TOKEN: 'xapp-wrong' }
    const { code, said } = await started(settings)
    expect(code).toBe(1)
    expect(said).toMatch(/Slack refuses SLACK_APP_TOKEN \(invalid_auth\).*App-Level Tokens/)
    expect(said).not.toMatch(noTrace)
  })
})

/** The port in the only line that names one before the bot is ready, or a free one that was given. */
const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
const endsWell = async (bot: Program): Promise<void> => {
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })
}

describe.each(modes)('over %s', (mode) => {
  it('says that it is alive at GET /healthz', async () => {
    const workspace = await aWorkspace()
    const bot = await aBot(workspace, settingsFor(workspace, await newPath(), mode))
    expect(await bot.health()).toEqual({ status: 200, body: '{"ok":true}' })
    await endsWell(bot)
    expect(isCalm(bot)).toBe(true)
  })

  it('waits for Slack where there is no network at the start', { timeout: 60_000 }, async () => {
    const workspace = await aWorkspace()
    const { slack } = workspace
    const port = await freePort()
    await slack.faults.down('refused')
    const settings = { ...settingsFor(workspace, await newPath(), mode), PORT: String(port) }
    const bot = startBot(settings)
    await bot.says('Slack cannot be reached; trying again')
    expect((await healthAt(port)).status).toBe(200)
    await slack.faults.up()
    await bot.says('Personable is listening')
    if (mode === 'http') await slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
    expect(await workspace.types('/person add Frank Ortiz')).toContain('Frank Ortiz')
    await endsWell(bot)
    expect(isCalm(bot)).toBe(true)
    expect(slack.problems).toEqual([])
  })

  it('ends at once when it is told to while it waits for Slack', async () => {
    const workspace = await aWorkspace()
    await workspace.slack.faults.down('refused')
    const bot = startBot(settingsFor(workspace, await newPath(), mode))
    await bot.says('Slack cannot be reached; trying again')
    await endsWell(bot)
    await workspace.slack.faults.up()
  })

  it('says which port is taken by another program', async () => {
    const workspace = await aWorkspace()
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
    const { port } = server.address() as AddressInfo
    const settings = { ...settingsFor(workspace, await newPath(), mode), PORT: String(port) }
    const { code, said } = await started(settings)
    expect(code).toBe(1)
    expect(said).toContain(`Port ${port} is taken by another program. Set PORT`)
    expect(said).not.toMatch(noTrace)
  })
})
