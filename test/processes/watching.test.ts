import { describe, expect, it } from 'vitest'
import { ask, notReady } from '../support/asking.js'
import { eventually } from '../support/doing.js'
import { readExposition, seriesValue } from '../support/exposition.js'
import { type Settings, startScript } from '../support/process.js'
import { aBot } from '../support/process-bot.js'
import { ana, aWorkspace, customers, newPath, quiet, settingsFor } from '../support/process-team.js'

const watchedBot = async (mode: 'socket' | 'http', more: Settings = {}) => {
  const workspace = await aWorkspace()
  const path = await newPath()
  const bot = await aBot(workspace, { ...settingsFor(workspace, path, mode), ...more })
  const port = bot.logged().find(({ port }) => port !== undefined)?.port ?? 0
  const becomes = (parts: Readonly<Record<string, string>>) =>
    eventually(
      JSON.stringify(parts),
      async () => JSON.stringify(await notReady(port)) === JSON.stringify(parts),
      30_000,
    )
  return { workspace, bot, port, path, becomes, slack: workspace.slack }
}

const locking = new URL('../support/process-locking.mjs', import.meta.url).pathname
const token = 'watching-with-16-letters'
const metricsAt = async (port: number, headers = {}) => {
  const { status, type, body } = await ask(port, '/metrics', headers)
  expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
  return readExposition(body)
}

describe('GET /readyz', () => {
  it('says which part is not ready while Slack is gone, and that all is well again', async () => {
    const { slack, becomes, bot } = await watchedBot('socket')
    await becomes({})
    await slack.faults.down('refused')
    await becomes({ slack: 'not_connected' })
    expect((await bot.health()).status).toBe(200)
    await slack.faults.up()
    await becomes({})
  })

  it.each(['socket', 'http'] as const)('says that Slack has taken the app away (%s)', async (mode) => {
    const { slack, becomes } = await watchedBot(mode)
    await becomes({})
    slack.uninstall()
    await becomes({ slack: 'taken_away' })
  })

  it('says that nothing can be written while another program holds the database', async () => {
    const { becomes, path } = await watchedBot('socket')
    await becomes({})
    const other = startScript(locking, path, 'begin immediate', '9000')
    await other.says('locked')
    await becomes({ database: 'busy' })
    await other.says('released')
    await becomes({})
  })
})

describe('GET /metrics', () => {
  it('counts what was typed and what was asked of Slack, and nothing of what was said', async () => {
    const { workspace, port, slack } = await watchedBot('socket')
    await workspace.types('/person add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example')
    await workspace.types('/person note frank hates the phone')
    await workspace.types('/person note')
    await workspace.types('/person quaxify the zebra')
    slack.faults.next('conversations.info', { kind: 'error', error: 'a_code_of_tomorrow' })
    await workspace.types('/person', quiet)
    await eventually('the first beat', async () => Object.keys(await notReady(port)).length === 0)
    const all = await metricsAt(port)
    const value = (name: string, labels = {}) => seriesValue(all, `personable_${name}`, labels)
    expect(value('commands_total', { verb: 'add', outcome: 'answered' })).toBe(1)
    expect(value('commands_total', { verb: 'note', outcome: 'answered' })).toBe(1)
    expect(value('commands_total', { verb: 'note', outcome: 'refused' })).toBe(1)
    expect(value('commands_total', { verb: 'other', outcome: 'asked' })).toBe(1)
    expect(value('acknowledge_seconds_count', { kind: 'command' })).toBe(5)
    expect(value('answer_seconds_count', { kind: 'command' })).toBe(5)
    expect(value('slack_errors_total', { method: 'conversations.info', code: 'other' })).toBe(1)
    expect(value('slack_connections')).toBeGreaterThan(0)
    expect(value('beat_seconds_count')).toBeGreaterThan(0)
    for (const part of ['slack', 'database', 'beat']) expect(value('ready', { part })).toBe(1)
    const { body } = await ask(port, '/metrics')
    for (const said of ['Frank', 'frank', 'Ortiz', 'Acme', 'phone', 'quaxify', ana, customers, 'xox'])
      expect(body).not.toContain(said)
  })

  it('is for whoever brings the token', async () => {
    const closed = await watchedBot('http', { METRICS_TOKEN: token })
    expect((await ask(closed.port, '/metrics')).status).toBe(401)
    expect((await ask(closed.port, '/metrics', { authorization: `Bearer ${token}x` })).status).toBe(401)
    const all = await metricsAt(closed.port, { authorization: `Bearer ${token}` })
    expect(seriesValue(all, 'personable_ready', { part: 'slack' })).toBe(1)
  })

  it('cannot be read from elsewhere in the name of this machine', async () => {
    const { port } = await watchedBot('http')
    expect((await ask(port, '/metrics')).status).toBe(200)
    expect((await ask(port, '/metrics', { host: 'evil.example' })).status).toBe(403)
    expect((await ask(port, '/metrics', { 'x-forwarded-for': '203.0.113.5' })).status).toBe(403)
  })
})
