import type { Marked } from './words.js'

/** `:` delimits only before a space or the end, and not where it closes an emoji such as `:tada:`. */
export const colonDelimits = (text: Marked, at: number): boolean => {
  if (text[at] !== ':' || /\S/.test(text[at + 1] ?? ' ')) return false
  return !emojiEnd.test(text.slice(Math.max(0, at - 60), at + 1))
}
const emojiEnd = /(?<![\p{L}\p{N}]):(?=[a-z+-]|\d*[a-z])[a-z\d_+'-]+:$/u

/** What stood between a name and what is said about it. */
type Delimiter = ':' | '-' | ',' | ''

/**
 * Takes one delimiter off the front of a tail: `:` or a dash before a space, a comma, or a full stop and the
 * like that stands right behind the name ("frank, ...", "frank. ..."). The rest is trimmed, and otherwise as typed.
 */
export const dropDelimiter = (tail: Marked): { readonly text: Marked; readonly by: Delimiter } => {
  const attached = /^[,.;!?…]+(?=\s|$)/.exec(tail)
  if (attached !== null) return { text: tail.slice(attached[0].length).trim(), by: ',' }
  const text = tail.trim()
  const spaced = /^(?::|[-–—]+|,)(?=\s|$)/.exec(text)
  if (spaced === null) return { text, by: '' }
  const by = spaced[0] === ':' || spaced[0] === ',' ? spaced[0] : '-'
  return { text: text.slice(spaced[0].length).trim(), by }
}

const pairs: readonly (readonly [opening: RegExp, closing: RegExp, inner: RegExp])[] = [
  [/^["“”„«»]/, /["“”„«»]$/, /["“”„«»]/],
  [/^['‘‚]/, /['’‘]$/, /(?<![\p{L}\p{N}])['‘’‚]|['‘’‚](?![\p{L}\p{N}])/u],
]

/** Drops the quotation marks around a whole text; those around two parts of it stay. */
export const withoutOuterQuotes = (text: string): string => {
  for (const [opening, closing, inner] of pairs) {
    const within = text.slice(1, -1)
    if (text.length > 2 && opening.test(text) && closing.test(text) && !inner.test(within))
      return within.trim()
  }
  return text
}
