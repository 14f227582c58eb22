import { expect, it, onTestFinished } from 'vitest'
import { composeBot } from '../../src/compose.js'
import { createLog } from '../../src/logging.js'
import { openStore } from '../../src/store/open-store.js'
import { inDatabase } from '../support/process-database.js'
import { aWorkspace, configOf, newPath, settingsFor } from '../support/process-team.js'
import { sealedWith } from '../support/sealed.js'
import { countingIds } from '../support/stores.js'

const aBot = async (more: Readonly<Record<string, string>> = {}) => {
  const workspace = await aWorkspace()
  const path = await newPath()
  const config = configOf({ ...settingsFor(workspace, path), ...more })
  const bot = await composeBot({ config, log: createLog({ level: 'silent' }) })
  if ('problem' in bot) throw new Error(bot.problem)
  onTestFinished(() => bot.stop())
  const told: string[] = []
  void bot.outgrown.then((problem) => told.push(problem))
  return { workspace, path, bot, told }
}

it('a bot whose database a later release has changed past what it understands sees that at a beat', async () => {
  const { workspace, path, bot, told } = await aBot()
  const migrated = (name: string) =>
    inDatabase(
      path,
      (file) => void file.prepare('insert into personable_migrations values (?, ?)').run(name, ''),
    )
  migrated('9998-fits-0024-hindsight')
  await bot.beat()
  expect(told).toEqual([])
  expect(await workspace.types('/person add Frank Ortiz')).toContain('Frank Ortiz')
  migrated('9999-hindsight')
  await bot.beat()
  expect(told).toEqual([expect.stringContaining('A newer version')])
})

it('a bot without a key writes nothing beside another that encrypts, and ends at its next beat', async () => {
  const { workspace, path, bot, told } = await aBot({ ENCRYPTION_KEY: '' })
  await workspace.types('/person add Frank Ortiz')
  const other = await openStore(`file:${path}`, { newId: countingIds(), encryption: sealedWith('a') })
  onTestFinished(() => other.close())
  const refused = await workspace.types('/person note frank likes zeppelins')
  expect(refused).toMatch(/note frank likes zeppelins/)
  await inDatabase(path, (file) =>
    expect(JSON.stringify(file.prepare('select * from notes').all())).not.toContain('zeppelins'),
  )
  expect(told).toEqual([])
  await bot.beat()
  expect(told).toEqual([expect.stringMatching(/is encrypted with a key, whose id is [0-9a-f]{8}/)])
})
