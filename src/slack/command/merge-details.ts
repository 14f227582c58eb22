import { dropDelimiter } from './delimiters.js'
import type { Refusal } from './refusal.js'
import { type WhoCandidate, whoCandidates } from './who.js'
import { type Marked, plainText } from './words.js'

/**
 * `who`: the other person, still to be looked up by `wholeReadings`; null when nobody else was named. `stays`: who is
 * kept; `merge francis into frank` keeps Frank.
 */
export type MergeDetails = {
  readonly kind: 'merge'
  readonly who: Marked | null
  readonly stays: 'named-first' | 'named-second'
}
/** `name`: whom to take out again, where several were merged; may be empty. */
export type UnmergeDetails = { readonly kind: 'unmerge'; readonly name: string }

const between = /^\s*(?:(and|with|into)(?![\p{L}\p{N}\p{M}'’_-])|[&+])\s*/iu

/** The readings of the first name: what ends before an "and". Where there is none, all of them. */
export const firstOfTwo = (rest: Marked): WhoCandidate[] => {
  const all = whoCandidates(rest)
  const before = all.filter(({ tail }) => between.test(tail))
  return before.length > 0 ? before : all
}

/** `merge WHO and WHO`. */
export const readMerge = (tail: Marked): MergeDetails | Refusal => {
  const typed = dropDelimiter(tail).text
  if (typed === '') return { kind: 'merge', who: null, stays: 'named-first' }
  const found = between.exec(typed)
  const who = found === null ? '' : dropDelimiter(typed.slice(found[0].length)).text
  if (whoCandidates(who).length === 0 || !/[^\s\p{P}]/u.test(who))
    return { kind: 'refusal', reason: 'no-second', text: plainText(typed) }
  return { kind: 'merge', who, stays: /^into$/i.test(found?.[1] ?? '') ? 'named-second' : 'named-first' }
}

/** `unmerge WHO`, or `unmerge WHO and WHO`. */
export const readUnmerge = (tail: Marked): UnmergeDetails => {
  const name = plainText(dropDelimiter(tail).text).replace(/^(?:and|with|from|&|\+)\s+/iu, '')
  return { kind: 'unmerge', name: name.trim() }
}
