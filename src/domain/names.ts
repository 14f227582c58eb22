import { segmentsOf } from './segments.js'

/**
 * Names as people type them, folded so that letter case and accents do not matter.
 * Folding happens here and not in SQL, because the two engines fold differently.
 */

/**
 * Accents, and the points that Hebrew and Arabic may leave out. The marks of other scripts are letters in
 * their own right: without them different Hindi names, or か and が, would be one.
 */
const accents = /(?![\u3099\u309a])(?=[\p{sc=Inherited}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Cyrillic}])\p{M}/gu

/** Of such a text nothing has to be folded but case, spaces and one apostrophe: most texts, and by far the quickest. */
const isPlain = (text: string): boolean => /^[\t-\r -~]*$/.test(text)
const foldPlain = (text: string): string =>
  text.toLowerCase().replaceAll('`', "'").replace(/\s+/g, ' ').trim()

/** Folds case, accents and width: "Frànk  ORTIZ" and "frank ortiz" have one key. Keeps every script. */
export const fold = (text: string): string => (isPlain(text) ? foldPlain(text) : foldAny(text))

const foldAny = (text: string): string =>
  text
    .replace(/\u00b4/g, "'")
    .normalize('NFKD')
    // Signs without a shape come along with pasted names: soft hyphens, marks of direction.
    .replace(/\p{Cf}+/gu, '')
    .replace(accents, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ı/g, 'i')
    .replace(/ς/g, 'σ')
    .replace(/[\u2018\u2019\u02bc\u0060]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')

/** The folded words of a text, without the punctuation around them: what a search looks for. */
export const searchWords = (text: string): string[] => {
  const folded = fold(text)
  if (isPlain(folded) && !isUnclear.test(folded)) return folded.match(plainWords) ?? []
  const words: string[] = []
  for (const { segment, isWordLike } of segmentsOf(segmenter, folded)) if (isWordLike) words.push(segment)
  return words
}

/**
 * The words of plain text as the segmenter finds them, which takes thirty times as long: letters and digits, and what
 * stands between two letters ("o'brien", "people.example") or two digits ("1,000").
 */
const plainWords = /[a-z0-9]+(?:(?:(?<=[a-z])[.'](?=[a-z])|(?<=[0-9])[.',;](?=[0-9]))[a-z0-9]+)*/g
/** What these join is left to the segmenter, whose versions differ in it. */
const isUnclear = /_|[a-z]:[a-z]/

/** Words of any script, those that are written without spaces too. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** How one key of a name came about. `full` is the whole name, `given` its first word, `family` what follows. */
export type NameKeyKind = 'full' | 'given' | 'family' | 'initials'
export type NameKey = { readonly kind: NameKeyKind; readonly key: string }

/** Every key under which a whole name can be called. One-word names have a full key alone. */
export const nameKeys = (name: string): NameKey[] => {
  const full = fold(name)
  const words = full.split(' ')
  const keys: NameKey[] = [{ kind: 'full', key: full }]
  if (words.length < 2) return keys
  const add = (kind: NameKeyKind, key: string) => {
    if (key !== '' && !keys.some((known) => known.kind === kind && known.key === key))
      keys.push({ kind, key })
  }
  add('given', full.slice(0, full.indexOf(' ')))
  add('family', words.slice(1).join(' '))
  add('family', full.slice(full.lastIndexOf(' ') + 1))
  add('initials', words.flatMap((word) => [...word].slice(0, 1)).join(''))
  return keys
}

/** An e-mail address or link as it is compared: `https://www.Acme.example/Frank/` and `acme.example/frank` are one. */
export const addressKey = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/\/+$/u, '')

/** How many single-letter edits lie between two folded names (optimal string alignment). */
export const editDistance = (a: string, b: string): number => {
  const left = [...a]
  const right = [...b]
  let beforeLast: number[] = []
  let last = right.map((_, j) => j + 1)
  last.unshift(0)
  for (let i = 1; i <= left.length; i++) {
    const row = [i]
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1
      let best = Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, cell(last, j - 1) + cost)
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
      if (swapped) best = Math.min(best, cell(beforeLast, j - 2) + 1)
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return cell(last, right.length)
}

const cell = (row: readonly number[], j: number): number => row[j] ?? 0

/** Whether no more than so many of these edits lie between them, which takes far less to tell of names that are far apart. */
export const isWithin = (a: string, b: string, edits: number): boolean =>
  hasPairs.test(a) || hasPairs.test(b) ? editDistance(a, b) <= edits : isWithinFrom(a, 0, b, 0, edits)

/** Letters that take two places in a text. */
const hasPairs = /[\ud800-\udfff]/

/** What is alike is passed over; then a letter is left out of either, or of both, or two are swapped. */
const isWithinFrom = (a: string, fromA: number, b: string, fromB: number, edits: number): boolean => {
  let [i, j] = [fromA, fromB]
  while (i < a.length && a[i] === b[j]) {
    i++
    j++
  }
  if (i === a.length && j >= b.length) return true
  if (edits === 0 || Math.abs(a.length - i - (b.length - j)) > edits) return false
  const left = edits - 1
  return (
    (i < a.length && isWithinFrom(a, i + 1, b, j, left)) ||
    (j < b.length && isWithinFrom(a, i, b, j + 1, left)) ||
    (i < a.length && j < b.length && isWithinFrom(a, i + 1, b, j + 1, left)) ||
    (i + 1 < a.length && a[i] === b[j + 1] && a[i + 1] === b[j] && isWithinFrom(a, i + 2, b, j + 2, left))
  )
}
