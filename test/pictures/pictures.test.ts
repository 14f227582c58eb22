import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/logging.js'
import { type Brush, openBrush } from '../../src/pictures/canvas.js'
import { Pictures } from '../../src/pictures/pictures.js'
import { sceneOf } from './layout/drawn.js'

const silent = createLog({ level: 'debug', write: () => {} })
const scene = sceneOf([
  { name: 'Frank Ortiz', title: 'facilities manager', standing: 'met' },
  { name: 'Susan Lee', title: 'COO', standing: 'offstage' },
])

/** The real brush; it keeps the sheets that it gave out, and how many of them were in use at once. */
const watched = async () => {
  const brush = await openBrush()
  const sheets: ReturnType<Brush['sheet']>[] = []
  let most = 0
  const sheet: Brush['sheet'] = (width, height) => {
    sheets.push(brush.sheet(width, height))
    most = Math.max(most, sheets.filter((each) => each.width > 1).length)
    return sheets.at(-1) ?? brush.sheet(width, height)
  }
  return { brush: { ...brush, sheet }, sheets, most: () => most }
}

describe('pictures', () => {
  it('are drawn as PNG, three pixels for a point of a phone', async () => {
    const drawn = await new Pictures(silent).company(scene)
    if (drawn.kind !== 'drawn') throw new Error(drawn.because)
    expect(drawn.png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(drawn.png.readUInt32BE(16)).toBe(3 * 375)
  })

  it('bring in what draws them with the first one, and not before', async () => {
    let opened = 0
    const pictures = new Pictures(silent, () => {
      opened++
      return openBrush()
    })
    expect(opened).toBe(0)
    await pictures.company(scene)
    await pictures.company(scene)
    expect(opened).toBe(1)
  })

  it('are drawn one at a time, and leave no sheet in memory', async () => {
    const { brush, sheets, most } = await watched()
    const pictures = new Pictures(silent, async () => brush)
    const all = await Promise.all(Array.from({ length: 5 }, () => pictures.company(scene)))
    expect(all.map(({ kind }) => kind)).toEqual(Array(5).fill('drawn'))
    expect(sheets).toHaveLength(5)
    expect(most()).toBe(1)
    expect(sheets.map(({ width, height }) => width * height)).toEqual([1, 1, 1, 1, 1])
  })

  it('are refused at once when too many wait, and drawn again afterwards', async () => {
    const pictures = new Pictures(silent)
    const all = await Promise.all(Array.from({ length: 10 }, () => pictures.company(scene)))
    expect(all.filter(({ kind }) => kind === 'drawn')).toHaveLength(8)
    expect(all.at(-1)).toEqual({ kind: 'not-drawn', because: 'busy' })
    expect((await pictures.company(scene)).kind).toBe('drawn')
  })

  it('that take too long are given up, and leave no sheet either', async () => {
    const { brush, sheets } = await watched()
    const drawn = await new Pictures(silent, async () => brush, -1).company(scene)
    expect(drawn).toEqual({ kind: 'not-drawn', because: 'failed' })
    expect(sheets.map(({ width }) => width)).toEqual([1])
  })

  it('are not drawn where the library has no build, and the next is not either, without a throw', async () => {
    const pictures = new Pictures(silent, () => Promise.reject(new Error('no build')))
    for (let n = 0; n < 2; n++)
      expect(await pictures.company(scene)).toEqual({ kind: 'not-drawn', because: 'no-library' })
  })
})

it('nothing in the program names the library but by an import that comes late, and in types', () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url))
  const named = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => readFileSync(join(src, path), 'utf8').split('\n'))
    .filter((line) => line.includes('@napi-rs/canvas'))
  expect(named.length).toBeGreaterThan(1)
  for (const line of named) expect(line).toMatch(/^import type |await import\('@napi-rs\/canvas'\)/)
})
