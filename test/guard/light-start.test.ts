import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const src = new URL('../../src/', import.meta.url)
/** By this name come all of its three hundred files, for the two functions that are used. */
const whole = /from 'date-fns'/

it('of the library of dates a start reads no more than it needs', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter((name) => whole.test(readFileSync(new URL(name, src), 'utf8')))).toEqual([])
})
