import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const app = fileURLToPath(new URL('../../../src/practice/page/app', import.meta.url))

it('shares with its server what goes over the wire, and imports nothing else but Preact', () => {
  const files = readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  expect(files.length).toBeGreaterThan(40)
  const foreign = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import) '([^']+)'/g)]
      .map(([, goal = '']) => goal)
      .filter((goal) => !/^preact(\/hooks)?$/.test(goal))
      .filter((goal) => {
        const at = relative(app, normalize(join(dirname(file), goal)))
        return !goal.startsWith('.') || (at.startsWith('..') && at !== join('..', 'wire.js'))
      })
      .map((goal) => `${relative(app, file)}: ${goal}`),
  )
  expect(foreign).toEqual([])
})
