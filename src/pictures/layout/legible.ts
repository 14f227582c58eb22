import type { Pen } from '../picture.js'
import { signsOf } from './writing.js'

/**
 * A text with the letters that the fonts here have. Where letters are missing stands "…", never an empty box; signs that are no
 * letters, an emoji for one, are left away. Null when nothing is left to read: whoever it names gets a number.
 */
export const legible = (text: string, pen: Pen): string | null => {
  const kept = signsOf(text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')).map((sign) => {
    if (/^\s+$/u.test(sign) || pen.draws(sign)) return sign
    return /[\p{L}\p{N}]/u.test(sign) ? '…' : ''
  })
  const line = kept
    .join('')
    .replace(/…[…\s]*/gu, '… ')
    .replace(/\s+/gu, ' ')
    .replace(/ $/u, '')
  return /[\p{L}\p{N}]/u.test(line) ? line : null
}

/** The first letters of the first and the last name, of those that can be drawn. */
export const initialsOf = (name: string): string => {
  const first = (word: string | undefined) =>
    signsOf(word ?? '').find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? ''
  const words = name.split(/\s+/u).filter((word) => first(word) !== '')
  const [one] = words
  return `${first(one)}${words.length > 1 ? first(words.at(-1)) : ''}`.toLocaleUpperCase('en')
}
