import { limits, marked } from './blocks.js'
import type { Words } from './copy.js'

/** The text that stands for the blocks: whole lines, with what is quoted cut shorter where all would be too long. */
export const standAlone = (lines: readonly Words[]): string => {
  for (const longest of [Number.POSITIVE_INFINITY, 1_000, 250, 80]) {
    const text = lines.map((line) => line.map((piece) => marked(piece, longest)).join('')).join('\n')
    if (text.length <= limits.text) return text
  }
  const kept: string[] = []
  let room = limits.text - 2
  for (const line of lines) {
    const text = line.map((piece) => marked(piece, 80)).join('')
    if (text.length + 1 > room) break
    room -= text.length + 1
    kept.push(text)
  }
  return [...kept, '…'].join('\n')
}
