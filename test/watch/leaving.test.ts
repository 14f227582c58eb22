import { expect, it } from 'vitest'
import { composeBot } from '../../src/compose.js'
import { createLog } from '../../src/logging.js'
import { ask, notReady } from '../support/asking.js'
import { aWorkspace, configOf, newPath, settingsFor } from '../support/process-team.js'

const started = async (mode: 'socket' | 'http', leavingMs: number) => {
  const workspace = await aWorkspace()
  const config = configOf(settingsFor(workspace, await newPath(), mode))
  const bot = await composeBot({ config, log: createLog({ level: 'silent' }), tuning: { leavingMs } })
  if ('problem' in bot) throw new Error(bot.problem)
  if (mode === 'http') await workspace.slack.deliverTo(`http://127.0.0.1:${bot.port}/slack/events`)
  return { workspace, bot }
}
const hour = 3_600_000

it('a bot that is to stop says first that it is not ready, and still answers whoever is sent to it', async () => {
  const { workspace, bot } = await started('http', 1_500)
  await bot.beat()
  expect(await notReady(bot.port)).toEqual({})
  const stopped = bot.stop()
  expect(await notReady(bot.port)).toEqual({ beat: 'stopping' })
  expect(await workspace.types('/person add Frank Ortiz')).toContain('Frank Ortiz')
  await stopped
  await expect(ask(bot.port, '/readyz')).rejects.toThrow('ECONNREFUSED')
})

it('where nobody watches whether it is ready, it does not linger', async () => {
  const { bot } = await started('http', hour)
  await bot.stop()
})

it('nor over sockets, which it closes in good order', async () => {
  const { bot } = await started('socket', hour)
  await notReady(bot.port)
  await bot.stop()
})
