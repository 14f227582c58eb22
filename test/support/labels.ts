import type { SeenMessage } from '../../src/practice/sight/seen.js'

/** What the buttons of a message are called. */
export const labelsIn = ({ blocks }: SeenMessage): string[] => {
  const found = JSON.stringify(blocks).matchAll(/"type":"button","text":\{[^}]*"text":"((?:[^"\\]|\\.)*)"/g)
  return [...found].map((label) => String(JSON.parse(`"${label[1]}"`)))
}
