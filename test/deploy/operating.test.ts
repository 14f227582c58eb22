import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createMetrics } from '../../src/watch/metrics.js'
import { fileAt, scriptNames, settingNames, textOf } from './reading.js'

const guide = textOf('docs/operating.md')
const all = (pattern: RegExp): string[] => [...guide.matchAll(pattern)].map(([, found = '']) => found)

it('leads to files that are there, and to everything in docs/deploy', () => {
  const links = all(/\]\(([^)#]+)(?:#[^)]*)?\)/g).filter((link) => !link.startsWith('http'))
  expect(links.filter((link) => !existsSync(fileAt(join('docs', link))))).toEqual([])
  expect(readdirSync(fileAt('docs/deploy')).filter((name) => !guide.includes(name))).toEqual([])
})

it('names scripts that exist', () => {
  const named = [
    ...all(/npm run ([a-z:]+)/g),
    ...all(/dist\/([a-z]+)\.js/g).filter((name) => name !== 'main'),
  ]
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !scriptNames.has(name))).toEqual([])
})

it('names settings that exist', () => {
  const ofOthers = new Set(['POSTGRES_PASSWORD', 'NODE_ENV'])
  const named = all(/\b([A-Z]+(?:_[A-Z]+)+)\b/g)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !settingNames.has(name) && !ofOthers.has(name))).toEqual([])
})

it('names figures that are there to be read', async () => {
  const exposed = await createMetrics({ withProcess: true }).text()
  const named = all(/\b((?:personable|nodejs|process)_[a-z_0-9]+)\b/g)
  expect(named.length).toBeGreaterThan(5)
  const exists = (name: string) => exposed.includes(`# TYPE ${name.replace(/_(bucket|sum|count)$/, '')} `)
  expect(named.filter((name) => !exists(name))).toEqual([])
})
