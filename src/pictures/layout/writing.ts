import { segmentsOf } from '../../domain/segments.js'
import type { Box, Colour, Pen, TextMark } from '../picture.js'

export type Style = { readonly size: number; readonly bold: boolean }

/** Of the size of letters: how high they stand with their accents, and how low their tails hang. Hindi needs the most. */
const above = 0.99
const below = 0.28
export const lineHeight = ({ size }: Style): number => size * (above + below)

/** As small as letters become before a word is broken. */
const smallest = 0.8
/** Longer texts are not looked at to their end: no picture holds them. */
const longest = 400

export type Written = { readonly lines: readonly string[]; readonly style: Style }

/** A text in lines of a width: smaller where a word is too long for one, broken where that does not help, cut where it ends. */
export const written = (pen: Pen, text: string, style: Style, width: number, mostLines: number): Written => {
  const words = text
    .slice(0, longest)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const widest = Math.max(...words.map((word) => pen.widthOf(word, style.size, style.bold)), 1)
  const shrunk = Math.min(1, (width - 0.5) / widest)
  // A word that has to be broken all the same keeps its size.
  const size = style.size * (shrunk < smallest ? 1 : shrunk)
  const fitting = { ...style, size }
  const fits = (line: string) => pen.widthOf(line, size, style.bold) <= width
  const lines: string[] = []
  for (const piece of words.flatMap((word) => (fits(word) ? [word] : broken(word, fits)))) {
    const last = lines.at(-1)
    const longer = last === undefined ? piece : `${last} ${piece}`
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(piece)
    if (lines.length > mostLines) break
  }
  const isCut = lines.length > mostLines || text.length > longest
  const kept = lines.slice(0, mostLines)
  if (isCut) kept.push(ended(kept.pop() ?? '', fits))
  return { lines: kept, style: fitting }
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
export const signsOf = (text: string): string[] =>
  [...segmentsOf(graphemes, text)].map(({ segment }) => segment)

/** In pieces of about the same length: a last one of two letters reads like a slip. */
const broken = (word: string, fits: (line: string) => boolean): string[] => {
  const [part = '', ...parts] = word.split(/(?<=\p{L}-)(?=\p{L})/u)
  if (parts.length > 0) return [part, ...parts].flatMap((each) => (fits(each) ? [each] : broken(each, fits)))
  const signs = signsOf(word)
  for (let count = 2; count < signs.length; count++) {
    const pieces = Array.from({ length: count }, (_, n) => {
      const [from, to] = [n, n + 1].map((at) => Math.round((signs.length * at) / count))
      return `${signs.slice(from, to).join('')}${n + 1 < count ? '-' : ''}`
    })
    if (pieces.every(fits)) return pieces
  }
  return signs
}

const ended = (line: string, fits: (line: string) => boolean): string => {
  const signs = signsOf(line)
  while (signs.length > 0 && !fits(`${signs.join('').trimEnd()}…`)) signs.pop()
  const cut = signs.join('')
  // Before half a word, unless little would be left.
  const whole = /^(.{12,})\s\S*$/su.exec(cut)?.[1] ?? cut
  return `${(cut === line ? cut : whole).trimEnd().replace(/[-,;]$/u, '')}…`
}

/** Lines one beneath the other, from `top`: in the middle of `x`, or beginning there. */
export const textMarks = (
  pen: Pen,
  { lines, style }: Written,
  at: { readonly x: number; readonly top: number; readonly align: 'left' | 'middle'; readonly ink: Colour },
  isName = false,
): TextMark[] =>
  lines.map((text, i) => {
    const width = pen.widthOf(text, style.size, style.bold)
    const height = lineHeight(style)
    const x = at.align === 'middle' ? at.x - width / 2 : at.x
    const y = at.top + i * height
    const box: Box = { x, y, width, height }
    const baseline = y + style.size * above
    return { kind: 'text', text, ...style, ink: at.ink, x, baseline, box, ...(isName ? { isName } : {}) }
  })

export const heightOf = ({ lines, style }: Written): number => lines.length * lineHeight(style)
