import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openContactFile } from '../../../src/documents/contact-files/open-contact-file.js'

/** The beginning of a file, and what comes again and again behind it. */
export type Shape = readonly [head: string, again: string]

const atOnce = 64 * 1024

async function* grown([head, again]: Shape, length: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(head)
  const piece = Buffer.from(again.repeat(Math.ceil(atOnce / again.length)))
  for (let sent = 0; sent < length; sent += piece.length) yield piece
}

/** Milliseconds for a million bytes of a shape. */
export const costOf = async (shape: Shape, length: number): Promise<number> => {
  const began = performance.now()
  await rowsOf(shape, length)
  return ((performance.now() - began) / length) * 1e6
}

/** How many rows a file of this shape and length gives; `onRow` is told of each. */
export const rowsOf = async (shape: Shape, length: number, onRow: () => void = () => {}): Promise<number> => {
  const file = await openContactFile(grown(shape, length), { name: 'people.csv' })
  if (!('rows' in file)) return 0
  let rows = 0
  for await (const _ of file.rows) {
    rows += 1
    onRow()
  }
  return rows
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** How many bytes more than before are held at most while a file of this shape is read. */
export const growthOf = async (shape: Shape, length: number): Promise<number> => {
  const held = async (): Promise<number> => {
    collect()
    // What lies outside of the heap is let go of a moment later.
    await setImmediate()
    collect()
    await setImmediate()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = await held()
  let most = 0
  let looks = 0
  const file = await openContactFile(
    (async function* () {
      for await (const piece of grown(shape, length)) {
        if (looks++ % 16 === 0) most = Math.max(most, await held())
        yield piece
      }
    })(),
    { name: 'people.csv' },
  )
  if ('rows' in file) for await (const _ of file.rows) most = Math.max(most, 0)
  return most - before
}
