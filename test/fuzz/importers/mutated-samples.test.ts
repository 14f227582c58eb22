import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases, patience, tried } from '../support/budget.js'
import { byteChanges, cardChanges, cardsChanged, changed, tableChanged, tableChanges } from './mutations.js'
import { readsSoundly } from './sound.js'

const folder = new URL('../../../data/samples/', import.meta.url)
const samples = readdirSync(folder)
  .filter((name) => /\.(?:csv|vcf)$/.test(name))
  .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))
const tables = samples.filter(({ name }) => name.endsWith('.csv'))
const cards = samples.filter(({ name }) => name.endsWith('.vcf'))
const size = fc.constantFrom(1, 7, 100, 4096, 1_000_000)
const encoding = fc.constantFrom<BufferEncoding>('utf8', 'utf8', 'utf16le', 'latin1')

let read = 0
const soundly = async (bytes: Uint8Array, pieces: number, name: string): Promise<void> => {
  read += await readsSoundly(bytes, pieces, name)
}

describe('a sample that something happened to is read to its end, or refused', () => {
  test('to its bytes', { timeout: patience() }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.constantFrom(...samples),
        byteChanges,
        size,
        (one, other, changes, pieces) => soundly(changed(one.bytes, other.bytes, changes), pieces, one.name),
      ),
      cases(600),
    )
  })

  test('to its rows and cells', { timeout: patience() }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tables),
        tableChanges,
        encoding,
        size,
        ({ name, bytes }, changes, code, pieces) => {
          const text = bytes.toString('utf8')
          const delimiter =
            [',', ';', '\t'].find((each) => text.includes(`Name${each}`) || text.includes(`"${each}`)) ?? ','
          return soundly(Buffer.from(tableChanged(text, delimiter, changes), code), pieces, name)
        },
      ),
      cases(600),
    )
  })

  test('to the lines of its cards', { timeout: patience() }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cards),
        cardChanges,
        encoding,
        size,
        ({ name, bytes }, changes, code, pieces) =>
          soundly(Buffer.from(cardsChanged(bytes.toString('utf8'), changes), code), pieces, name),
      ),
      cases(600),
    )
    tried('rows of mutated samples', read)
    expect(read).toBeGreaterThan(2000)
  })
})
