import { expect, it, onTestFinished } from 'vitest'
import { composeBot } from '../../src/compose.js'
import { createLog } from '../../src/logging.js'
import { inDatabase } from '../support/process-database.js'
import { aWorkspace, configOf, newPath, settingsFor } from '../support/process-team.js'

it('a bot whose database a later release has changed past what it understands sees that at a beat', async () => {
  const workspace = await aWorkspace()
  const path = await newPath()
  const config = configOf(settingsFor(workspace, path))
  const bot = await composeBot({ config, log: createLog({ level: 'silent' }) })
  if ('problem' in bot) throw new Error(bot.problem)
  onTestFinished(() => bot.stop())
  let isOutgrown = false
  void bot.outgrown.then(() => {
    isOutgrown = true
  })
  const migrated = (name: string) =>
    inDatabase(
      path,
      (file) => void file.prepare('insert into personable_migrations values (?, ?)').run(name, ''),
    )
  migrated('9998-fits-0024-hindsight')
  await bot.beat()
  expect(isOutgrown).toBe(false)
  expect(await workspace.types('/person add Frank Ortiz')).toContain('Frank Ortiz')
  migrated('9999-hindsight')
  await bot.beat()
  expect(isOutgrown).toBe(true)
})
