import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What reads such a file, compiled and by itself. */
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personable-reading-'))
  const ssr = new URL('../../../src/documents/contact-files/open-contact-file.ts', import.meta.url).pathname
  const alone = { ssr, outDir: folder, emptyOutDir: true, copyPublicDir: false }
  await build({ configFile: false, logLevel: 'error', build: alone, ssr: { noExternal: true } })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Cost = { people: number; growth: number; took: number; longestTurn: number; rss: number }

const costOf = async (format: string, count: number): Promise<Cost> => {
  const script = new URL('reading-much.mjs', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    script,
    join(folder, 'open-contact-file.js'),
    format,
    `${count}`,
  ])
  return JSON.parse(stdout)
}
const mega = 1024 * 1024

describe('100,000 people', () => {
  it.each(['linkedin', 'vcard'])(
    'in a file of %s: little is held, and others have their turn',
    async (format) => {
      const cost = await costOf(format, 100_000)
      expect(cost.people).toBe(100_000)
      expect(cost.growth).toBeLessThan(8 * mega)
      expect(cost.rss).toBeLessThan(250 * mega)
      expect(cost.longestTurn).toBeLessThan(1000)
    },
  )
})
