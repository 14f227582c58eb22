import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backUp } from '../../src/store/backing-up/back-up.js'
import { BackupRefused, notCopied } from '../../src/store/backing-up/refusals.js'
import { openStore } from '../../src/store/open-store.js'
import { verifyDatabase } from '../../src/store/verifying/verify-database.js'
import { inDatabase } from '../support/process-database.js'
import { usual } from '../support/sealed.js'
import { countingIds, freshDatabase } from '../support/stores.js'
import { bytesAt, tracesIn } from '../support/traces.js'
import { ana, today, Workspace } from './contract/workspace.js'

const aCrowd = async () => {
  const database = await freshDatabase('SQLite')
  onTestFinished(() => database.drop('damaged'))
  const here = new Workspace(await database.open(), 'T1')
  const path = database.url.slice('file:'.length)
  const to = join(dirname(path), 'copy.db')
  const adds = async (name: string) => {
    const person = await here.knows(name)
    await here.does(ana, async ({ notes, interactions }) => {
      await notes.add(here.note(person, `${name} ${'tells a long story '.repeat(20)}`))
      await interactions.add(here.contact(person, today, { text: `met ${name}` }))
    })
    return person
  }
  const left = async () => (await readdir(dirname(path))).filter((name) => !name.startsWith('test.db'))
  return { here, url: database.url, path, to, adds, left }
}
const at = '2026-11-20T15:00:00.000Z'
const backsUp = (url: string, target: string) => backUp({ url, target, encryption: usual, at })
const refusal = async (url: string, to: string): Promise<string> => {
  const error: unknown = await backsUp(url, to).then(
    () => 'backed up',
    (problem: unknown) => problem,
  )
  expect(error).toBeInstanceOf(BackupRefused)
  return error instanceof Error ? error.message : ''
}

describe('a backup', () => {
  it('is of one moment, while others write on without waiting', { timeout: 60_000 }, async () => {
    const { here, url, to, adds } = await aCrowd()
    for (let n = 0; n < 150; n++) await adds(`Person ${n}`)
    let isDone = false
    let written = 0
    const copying = backsUp(url, to).finally(() => {
      isDone = true
    })
    for (; !isDone; written++) {
      await adds(`Meanwhile ${written}`)
      await turn()
    }
    const { verified } = await copying
    expect(verified.findings).toEqual([])
    expect(verified.counts.people).toBeGreaterThanOrEqual(150)
    expect(verified.counts.people).toBeLessThanOrEqual(150 + written)
    expect(written).toBeGreaterThan(0)
    expect(await here.readAll(({ people }) => people.called(['meanwhile 0']))).toHaveLength(1)
  })

  it('stands alone, for this user alone, and opens as what it was', async () => {
    const { url, to, adds, left } = await aCrowd()
    await adds('Frank Ortiz')
    await backsUp(url, to)
    expect(await left()).toEqual(['copy.db'])
    expect((await stat(to)).mode & 0o777).toBe(0o600)
    const store = await openStore(`file:${to}`, { newId: countingIds(), encryption: usual })
    onTestFinished(() => store.close())
    const known = await new Workspace(store, 'T1').read(ana, ({ people }) => people.called(['frank']))
    expect(known).toHaveLength(1)
  })

  it('overwrites nothing, also what came to be meanwhile', async () => {
    const { url, to, left } = await aCrowd()
    await writeFile(to, 'mine')
    expect(await refusal(url, to)).toContain(`something at ${to} already`)
    expect(await readFile(to, 'utf8')).toBe('mine')
    const both = join(dirname(to), 'both.db')
    const ends = await Promise.allSettled([backsUp(url, both), backsUp(url, both)])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await verifyDatabase(`file:${both}`, usual)).findings).toEqual([])
    expect((await left()).sort()).toEqual(['both.db', 'copy.db'])
  })

  it('made after a forgetting holds nothing of whom was forgotten, tidied or not', {
    timeout: 60_000,
  }, async () => {
    const { here, url, path, to, adds } = await aCrowd()
    const names = Array.from(
      { length: 90 },
      (_, n) => `Qzx${'bcdfghjklm'[n % 10]}${'npqrstvwxz'[(n - (n % 10)) / 10]}vw Ortiz`,
    )
    const people = []
    for (const name of names) people.push(await adds(name))
    const isGoing = (n: number) => n % 3 === 1
    for (const [n, person] of people.entries())
      if (isGoing(n))
        await here.does(ana, ({ forgetting }) => forgetting.person(person.id), { kind: 'forget' })
    const traces = names.map((name) => name.toLowerCase().slice(0, 7))
    await backsUp(url, to)
    const [inCopy, inFile] = [await bytesAt(to), await bytesAt(path)]
    expect(tracesIn(inCopy, traces)).toEqual(traces.filter((_, n) => !isGoing(n)))
    // The file itself was not tidied yet: the test would see what it looks for.
    expect(tracesIn(inFile, traces).length).toBeGreaterThan(tracesIn(inCopy, traces).length)
  })

  it('of what is missing, damaged or elsewhere is none, and leaves nothing', async () => {
    const { url, path, to, adds, left } = await aCrowd()
    await adds('Frank Ortiz')
    await expect(backsUp(`file:${path}.none`, to)).rejects.toThrow(`There is no database ${path}.none`)
    expect(await refusal(url, join(dirname(path), 'away', 'copy.db'))).toContain('There is no directory')
    const damaged = join(dirname(path), 'damaged.db')
    await backsUp(url, damaged)
    const bytes = await readFile(damaged)
    bytes.fill(0x5a, 4096 * 3, 4096 * 12)
    await writeFile(damaged, bytes)
    expect(await refusal(`file:${damaged}`, to)).toMatch(/damaged|hold together/)
    await writeFile(damaged, 'Dear Frank, thank you for the tour of the plant.\n'.repeat(200))
    expect(await refusal(`file:${damaged}`, to)).toContain('is damaged, or is no database')
    expect(await left()).toEqual(['damaged.db'])
    expect(existsSync(to)).toBe(false)
  })

  it('on a full disk is none: it says which disk, and how much room it takes', () => {
    for (const code of ['SQLITE_FULL', 'ENOSPC']) {
      const error = notCopied('a.db', '/disk/copy.db', Object.assign(new Error('full'), { code }))
      expect(error.message).toMatch(
        /disk with .disk.copy.db has no room .* twice the size .* nothing was left/,
      )
    }
    const busy = Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' })
    expect(notCopied('a.db', 'b', busy).message).toContain('a.db is held by another program')
  })

  it('of a PostgreSQL server is made by its own command, which names no password', async () => {
    const said = await refusal('postgres://bot:hunter2@db.example:5432/personable', `it's.dump`)
    expect(said).toContain(
      `pg_dump --format=custom --file='it'\\''s.dump' 'postgres://bot@db.example:5432/personable'`,
    )
    expect(said).not.toContain('hunter2')
    expect(
      await refusal('postgres://db.example/personable?user=bot&password=hunter2', 'x.dump'),
    ).not.toContain('hunter2')
  })

  it('of a database that disagrees stands, and says on what', async () => {
    const { url, path, to, adds } = await aCrowd()
    await adds('Frank Ortiz')
    inDatabase(path, (file) => file.exec(`update people set due_on = '2031-01-01'`))
    const { verified } = await backsUp(url, to)
    expect(verified.findings.map(({ check }) => check)).toEqual(['derived'])
    expect(existsSync(to)).toBe(true)
  })

  it('is not made in a directory that cannot be written', async () => {
    const { url, path } = await aCrowd()
    const folder = join(dirname(path), 'a-file')
    await writeFile(folder, '')
    await expect(backsUp(url, join(folder, 'copy.db'))).rejects.toThrow(BackupRefused)
    await mkdir(join(dirname(path), 'folder'))
    expect(await refusal(url, join(dirname(path), 'folder'))).toContain('something at')
  })
})
