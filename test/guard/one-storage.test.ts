import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const src = new URL('../../src/', import.meta.url)
/** One for the program, and not for each of something: Node.js asks all there are at each promise that is made anywhere. */
const forTheProgram = /^const \w+ = new AsyncLocalStorage/gm
const any = /new AsyncLocalStorage/g

it('what goes along with a call is one storage for all workspaces', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const made = files.map((name) => {
    const text = readFileSync(new URL(name, src), 'utf8')
    return { name, all: (text.match(any) ?? []).length, once: (text.match(forTheProgram) ?? []).length }
  })
  expect(made.filter(({ all }) => all > 0).length).toBeGreaterThan(0)
  expect(made.filter(({ all, once }) => all !== once)).toEqual([])
})
