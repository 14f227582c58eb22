import { createHash } from 'node:crypto'

export type MovedCell = string | number | null
export type MovedRow = readonly MovedCell[]

/**
 * The sum of some rows, in their order: SHA-256 of each cell with its length in bytes before it, so that no two lists of
 * cells read the same. `rowText` of the other engine says the same in SQL.
 */
export const sumOf = (rows: readonly MovedRow[]): string => {
  let text = ''
  for (const row of rows) {
    for (const cell of row) {
      if (cell === null) text += '-'
      else {
        const said = String(cell)
        text += `${Buffer.byteLength(said)}:${said}`
      }
    }
    text += ';'
  }
  return createHash('sha256').update(text).digest('hex')
}

/** Words as both engines can say them: each once, in the order of their bytes. */
export const inOrder = (words: string): string => {
  const each = [...new Set(words.split(' '))].filter((word) => word !== '')
  // UTF-16 orders like UTF-8, but for what takes two units.
  const isPlain = !/[\ud800-\udfff]/.test(words)
  return (isPlain ? each.sort() : each.sort(byBytes)).join(' ')
}
const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other))
