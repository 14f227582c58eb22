import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.js'
import { noteOf, personOf } from '../documents/known.js'
import { archiveText } from '../support/kept-rows.js'
import { archiving, onAFullDisk, type Settings } from '../support/process.js'
import { contentOf } from '../support/process-database.js'
import {
  aWorkspace,
  copyOf,
  customers,
  newPath,
  settingsFor,
  threeAreDue,
  typing,
} from '../support/process-team.js'

const databaseAt = (path: string): Settings => ({ DATABASE_URL: `file:${path}` })
const filesIn = async (directory: string): Promise<Record<string, string>> => {
  const names = (await readdir(directory)).sort()
  const texts = names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const)
  return Object.fromEntries(await Promise.all(texts))
}

describe('npm run export -- --all, npm run import -- --all', () => {
  it('bring everything elsewhere without Slack, and exported again it is equal', async () => {
    const [from, to] = [await threeAreDue(), await newPath()]
    const [first, second] = [await newPath('first'), await newPath('second')]
    const out = await archiving('export', databaseAt(from), '--all', first)
    expect(out).toMatchObject({ code: 0 })
    expect(out.said).toContain('Exported: 3 people, 7 things known about them, 3 places.')
    expect(out.said).toContain('journal is not in it')
    const files = await filesIn(first)
    expect(Object.keys(files)).toEqual(['people.vcf', 'personable.jsonl'])
    for (const name of ['Frank Ortiz', 'Susan Lee', 'Lily Chen'])
      expect(files['people.vcf']).toContain(`FN:${name}\r\n`)
    // What people told is for nobody else on the machine.
    expect((await stat(first)).mode & 0o777).toBe(0o700)
    expect((await stat(join(first, 'personable.jsonl'))).mode & 0o777).toBe(0o600)

    const back = await archiving('import', databaseAt(to), '--all', first)
    expect(back).toMatchObject({ code: 0 })
    expect(back.said).toContain('3 people, 7 things known about them, 3 places.')
    expect(await archiving('export', databaseAt(to), '--all', second)).toMatchObject({ code: 0 })
    expect(await filesIn(second)).toEqual(files)
  })

  it('the bot goes on with what was imported', async () => {
    const [to, directory] = [await newPath(), await newPath('files')]
    await archiving('export', databaseAt(await threeAreDue()), '--all', directory)
    await archiving('import', databaseAt(to), '--all', directory)
    const workspace = await aWorkspace()
    await typing(workspace, to, '2026-11-22T16:00:00.000Z', [[customers, '/person note frank likes jazz']])
    const [card] = workspace.slack.seenBy('U0ANA', customers).slice(-1)
    expect(card && workspace.slack.visibleText(card)).toContain('Frank Ortiz')
    expect(workspace.slack.problems).toEqual([])
    expect(settingsFor(workspace, to).DATABASE_URL).toBe(`file:${to}`)
  })
})

describe('an export', () => {
  it('overwrites nothing, and leaves what is there as it is', async () => {
    const directory = await newPath('files')
    await mkdir(directory)
    await writeFile(join(directory, 'mine.txt'), 'mine')
    const { code, said } = await archiving('export', databaseAt(await threeAreDue()), '--all', directory)
    expect(code).toBe(1)
    expect(said).toContain(`${directory} is not empty`)
    expect(await filesIn(directory)).toEqual({ 'mine.txt': 'mine' })
  })

  it('takes an empty directory, and makes one with those above it', async () => {
    const [from, empty, deep] = [await threeAreDue(), await newPath('empty'), await newPath('a/b/c')]
    await mkdir(empty)
    expect(await archiving('export', databaseAt(from), '--all', empty)).toMatchObject({ code: 0 })
    expect(await archiving('export', databaseAt(from), '--all', deep)).toMatchObject({ code: 0 })
    expect(await filesIn(deep)).toEqual(await filesIn(empty))
  })

  it('of a database that is not there makes none, and no directory', async () => {
    const [from, directory] = [await newPath(), await newPath('files')]
    const { code, said } = await archiving('export', databaseAt(from), '--all', directory)
    expect(code).toBe(1)
    expect(said).toContain(`There is no database ${from}`)
    expect(await readdir(dirname(from))).toEqual([])
    expect(await readdir(dirname(directory))).toEqual([])
  })

  it('into a file says so, and leaves it', async () => {
    const [from, file] = [await threeAreDue(), await newPath('file')]
    await writeFile(file, 'mine')
    const intoFile = await archiving('export', databaseAt(from), '--all', file)
    expect(intoFile).toMatchObject({ code: 1 })
    expect(intoFile.said).toContain(`${file} is no directory`)
    expect(await readFile(file, 'utf8')).toBe('mine')
  })
})

describe('an import', () => {
  const exported = async (): Promise<string> => {
    const directory = await newPath('files')
    await archiving('export', databaseAt(await threeAreDue()), '--all', directory)
    return directory
  }

  it('is refused by a database in which something is, and that stays as it is', async () => {
    const [directory, to] = [await exported(), await copyOf(await threeAreDue())]
    const before = contentOf(to)
    const { code, said } = await archiving('import', databaseAt(to), '--all', directory)
    expect(code).toBe(1)
    expect(said).toContain('The database is not empty')
    expect(contentOf(to)).toEqual(before)
  })

  it.each([
    [
      'a line that is no JSON',
      (text: string) => text.replace(/^\{"type":"note"/m, '{"type'),
      /line \d+: It is no JSON/,
    ],
    [
      'another version',
      (text: string) => text.replace('"version":1', '"version":9'),
      /line 1: It is version 9/,
    ],
    ['its end missing', (text: string) => text.slice(0, -200), /cut short|no JSON/],
    ['a spreadsheet in its place', () => 'First Name,Last Name\nFrank,Ortiz\n', /line 1: It is no JSON/],
    ['nothing in it', () => '', /line 1: .*cut short/],
  ])(
    'with %s is refused before a database is made, with the file, the line, and what to do',
    async (_, broken, said) => {
      const [directory, to] = [await exported(), await newPath()]
      const path = join(directory, 'personable.jsonl')
      await writeFile(path, broken(await readFile(path, 'utf8')))
      const ending = await archiving('import', databaseAt(to), '--all', directory)
      expect(ending.code).toBe(1)
      expect(ending.said).toContain(path)
      expect(ending.said).toMatch(said)
      expect(ending.said).toContain('Nothing was imported')
      expect(ending.said).not.toContain('    at ')
      expect(await readdir(dirname(to))).toEqual([])
    },
  )

  it('onto a disk that is full keeps nothing', async () => {
    const [directory, to] = [await newPath('files'), await newPath()]
    const notes = Array.from({ length: 100 }, (_, n) =>
      noteOf({ id: `n${100 + n}`, text: 'wörd '.repeat(800) }),
    )
    await mkdir(directory)
    await writeFile(
      join(directory, 'personable.jsonl'),
      archiveText([
        { kind: 'person', order: 1, it: personOf({}) },
        ...notes.map((it) => ({ kind: 'note' as const, order: 2, it })),
      ]),
    )
    await (await openStore(`file:${to}`, { newId: () => '' })).close()
    const empty = contentOf(to)
    const full = await archiving('import', { ...databaseAt(to), ...onAFullDisk(20) }, '--all', directory)
    expect(full).toMatchObject({ code: 1 })
    expect(full.said).toMatch(/disk .* is full/)
    expect(contentOf(to)).toEqual(empty)
    expect(await archiving('import', databaseAt(to), '--all', directory)).toMatchObject({ code: 0 })
  })

  it('of a directory without an export says what is missing', async () => {
    const directory = await newPath('nothing')
    const { code, said } = await archiving('import', databaseAt(await newPath()), '--all', directory)
    expect(code).toBe(1)
    expect(said).toContain(`${join(directory, 'personable.jsonl')} is not there`)
  })
})

describe('the options', () => {
  it.each([
    ['export', []],
    ['export', ['--all']],
    ['export', ['--all', '']],
    ['export', ['somewhere']],
    ['import', []],
    ['import', ['--some', 'dir']],
  ] as const)('%s %j are refused with the usage', async (script, args) => {
    const { code, said } = await archiving(script, databaseAt(await newPath()), ...args)
    expect(code).toBe(1)
    expect(said).toContain('Usage: npm run')
    expect(said).toContain(`npm run ${script} -- --all DIR`)
    expect(said).not.toContain('    at ')
  })

  it('a database that is none is named', async () => {
    const { code, said } = await archiving(
      'export',
      { DATABASE_URL: 'mysql://x' },
      '--all',
      await newPath('d'),
    )
    expect(code).toBe(1)
    expect(said).toContain('DATABASE_URL')
  })
})
