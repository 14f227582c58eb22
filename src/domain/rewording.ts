import { searchWords } from './names.js'
import { fewestTrials, longestClaim, type Tally, triedOn } from './persona.js'
import type { RoleKind } from './role-kind.js'

/**
 * What a colleague would say of a claim after some people were asked. `text` is a rewording to be edited. It is never made of
 * what somebody said: their words go when they are taken back or forgotten, and a claim stays.
 */
export type Advice =
  | { readonly kind: 'untested' }
  | { readonly kind: 'too-few'; readonly missing: number }
  | { readonly kind: 'holds' }
  /** It holds for some. `except`: all whom it does not fit, as far as is said of them, do this. */
  | { readonly kind: 'narrow'; readonly text: string; readonly except: RoleKind | null }
  /** Nobody bears it out. */
  | { readonly kind: 'rare'; readonly text: string }

/** What those do who bear it out, and those who do not, of whom that may be said. */
export type KindsOf = { readonly bearing: readonly RoleKind[]; readonly against: readonly RoleKind[] }

export const adviceOn = (claim: string, tally: Tally, kinds: KindsOf): Advice => {
  const tried = triedOn(tally)
  if (tried === 0) return { kind: 'untested' }
  if (tried < fewestTrials) return { kind: 'too-few', missing: fewestTrials - tried }
  // One among many is an exception, and no reason to write it anew.
  if (tally.not * 4 < tried) return { kind: 'holds' }
  if (tally.holds === 0) return { kind: 'rare', text: led('Rarely', claim) }
  const except = exceptionIn(kinds)
  const whom = except === null ? 'For some' : `Not in ${kindInWords[except]}`
  return { kind: 'narrow', text: led(whom, claim), except }
}

/** Two of one kind and nobody else: else a single person would be told by what they do. */
const exceptionIn = ({ bearing, against }: KindsOf): RoleKind | null => {
  const [first, second] = against
  if (first === undefined || second === undefined) return null
  return against.every((kind) => kind === first) && !bearing.includes(first) ? first : null
}

const kindInWords: Readonly<Record<RoleKind, string>> = {
  buying: 'buying',
  facilities: 'facilities',
  safety: 'safety',
  finance: 'finance',
  law: 'legal matters',
  computers: 'IT',
  people: 'personnel',
  marketing: 'marketing',
  sales: 'sales',
  logistics: 'logistics',
  production: 'production',
  engineering: 'engineering',
  operations: 'operations',
  care: 'care',
  teaching: 'teaching',
  running: 'general management',
}

const leading = /^(?:for some|rarely|not in [^:]{1,30}):\s*/iu

const led = (whom: string, claim: string): string =>
  fitting(`${whom}: ${claim.replace(leading, '').replace(/[.\s]+$/u, '')}`, longestClaim)

/** What was said, with that first with which the most others share a word of weight; of those the newest, which come first. */
export const mostAgreedFirst = (said: readonly string[]): readonly string[] => {
  const all = said.map((text) => ({ text, words: wordsOf(text) }))
  const agreeing = all.map(
    (one) =>
      all.filter((other) => other !== one && other.words.some((word) => one.words.includes(word))).length,
  )
  return all
    .map(({ text }, i) => ({ text, agree: agreeing[i] ?? 0 }))
    .sort((a, b) => b.agree - a.agree)
    .map(({ text }) => text)
}

/** Shorter words join others, and say little by themselves. */
const wordsOf = (text: string): readonly string[] => searchWords(text).filter((word) => [...word].length > 3)

const fitting = (text: string, most: number): string => {
  const letters = [...text]
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
