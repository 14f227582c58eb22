import { fold } from './names.js'
import { companyKey } from './role.js'

/** A place in a text that may be a name; `keys` are the folded names that it could be. */
export type Spot = {
  readonly from: number
  readonly to: number
  readonly keys: readonly string[]
  /** One word, and no part of a longer find. */
  readonly isWord: boolean
}

/** Signs without a shape may be hidden in a word. */
const letters = '[\\p{L}\\p{N}\\p{M}\\p{Cf}]+'
const wordPattern = new RegExp(`${letters}(?:['’ʼ´\`‘]${letters})*`, 'gu')
/** What is written together, by signs that are no letters. */
const compoundPattern = new RegExp(`${letters}(?:[^\\p{L}\\p{N}\\p{M}\\p{Cf}\\s]{1,2}${letters})+`, 'gu')
/** Scripts without spaces: a name stands anywhere in a run of them. */
const unspacedPattern =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}ー]{2,}/gu
const longestUnspaced = 8
/** No name of a company or a family that is looked for has more words. */
const mostWords = 6

type Word = { readonly from: number; readonly to: number; readonly ways: readonly string[] }

/** Every word of a text, two words that a hyphen may join, whatever is written together, and parts of what has no spaces. */
export const spotsIn = (text: string): readonly Spot[] => {
  const words = wordsIn(text)
  const spots: Spot[] = words.map(({ from, to, ways }) => ({ from, to, keys: ways, isWord: true }))
  words.forEach((word, i) => {
    const next = words[i + 1]
    if (next !== undefined && isShort(text.slice(word.to, next.from)))
      spots.push(
        spot(
          word.from,
          next.to,
          next.ways.map((way) => `${fold(text.slice(word.from, word.to))}-${way}`),
        ),
      )
  })
  for (const { index, 0: found } of text.matchAll(compoundPattern))
    spots.push(spot(index, index + found.length, [fold(found), companyKey(found)]))
  for (const { index, 0: found } of text.matchAll(unspacedPattern)) spots.push(...partsOf(found, index))
  return spots
}

/** Runs of several words; `begins` says of a key whether any name goes on behind it. */
export const longerSpots = (text: string, begins: (key: string) => boolean): readonly Spot[] => {
  const words = wordsIn(text)
  return words.flatMap((first, i) => {
    const compound = compoundAt(text, first.from)
    if (![...first.ways, ...compound].some(begins)) return []
    const spots: Spot[] = []
    let before = fold(text.slice(first.from, first.to))
    for (let n = i + 1; n < words.length && n < i + mostWords; n++) {
      const [last, word] = [words[n - 1], words[n]]
      if (last === undefined || word === undefined || !isShort(text.slice(last.to, word.from))) break
      const written = fold(text.slice(first.from, last.to))
      const gap = fold(`x${text.slice(last.to, word.from)}x`).slice(1, -1)
      const keys = word.ways.flatMap((way) => [
        `${before} ${way}`,
        // "Smith and Sons" are Smith & Sons, and so are "Smith Sons".
        `${before.replace(/ and$/u, '')} & ${way}`,
        written + gap + way,
        companyKey(written + gap + way),
      ])
      spots.push(spot(first.from, word.to, keys))
      before = `${before} ${fold(text.slice(word.from, word.to))}`
    }
    return spots
  })
}

/** Whether a place is written as names are: with a great letter, anywhere or `within` a sentence. */
export const isWritten = (
  text: string,
  { from, to }: Pick<Spot, 'from' | 'to'>,
  where: 'anywhere' | 'within',
) => {
  if (!/^\p{Cf}*[\p{Lu}\p{Lt}]/u.test(text.slice(from, to))) return false
  return where === 'anywhere' || withinASentence.test(text.slice(Math.max(0, from - 40), from))
}
const withinASentence = /[^\s.!?:…"“„«(-][)"”,;]*[ \t]+$/u

const spot = (from: number, to: number, keys: readonly string[]): Spot => ({
  from,
  to,
  keys: [...new Set(keys)],
  isWord: false,
})

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(wordPattern)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    ways: waysOf(found),
  }))

/** A word as a name may stand in it: whole, before an apostrophe or an s, beside a number, in FrankOrtiz. */
const waysOf = (word: string): readonly string[] => {
  const whole = fold(word)
  const parts = [
    ...fold(word.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')).split(/[^\p{L}\p{M}]+|(?<=\p{L})(?=\p{N})/u),
  ]
  const all = [whole, ...parts].flatMap((way) => (/..s$/u.test(way) ? [way, way.slice(0, -1)] : [way]))
  return [...new Set(all)].filter((way) => way !== '')
}

const compoundAt = (text: string, at: number): readonly string[] => {
  const pattern = new RegExp(compoundPattern.source, 'uy')
  pattern.lastIndex = at
  const found = pattern.exec(text)?.[0]
  return found === undefined ? [] : [fold(found)]
}

const partsOf = (run: string, at: number): Spot[] => {
  const spots: Spot[] = []
  for (let i = 0; i < run.length - 1; i++)
    for (let n = 2; n <= longestUnspaced && i + n <= run.length; n++)
      spots.push(spot(at + i, at + i + n, [fold(run.slice(i, i + n))]))
  return spots
}

const isShort = (gap: string): boolean => /^[\s\p{P}\p{S}]{1,4}$/u.test(gap)
