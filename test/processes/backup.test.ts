import { existsSync } from 'node:fs'
import { chmod, copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backUp } from '../../src/store/backing-up/back-up.js'
import { keeping, type Settings, unprivileged, withSmallFiles } from '../support/process.js'
import { aBot, isCalm } from '../support/process-bot.js'
import { countIn, inDatabase } from '../support/process-database.js'
import {
  aWorkspace,
  configOf,
  customers,
  eachOnce,
  newPath,
  passHere,
  raised,
  saturday,
  settingsFor,
  threeAreDue,
  tuesday,
  typing,
  type Workspace,
} from '../support/process-team.js'

/** As the README says it: the bot is stopped, and nothing of what was there is left beside the copy. */
const putBack = async (copy: string, path: string): Promise<void> => {
  for (const beside of ['', '-wal', '-shm']) await rm(`${path}${beside}`, { force: true })
  await copyFile(copy, path)
}
const verifies = async (settings: Settings, ...args: string[]) => {
  const { code, said } = await keeping('verify', settings, ...args)
  expect(said).toContain('All of it agrees.')
  expect(code).toBe(0)
}
const partsBeside = async (path: string) =>
  (await readdir(dirname(path))).filter((name) => name.includes('.part'))

describe('npm run backup', () => {
  it('while the bot answers under load; put back, the bot knows what was known then', {
    timeout: 90_000,
  }, async () => {
    const workspace = await aWorkspace()
    const path = await newPath()
    const copy = await newPath('copy.db')
    const settings = settingsFor(workspace, path)
    await typing(workspace, path, saturday, [
      [customers, '/person add Frank Ortiz, buyer at Acme'],
      [customers, '/person heard frank my daughter starts at Ohio State'],
    ])
    const bot = await aBot(workspace, settings)
    let isDone = false
    const made = keeping('backup', settings, copy).finally(() => {
      isDone = true
    })
    let asked = 0
    for (; !isDone; asked++)
      expect(await workspace.types(`/person note frank likes jazz number ${asked}`)).toContain('jazz')
    const { code, said } = await made
    expect(said).toContain('All of it agrees.')
    expect(code).toBe(0)
    expect(said).not.toMatch(/Frank|Ohio|jazz/)
    expect(asked).toBeGreaterThan(0)
    await workspace.types('/person note frank said after the backup')
    bot.kill('SIGTERM')
    expect(await bot.ended).toEqual({ code: 0, signal: null })
    await verifies(settings)
    await verifies(settings, copy)

    await putBack(copy, path)
    const again = await aBot(workspace, settings)
    expect(await workspace.types('/person frank')).toContain('Ohio State')
    expect(await workspace.types('/person find ohio')).toContain('Frank Ortiz')
    expect(await workspace.types('/person find backup')).not.toContain('said after the backup')
    expect(await workspace.types('/person note frank plays golf')).toContain('golf')
    again.kill('SIGTERM')
    expect(await again.ended).toEqual({ code: 0, signal: null })
    await verifies(settings)
    expect(isCalm(bot) && isCalm(again)).toBe(true)
    expect(workspace.slack.problems).toEqual([])
  })

  it('says what is missing in its command, and what the database is on', async () => {
    const settings = { DATABASE_URL: `file:${await newPath()}` }
    expect(await keeping('backup', settings)).toMatchObject({
      code: 1,
      said: expect.stringContaining('One file'),
    })
    const gone = await keeping('backup', settings, await newPath('copy.db'))
    expect(gone).toMatchObject({ code: 1, said: expect.stringContaining('There is no database') })
    const server = { DATABASE_URL: 'postgres://bot:hunter2@127.0.0.1:1/personable' }
    const own = await keeping('backup', server, 'FILE')
    expect(own).toMatchObject({ code: 1, said: expect.stringContaining('pg_dump --format=custom') })
    expect(own.said).not.toContain('hunter2')
  })
})

describe('a backup that cannot be written', () => {
  it('for want of room leaves nothing, says so, and is made once there is', async () => {
    const path = await threeAreDue()
    const copy = await newPath('copy.db')
    const settings = settingsFor(await aWorkspace(), path)
    const { code, said } = await withSmallFiles(200, 'backup', settings, copy)
    expect(said).toMatch(
      /The disk with .*copy\.db could not be written to, as when it has no room for a backup/,
    )
    expect(code).toBe(1)
    expect(await readdir(dirname(copy))).toEqual([])
    await verifies(settings)
    expect(await keeping('backup', settings, copy)).toMatchObject({ code: 0 })
  })

  it('in a directory of others leaves nothing', async () => {
    const path = await threeAreDue()
    const copy = await newPath('copy.db')
    const settings = settingsFor(await aWorkspace(), path)
    await chmod(dirname(path), 0o777)
    await chmod(path, 0o666)
    await chmod(dirname(copy), 0o555)
    const { code, said } = await keeping('backup', { ...settings, ...unprivileged }, copy)
    await chmod(dirname(copy), 0o755)
    expect(said).toContain(`${copy} cannot be written`)
    expect(code).toBe(1)
    expect(await readdir(dirname(copy))).toEqual([])
  })
})

describe('a backup of before, put back', () => {
  const now = () => Date.parse(tuesday)
  const backedUp = async (workspace: Workspace, path: string) => {
    const copy = await newPath('copy.db')
    const { databaseUrl: url, encryption } = configOf(settingsFor(workspace, path))
    await backUp({ url, target: copy, encryption, at: saturday })
    return copy
  }
  const anHourLater = '2026-11-24T17:00:00.000Z'
  const inTwoHours = '2026-11-24T18:00:00.000Z'

  it('posts nothing again that was posted before it was made', async () => {
    const workspace = await aWorkspace({ now })
    const path = await threeAreDue()
    await passHere(workspace, path, tuesday)
    const copy = await backedUp(workspace, path)
    await putBack(copy, path)
    expect(await passHere(workspace, path, anHourLater)).toEqual([0, 0])
    expect(raised(workspace)).toEqual(eachOnce)
  })

  it('gives no second digest where one was posted after it was made, and one where none was', async () => {
    const workspace = await aWorkspace({ now })
    const path = await threeAreDue()
    const copy = await backedUp(workspace, path)
    await passHere(workspace, path, tuesday)
    expect(raised(workspace)).toEqual(eachOnce)
    const { slack } = workspace
    const [message] = slack.seenBy('U0ANA', customers).slice(-1)
    slack.places.get(customers)?.messages.delete(message?.ts ?? '')
    expect(raised(workspace)).toEqual({ ...eachOnce, Frank: 0 })
    await putBack(copy, path)
    await passHere(workspace, path, anHourLater)
    await passHere(workspace, path, inTwoHours)
    expect(raised(workspace)).toEqual(eachOnce)
    const nextMorning = '2026-11-25T16:00:00.000Z'
    expect(await passHere(workspace, path, nextMorning)).toEqual([2, 0])
  })

  it('waits where Slack cannot be asked what was posted', async () => {
    const workspace = await aWorkspace({ now })
    const path = await threeAreDue()
    const copy = await backedUp(workspace, path)
    await passHere(workspace, path, tuesday)
    await putBack(copy, path)
    workspace.slack.faults.next('conversations.history', { kind: 'status', status: 500 }, { times: 1 })
    await passHere(workspace, path, anHourLater)
    expect(raised(workspace)).toEqual(eachOnce)
    await passHere(workspace, path, inTwoHours)
    expect(raised(workspace)).toEqual(eachOnce)
  })

  it('looks for what waited to be sent when it was made, and was sent after', {
    timeout: 30_000,
  }, async () => {
    const workspace = await aWorkspace({ now })
    const path = await threeAreDue()
    const { slack } = workspace
    slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 1 })
    const early = passHere(workspace, path, tuesday)
    await slack.until(() => countIn(path, `select count(*) from posts where state = 'planned'`) > 0, {
      what: 'a post that waits',
    })
    const copy = await backedUp(workspace, path)
    expect(countIn(copy, `select count(*) from posts where state = 'uncertain'`)).toBeGreaterThan(0)
    await early
    expect(raised(workspace)).toEqual(eachOnce)
    await putBack(copy, path)
    await passHere(workspace, path, anHourLater)
    expect(raised(workspace)).toEqual(eachOnce)
  })
})

describe('npm run verify', () => {
  it('finds what is wrong, by counts, names nobody, and ends with 1', async () => {
    const path = await threeAreDue()
    const settings = settingsFor(await aWorkspace(), path)
    inDatabase(path, (file) =>
      file.exec(`update people set name = 'Francesca Rossi' where name = 'Frank Ortiz'`),
    )
    const before = await readFile(path)
    const { code, said } = await keeping('verify', settings)
    expect(code).toBe(1)
    expect(said).toContain('1 × people is not as the journal says: name')
    expect(said).toContain('1 × people is not called as their row says')
    expect(said).toContain('What does not agree: 3.')
    expect(said).not.toMatch(/Frank|Francesca|Ortiz/)
    expect((await readFile(path)).equals(before)).toBe(true)
  })

  it('says what is no database, and makes none', async () => {
    const path = await newPath()
    const none = await keeping('verify', { DATABASE_URL: `file:${path}` })
    expect(none).toMatchObject({ code: 1, said: expect.stringContaining(`There is no database ${path}`) })
    expect(existsSync(path)).toBe(false)
    await writeFile(path, 'Dear Frank, thank you for the tour of the plant.\n'.repeat(200))
    const letter = await keeping('verify', { DATABASE_URL: 'file:elsewhere.db' }, path)
    expect(letter).toMatchObject({ code: 1, said: expect.stringContaining('is damaged, or is no database') })
    expect(await partsBeside(join(path))).toEqual([])
  })
})
