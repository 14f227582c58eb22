import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'

type Cost = { people: number; growth: number; took: number; longestTurn: number; rss: number }

const costOf = async (format: string, count: number): Promise<Cost> => {
  const script = new URL('reading-much.mjs', import.meta.url).pathname
  const dist = join(inject('productFolder'), 'dist')
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    script,
    dist,
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
