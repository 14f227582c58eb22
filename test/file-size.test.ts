import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url).pathname
const most = 250

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** How many lines each TypeScript file in a folder has. */
const lengthsIn = async (folder: string): Promise<[file: string, lines: number][]> => {
  const names = await readdir(join(root, folder), { recursive: true })
  const files = names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name))
  return Promise.all(
    files.map(async (file) => [file, linesOf(await readFile(join(root, file), 'utf8'))] as [string, number]),
  )
}

describe.each(['src', 'test'])('%s', (folder) => {
  it(`has no file over ${most} lines: a file is about one thing`, async () => {
    const lengths = await lengthsIn(folder)
    expect(lengths.length).toBeGreaterThan(50)
    expect(lengths.filter(([, lines]) => lines > most)).toEqual([])
  })
})

it('counts lines as an editor does', () => {
  expect([linesOf(''), linesOf('a\n'), linesOf('a\nb'), linesOf('a\n\n')]).toEqual([1, 1, 2, 2])
})
