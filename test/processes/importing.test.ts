import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  archiving,
  commitsOf,
  countingCommits,
  dyingAfterCommit,
  type Settings,
  startImport,
} from '../support/process.js'
import { aBot } from '../support/process-bot.js'
import { inDatabase } from '../support/process-database.js'
import {
  ana,
  aWorkspace,
  copyOf,
  customers,
  newPath,
  quiet,
  saturday,
  settingsFor,
  typing,
  type Workspace,
} from '../support/process-team.js'

const sample = (name: string) => new URL(`../../data/samples/${name}`, import.meta.url).pathname

/** A workspace in which Ana has introduced Ida in #customers, and nobody anywhere else. */
const known = async () => {
  const workspace = await aWorkspace()
  const path = await newPath()
  await typing(workspace, path, saturday, [[customers, '/person add Ida Kern, buyer at Acme']])
  return { workspace, path, settings: settingsFor(workspace, path) }
}

/** How many people the database knows, by name. */
const namesIn = (path: string): Record<string, number> =>
  inDatabase(path, (file) => {
    const rows = file.prepare('select name, count(*) as n from people group by name').all()
    return Object.fromEntries((rows as { name: string; n: number }[]).map(({ name, n }) => [name, n]))
  })

describe('npm run import -- FILE', () => {
  it('says what becomes of the rows and does it, and the same file again changes nothing', async () => {
    const { path, settings } = await known()
    const file = [sample('linkedin-connections.csv'), '--home', customers]
    const looked = await archiving('import', settings, ...file, '--dry-run')
    expect(looked).toMatchObject({ code: 0 })
    expect(looked.said).toContain('Nothing was changed.')
    expect(namesIn(path)).toEqual({ 'Ida Kern': 1 })
    const done = await archiving('import', settings, ...file)
    expect(done).toMatchObject({ code: 0 })
    expect(done.said).toContain('Done.')
    const names = namesIn(path)
    expect(Object.keys(names).length).toBeGreaterThan(10)
    const again = await archiving('import', settings, ...file)
    expect(again.said).toContain('New people: 0\nChanged: 0')
    expect(namesIn(path)).toEqual(names)
    const later = [sample('linkedin-connections-a-month-later.csv'), '--home', customers]
    expect((await archiving('import', settings, ...later)).said).toContain('Changed: 5')
  }, 60_000)

  it('is somebody’s import, in a place where they are, of a file of contacts', async () => {
    const { settings } = await known()
    const csv = await newPath('people.csv')
    await writeFile(csv, 'Kunde;Ort\nFrank Ortiz;Chicago\n;Berlin\n')
    const refusals: [string[], string][] = [
      [[sample('linkedin-connections.csv'), '--home', 'C0NOWHERE'], '--as USER_ID'],
      [[sample('linkedin-connections.csv'), '--home', quiet, '--as', 'U0NOBODY'], 'no full member'],
      [[csv, '--home', customers], '--column name="Kunde"'],
      [[csv, '--home', customers, '--column', 'who=Kunde'], '--column takes one of name'],
      [[join(csv, 'not', 'there'), '--home', customers], 'cannot be read'],
      [[csv], 'Usage:'],
    ]
    for (const [args, words] of refusals) {
      const { code, said } = await archiving('import', settings, ...args)
      expect([code, said]).toEqual([1, expect.stringContaining(words)])
    }
    const chosen = await archiving(
      'import',
      settings,
      csv,
      '--home',
      quiet,
      '--as',
      ana,
      '--column',
      'name=Kunde',
    )
    expect(chosen.said).toContain('Rows: 2\nNew people: 1')
    expect(chosen.said).toContain('Row 3 has no name')
  }, 60_000)

  it('is the import of whoever made the channel where nobody was introduced', async () => {
    const { path, settings } = await known()
    const file = sample('linkedin-connections.csv')
    expect(await archiving('import', settings, file, '--home', quiet)).toMatchObject({ code: 0 })
    const owners = inDatabase(path, (db) =>
      db.prepare('select distinct owner_id from people where home = ?').pluck().all(`channel:${quiet}`),
    )
    expect(owners).toEqual([ana])
  }, 60_000)

  it('names each row when nobody is in the file, and does nothing', async () => {
    const { settings } = await known()
    const csv = await newPath('nobody.csv')
    await writeFile(
      csv,
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n,,,,Acme,Buyer,\n',
    )
    const { code, said } = await archiving('import', settings, csv, '--home', customers)
    expect([code, said]).toEqual([1, expect.stringMatching(/Row 2 has no name[\s\S]*Nobody is in the file/)])
  }, 60_000)
})

const manyRows = 200
const aFileOfMany = async (): Promise<string> => {
  const path = await newPath('connections.csv')
  const rows = Array.from(
    { length: manyRows },
    (_, i) => `Person,Number${i},https://www.linkedin.com/in/p${i},,Company ${i},Buyer,01 Sep 2026`,
  )
  await writeFile(
    path,
    ['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows].join('\n'),
  )
  return path
}
const eachOnce = Object.fromEntries([
  ['Ida Kern', 1],
  ...Array.from({ length: manyRows }, (_, i) => [`Person Number${i}`, 1]),
])

describe('an import that is killed', () => {
  const settingsOf = (workspace: Workspace, path: string, dying: Settings): Settings => ({
    ...settingsFor(workspace, path),
    ...dying,
  })

  it('goes on where it was, at whatever moment, when it is run again: everybody is there once', async () => {
    const { workspace, path } = await known()
    const args = [await aFileOfMany(), '--home', customers]
    const whole = startImport(settingsOf(workspace, await copyOf(path), countingCommits), ...args)
    await whole.ended
    const commits = commitsOf(whole)
    expect(commits).toBeGreaterThan(5)
    const dies = async (n: number): Promise<void> => {
      const copy = await copyOf(path)
      const killed = await startImport(settingsOf(workspace, copy, dyingAfterCommit(n)), ...args).ended
      expect([n, killed.signal]).toEqual([n, 'SIGKILL'])
      expect((await archiving('import', settingsFor(workspace, copy), ...args)).code).toBe(0)
      expect([n, namesIn(copy)]).toEqual([n, eachOnce])
    }
    // Reading the file takes five; the batches are as long as the machine is fast, and the last may be one fewer.
    const moments = Array.from({ length: Math.min(commits - 2, 11) }, (_, i) => i + 1)
    for (let at = 0; at < moments.length; at += 2) await Promise.all(moments.slice(at, at + 2).map(dies))
  }, 240_000)

  it('is carried on by a bot that is started', async () => {
    const { workspace, path } = await known()
    const args = [await aFileOfMany(), '--home', customers]
    const whole = startImport(settingsOf(workspace, await copyOf(path), countingCommits), ...args)
    await whole.ended
    const dying = settingsOf(workspace, path, dyingAfterCommit(commitsOf(whole) - 2))
    expect((await startImport(dying, ...args).ended).signal).toBe('SIGKILL')
    await aBot(workspace, settingsFor(workspace, path))
    await expect.poll(() => namesIn(path), { timeout: 30_000, interval: 200 }).toEqual(eachOnce)
  }, 90_000)
})
