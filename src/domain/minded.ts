/**
 * Words that speak of people as if they were stock: "chase the leads", "accounts to blast". Which these are stands in a
 * file that anybody may change (data/minded-words.txt); here is how one of its lines is read, and looked for in a text.
 */

/** One line of the list: a way of speaking, or (`not`) one that means something else and is taken out before the rest is tried. */
export type MindedLine = { readonly pattern: RegExp; readonly isNot: boolean }

/**
 * `chase [the|our] {leads}`: words as they are said, in any form; `(a|b)` is one of these, `[a|b]` may be there; `#` is a
 * number; in braces stands what is spoken of. Singular in braces means one or many, plural means many alone.
 * `not: lead (time|singer)` needs no braces.
 */
export const readMindedLine = (text: string): MindedLine | { readonly wrong: string } => {
  const isNot = /^not:/iu.test(text)
  const pieces = text.replace(/^not:/iu, '').trim().split(pieceOf).filter(isSaid)
  const odd = pieces.find((piece) => !isPiece.test(piece))
  if (odd !== undefined) return { wrong: `"${odd.trim()}" cannot be read` }
  const braced = pieces.filter((piece) => piece.startsWith('{'))
  if (braced.length !== (isNot ? 0 : 1))
    return { wrong: isNot ? 'needs no braces' : 'has to say once, in braces, what is spoken of' }
  return { pattern: new RegExp(`${begins}${patternOf(pieces)}${ends}`, 'giu'), isNot }
}

const pieceOf = /(\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|\s+)/u
const isSaid = (piece: string): boolean => piece.trim() !== ''
const word = "(?:#|[\\p{L}\\p{N}][\\p{L}\\p{N}'-]*)"
const words = `${word}(?: ${word})*`
const isPiece = new RegExp(
  `^(?:${word}|\\{${words}(?:\\|${words})*\\}|\\(${words}(?:\\|${words})*\\)|\\[${words}(?:\\|${words})*\\])$`,
  'u',
)

/** A word by itself: no part of `lead-free`, `leads.csv`, `/leads` or `#leads`. */
const begins = "(?<![\\p{L}\\p{N}\\p{M}_@#/\\\\.'’$=+-])"
const ends = "(?![\\p{L}\\p{N}\\p{M}_@/\\\\=-]|[.'’](?!s\\b)[\\p{L}\\p{N}])"
const gap = '[^\\S\\n]+'

const patternOf = (pieces: readonly string[]): string => {
  let pattern = ''
  let isFirst = true
  for (const piece of pieces) {
    const inner = piece.replace(/^[([{]|[)\]}]$/gu, '')
    if (piece.startsWith('[')) {
      const either = `(?:${inner.split('|').map(saidAs).join('|')})`
      pattern += isFirst ? `(?:${either}${gap})?` : `(?:${gap}${either})?`
      continue
    }
    if (!isFirst) pattern += gap
    isFirst = false
    if (piece.startsWith('{')) pattern += `(?<people>${inner.split('|').map(inNumbers).join('|')})`
    else pattern += `(?:${inner.split('|').map(saidAs).join('|')})`
  }
  return pattern
}

const saidAs = (phrase: string): string => phrase.split(' ').map(inForm).join(gap)

const number =
  '(?:\\d[\\d.,]*k?\\+?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|(?:a|one|two|three|five) (?:dozen|hundred|thousand)|dozens of|hundreds of|thousands of)'

/** Words that have one form. */
const still = new Set(
  `a an the this that these those my our your their his her its who whom we us you they them it i he she and or not no of off
  on in into at by to for from with up about as is are was were be been has have had all any some more most many few every each
  another other one both whole entire dozens hundreds thousands went gone said told wrote don't shouldn't`
    .trim()
    .split(/\s+/u),
)

/** A word in any form that it is said in: chase, chases, chased, chasing. */
const inForm = (said: string): string => {
  if (said === '#') return number
  if (still.has(said)) return said
  const stem = said.replace(/e$/u, '')
  if (stem !== said) return `${stem}(?:e|es|ed|ing)`
  if (/[^aeiou]y$/u.test(said)) return `${said.slice(0, -1)}(?:y|ies|ied|ying)`
  const last = said.slice(-1)
  return /[aeiou][bdglmnprt]$/u.test(said) && said.length < 6
    ? `${said}(?:s|es|ed|ing|${last}ed|${last}ing)?`
    : `${said}(?:s|es|ed|ing)?`
}

const inNumbers = (phrase: string): string => phrase.split(' ').map(inNumber).join(gap)
const inNumber = (said: string): string => {
  if (said.endsWith('s') || said.length < 4) return said
  return /[^aeiou]y$/u.test(said) ? `${said.slice(0, -1)}(?:y|ies)` : `${said}s?`
}

/** What is longer was pasted: nobody speaks like that. */
const longestSaid = 1_500
const takenOut = '|'

/** How a text speaks of people, as it was typed ("leads"); null when it does not, or when that cannot be told. */
export const spokenOf = (text: string, lines: readonly MindedLine[]): string | null => {
  if (text.length > longestSaid) return null
  let left = text.replace(/[\u2018\u2019]/gu, "'")
  for (const { pattern, isNot } of lines) {
    if (isNot) left = left.replace(pattern, takenOut)
    else
      for (const { index, groups } of left.matchAll(pattern)) {
        const people = groups?.people ?? ''
        if (!isNameOfAProduct(left, index, people)) return people
      }
  }
  return null
}

/** "Target Accounts" in the middle of a sentence is a column or a campaign; `LEADS` is somebody who shouts. */
const isNameOfAProduct = (text: string, from: number, people: string): boolean => {
  if (!/^\p{Lu}\p{Ll}/u.test(people)) return false
  const at = text.indexOf(people, from)
  return /[^\s.!?…]["'”’)]*[ \t]+$/u.test(text.slice(0, at)) || /[ \t]\p{Lu}/u.test(people)
}
