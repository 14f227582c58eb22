import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onAFullDisk, passOf, type Settings, startBot, unprivileged } from '../support/process.js'
import { aBot, isCalm } from '../support/process-bot.js'
import { countIn, inDatabase } from '../support/process-database.js'
import {
  aWorkspace,
  newPath,
  saturday,
  settingsFor,
  typing,
  type Workspace,
} from '../support/process-team.js'
import { foundIn } from '../support/stores.js'

/** Starts the bot, and a pass by hand, and expects both to end with the same clear message. */
const bothRefuse = async (workspace: Workspace, path: string, more: Settings = {}): Promise<string> => {
  const settings = { ...settingsFor(workspace, path), ...more }
  const bot = startBot(settings)
  const [{ code }, pass] = await Promise.all([bot.ended, passOf(settings)])
  const said = [bot.err(), pass.said]
  expect([code, pass.code]).toEqual([1, 1])
  for (const text of said) {
    expect(text).toContain(path)
    expect(text).not.toMatch(/\n\s+at |UnhandledPromise|node:internal/)
  }
  expect(pass.said.trim()).toBe(bot.err().trim())
  return bot.err()
}

const knowsFrank = async (workspace: Workspace): Promise<string> => {
  const path = await newPath()
  await typing(workspace, path, saturday, [['C0CUSTOMERS', '/person add Frank Ortiz']])
  return path
}

describe('a database file that cannot be used', () => {
  it('is no database: it is named with the remedy, and left as it is', async () => {
    const path = await newPath()
    const letter = 'Dear Frank, thank you for the tour of the plant.\n'.repeat(200)
    await writeFile(path, letter)
    const said = await bothRefuse(await aWorkspace(), path)
    expect(said).toMatch(/damaged, or is no database.*Put a backup in its place/)
    expect(await readFile(path, 'utf8')).toBe(letter)
  })

  it('is damaged in its middle', async () => {
    const workspace = await aWorkspace()
    const path = await knowsFrank(workspace)
    const bytes = await readFile(path)
    bytes.fill(0x5a, 4096 * 3, 4096 * 8)
    await writeFile(path, bytes)
    expect(await bothRefuse(workspace, path)).toContain('is damaged')
    expect((await readFile(path)).equals(bytes)).toBe(true)
  })

  it('was cut off', async () => {
    const workspace = await aWorkspace()
    const path = await knowsFrank(workspace)
    const bytes = (await readFile(path)).subarray(0, 4096 * 4)
    await writeFile(path, bytes)
    expect(await bothRefuse(workspace, path)).toContain('is damaged')
    expect((await readFile(path)).equals(bytes)).toBe(true)
  })

  it('is a directory', async () => {
    const path = await newPath()
    await mkdir(path)
    expect(await bothRefuse(await aWorkspace(), path)).toContain('cannot be opened')
  })

  it('would lie in a folder that is a file', async () => {
    const path = await newPath(join('file', 'personable.db'))
    await writeFile(dirname(path), 'not a folder')
    expect(await bothRefuse(await aWorkspace(), path)).toContain('cannot be opened')
  })

  it('is of a newer version', async () => {
    const workspace = await aWorkspace()
    const path = await knowsFrank(workspace)
    const later = `insert into personable_migrations values ('9999-hindsight', '2031-01-01T00:00:00.000Z')`
    inDatabase(path, (file) => file.exec(later))
    const before = await readFile(path)
    expect(await bothRefuse(workspace, path)).toContain('was written by a newer version')
    expect((await readFile(path)).equals(before)).toBe(true)
  })

  it('belongs to another program', async () => {
    const path = await newPath()
    inDatabase(path, (file) => file.exec('create table recipes (name text)'))
    expect(await bothRefuse(await aWorkspace(), path)).toContain('belongs to another program')
  })

  it('can only be read', async () => {
    const workspace = await aWorkspace()
    const path = await knowsFrank(workspace)
    const before = await readFile(path)
    await chmod(path, 0o444)
    await chmod(dirname(path), 0o555)
    expect(await bothRefuse(workspace, path, unprivileged)).toContain('can only be read')
    await chmod(dirname(path), 0o755)
    expect((await readFile(path)).equals(before)).toBe(true)
  })

  it('lies on a full disk', async () => {
    const said = await bothRefuse(await aWorkspace(), await newPath(), onAFullDisk(1))
    expect(said).toMatch(/disk with the database file .* is full. Make room/)
  })
})

it('a folder that does not exist yet is made', async () => {
  const workspace = await aWorkspace()
  const path = await newPath(join('one', 'two', 'personable.db'))
  const bot = await aBot(workspace, settingsFor(workspace, path))
  expect(await workspace.types('/person add Frank Ortiz')).toContain('Frank Ortiz')
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })
})

it('a disk that fills up while the bot runs: the user hears it, keeps the text, and can still look', {
  timeout: 60_000,
}, async () => {
  const workspace = await aWorkspace()
  const path = await knowsFrank(workspace)
  const bot = await aBot(workspace, { ...settingsFor(workspace, path), ...onAFullDisk(12) })
  const long = 'proud of his team and of its safety record '.repeat(60)
  let answer = ''
  let kept = -1
  for (; !answer.includes('full') && kept < 50; kept++)
    answer = await workspace.types(`/person note frank ${kept + 1} ${long}`)
  expect(answer).toMatch(/disk that I write on is full, so this was not kept/)
  expect(answer).toContain(`/person note frank ${kept} ${long}`.trim())
  expect(countIn(path, 'select count(*) from notes')).toBe(kept)
  expect(await workspace.types('/person frank')).toContain('Frank Ortiz')
  await bot.says('The database was not available')
  expect((await bot.health()).status).toBe(200)
  // Nothing of it was done by half, and once there is room it is kept without another start.
  expect(await foundIn(`file:${path}`)).toEqual([])
  bot.kill('SIGUSR2')
  await bot.says('There is room')
  expect(await workspace.types(`/person note frank ${kept} ${long}`)).not.toContain('full')
  expect(countIn(path, 'select count(*) from notes')).toBe(kept + 1)
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })
  expect(await foundIn(`file:${path}`)).toEqual([])
  expect(isCalm(bot)).toBe(true)
  expect(workspace.slack.problems).toEqual([])
})
