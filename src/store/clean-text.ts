import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type ValueNode,
} from 'kysely'
import { sealMark } from './cipher/cipher.js'
import type { Cells } from './codec.js'

/**
 * PostgreSQL refuses a zero character, half a surrogate pair is no text, and with the first control character begins what
 * is sealed: all are replaced in every value on its way in, in searches as in rows, so that what is typed is never refused
 * for a character that nobody sees.
 */
export const cleanText: KyselyPlugin = {
  // A query is made anew only where something in it is to be replaced: hardly ever, and it takes longer than the rest.
  transformQuery: ({ node, queryId }) => (isClean(node) ? node : cleaner.transformNode(node, queryId)),
  transformResult: async ({ result }) => result,
}

class Cleaner extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    const value = clean(node.value)
    return value === node.value ? node : { ...node, value }
  }
  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(clean) }
  }
}
const cleaner = new Cleaner()

/** Whether no text anywhere in it is to be replaced; what is no text and holds none is passed over. */
const isClean = (part: unknown): boolean => {
  if (typeof part === 'string') return !mayBeUnclean.test(part)
  if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return true
  if (Array.isArray(part)) {
    for (const each of part) if (!isClean(each)) return false
    return true
  }
  for (const key in part) if (!isClean(Reflect.get(part, key))) return false
  return true
}

/** What is never to be replaced has none of these; whole pairs are among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the very characters that are looked for
const mayBeUnclean = /[\0\x01\ud800-\udfff]/

/** With the flag `u` a whole pair is one character, so only halves are found. */
const half = /\p{Surrogate}/gu

/** A text as it will be read back. */
export const cleanString = (text: string): string =>
  mayBeUnclean.test(text)
    ? text.replaceAll('\0', '\ufffd').replaceAll(sealMark, '\ufffd').replace(half, '\ufffd')
    : text

const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanString(value)
  return Array.isArray(value) ? value.map(clean) : value
}

/** The cells as they will be read back, so that the journal and the row agree. */
export const cleanCells = (cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [
      column,
      typeof cell === 'string' ? cleanString(cell) : cell,
    ]),
  )
