import { fold, searchWords } from './names.js'
import { unnamed } from './person.js'
import { segmentsOf } from './segments.js'

/** What stands in a text where somebody stood who is forgotten. */
export const forgottenMark = '[forgotten]'

/** Whatever somebody was ever called: names, addresses, the Slack users that they are. */
export type Aliases = {
  readonly names: readonly string[]
  readonly addresses: readonly string[]
  readonly slackUserIds: readonly string[]
}

/**
 * A name, an address or a mention to look for; folded. `word` is the longest word in it. Of the kind `alone` is a first or
 * last name by itself, and of `word` one that is a word too.
 */
export type Needle = {
  readonly kind: 'name' | 'address' | 'alone' | 'word'
  readonly text: string
  readonly word: string
}
export const needle = (kind: Needle['kind'], text: string): Needle => ({
  kind,
  text,
  word: longestWord(text),
})

/** Scripts in which a whole name has no space in it. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u
/** A shorter address could be a word. */
const shortestAddress = 5

/**
 * What tells beyond doubt that a text names somebody: whole names, "Ortiz, Frank" too, addresses and mentions. A single
 * word is no whole name, unless the script has no spaces: "Frank" may be anybody, and "may" a month.
 */
export const needlesFor = ({ names, addresses, slackUserIds }: Aliases): readonly Needle[] => {
  const wholes = names.filter((name) => name !== unnamed).flatMap((name) => namesIn(fold(name)))
  const ways = [...addresses.map(withoutScheme), ...slackUserIds.map((id) => `@${id}`)]
  const needles = [
    ...wholes.map((text) => needle('name', text)),
    ...ways.map((way) => needle('address', fold(way))).filter(({ text }) => text.length >= shortestAddress),
  ]
  const each = new Map(needles.map((each) => [each.text, each]))
  // The longest first: an address has a name in it more often than the other way round.
  return [...each.values()].sort((a, b) => b.text.length - a.text.length)
}

const namesIn = (name: string): string[] => {
  const words = name.split(' ')
  const last = words.at(-1) ?? ''
  if (words.length < 2) return unspaced.test(name) && name.length > 1 ? [name] : []
  const others = words.slice(0, -1).join(' ')
  return [name, `${last}, ${others}`]
}

const withoutScheme = (address: string): string =>
  address.replace(/^(https?:\/\/)?(www\.)?/iu, '').replace(/\/+$/u, '')

const longestWord = (text: string): string =>
  (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [text]).reduce((a, b) => (b.length > a.length ? b : a))

/** Words that every text has which names them so; for a search. */
export const wordsOf = ({ text }: Needle): readonly string[] => searchWords(text)

/** Whether a text names them. */
export const names = (text: string, needles: readonly Needle[]): boolean => found(text, needles).length > 0

/** The text without what names them; the same text when nothing does. */
export const withoutNames = (text: string, needles: readonly Needle[]): string =>
  found(text, needles).reduceRight(
    (left, [from, to]) => `${left.slice(0, from)}${forgottenMark}${left.slice(to)}`,
    text,
  )

/** A look that costs little: false when nothing in the text can be one of these. */
export const mayName = (text: string, needles: readonly Needle[]): boolean => {
  const whole = isPlain.test(text) ? text.toLowerCase() : fold(text)
  return needles.some(({ word }) => whole.includes(word))
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: the signs of ASCII, all of them
const isPlain = /^[\x00-\x7f]*$/

type Span = readonly [from: number, to: number]

/** Where they are named, in the text as it was typed; from left to right, none over another. */
const found = (text: string, needles: readonly Needle[]): Span[] => {
  if (needles.length === 0 || !mayName(text, needles)) return []
  const { folded, begins } = foldedSigns(text)
  const spans: Span[] = []
  for (const needle of needles)
    for (let at = folded.indexOf(needle.text); at >= 0; at = folded.indexOf(needle.text, at + 1)) {
      const end = at + needle.text.length
      if (!standsAlone(folded, at, end, needle)) continue
      const span: Span = [begins[at] ?? 0, begins[end] ?? text.length]
      if (needle.kind === 'word' && !isWrittenAsAName(text, span)) continue
      if (isOneWord(needle) && isOfALongerName(text, span)) continue
      if (!spans.some(([from, to]) => from < span[1] && span[0] < to)) spans.push(span)
    }
  return spans.sort((a, b) => a[0] - b[0])
}

const isOneWord = ({ kind }: Needle): boolean => kind === 'alone' || kind === 'word'

/** With a great letter, and not because a sentence begins. */
const isWrittenAsAName = (text: string, [from]: Span): boolean =>
  /^\p{Lu}/u.test(text.slice(from)) && withinASentence.test(shortlyBefore(text, from))
const withinASentence = /[^\s.!?:…"“(-][)"”,;]*[ \t]+$/u

/** As much of what stands before a name as tells of it; in a long text there are many names. */
const shortlyBefore = (text: string, at: number): string => text.slice(Math.max(0, at - 300), at)

/** "Frank Miller", or "with Maria Ortiz": somebody else, whom nobody has introduced. */
const isOfALongerName = (text: string, [from, to]: Span): boolean => {
  if (/^[ \t]+\p{Lu}\p{Ll}/u.test(text.slice(to))) return true
  const before = /(?<=^|[\s"“(])\p{Lu}\p{Ll}+[ \t]+$/u.exec(shortlyBefore(text, from))
  return before !== null && withinASentence.test(before.input.slice(0, before.index))
}

const standsAlone = (folded: string, from: number, to: number, { kind, text }: Needle): boolean => {
  if (kind === 'name' && !text.includes(' ')) return true
  const { before, behind } = edges[kind]
  return !before.test(folded.slice(Math.max(0, from - 2), from)) && !behind.test(folded.slice(to, to + 3))
}

/** What makes of a find a part of something else: `Ortiz-Bell` is found in, `Ortizes` and `jo.frank@acme.example` are not. */
const whole = { before: /[\p{L}\p{N}\p{M}]$/u, behind: /^[\p{L}\p{N}\p{M}]/u }
/** By itself it is not a part of another name, nor of an address: `Ortiz-Bell`, `ortiz@acme.example`. */
const byItself = {
  before: /(?:[\p{L}\p{N}\p{M}@._/+]|[\p{L}\p{N}\p{M}]-)$/u,
  behind: /^(?:[\p{L}\p{N}\p{M}@_/+]|[.-][\p{L}\p{N}])/u,
}
const edges = {
  name: whole,
  alone: byItself,
  word: byItself,
  address: { before: /[\p{L}\p{N}\p{M}._+-]$/u, behind: /^(?:[\p{L}\p{N}\p{M}]|[.-][\p{L}\p{N}])/u },
}

/** Folded sign by sign: `begins` says for each place in it where that sign begins in the text. */
const foldedSigns = (text: string): { folded: string; begins: readonly number[] } => {
  let folded = ''
  const begins: number[] = []
  for (const { segment, index } of segmentsOf(signs, text)) {
    // `fold` trims, and takes several spaces for one.
    const isSpace = /^\s+$/u.test(segment)
    const sign = isSpace ? (folded.endsWith(' ') ? '' : ' ') : fold(segment)
    folded += sign
    for (let i = 0; i < sign.length; i++) begins.push(index)
  }
  begins.push(text.length)
  return { folded, begins }
}
const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })
