import { fold } from '../../domain/names.js'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** About so much on each side of the match. */
const each = 80

/** The words around the first place where one of the (folded) words stands, or the beginning. */
export const around = (text: string, words: readonly string[]): string => {
  const at = placeOf(text, words)
  const from = at.from <= each ? 0 : startOfWord(text, at.from - each)
  const to = at.to + each >= text.length ? text.length : endOfWord(text, at.to + each)
  const cut = text.slice(from, to).replace(/\s+/gu, ' ').trim()
  return `${from === 0 ? '' : '… '}${cut}${to === text.length ? '' : ' …'}`
}

const placeOf = (text: string, words: readonly string[]): { from: number; to: number } => {
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue
    const key = fold(segment)
    if (words.some((word) => key.startsWith(word))) return { from: index, to: index + segment.length }
  }
  return { from: 0, to: 0 }
}

/** At a space near by; in a text without spaces, between two code points. */
const startOfWord = (text: string, from: number): number => {
  const space = text.slice(from, from + 20).search(/\s/u)
  if (space >= 0) return from + space + 1
  return isMiddle(text, from) ? from + 1 : from
}
const endOfWord = (text: string, to: number): number => {
  const near = text.slice(to - 20, to)
  const space = near.search(/\s\S*$/u)
  if (space >= 0) return to - near.length + space
  return isMiddle(text, to) ? to - 1 : to
}
const isMiddle = (text: string, at: number): boolean => /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1))
