import type { Home } from './audience.js'
import type { Instant, LocalDate } from './local-time.js'
import { fold, searchWords } from './names.js'

/**
 * A sketch of whom something is made for, written down as claims that may turn out wrong. It is nobody: no person is one,
 * and it names none. In what users read it is called a sketch.
 */
export type Persona = {
  readonly id: string
  /** Where it was written: whoever may see that place reads it. */
  readonly home: Home
  readonly by: string
  readonly at: Instant
  readonly name: string
  /** Its home wants to hear nothing more of it. */
  readonly quiet: boolean
}

/** One thing that a sketch says, short enough to be wrong about somebody. */
export type PersonaClaim = {
  readonly id: string
  readonly personaId: string
  readonly home: Home
  readonly by: string
  readonly at: Instant
  readonly text: string
  /** Names this wording: what was tried under another one says nothing about it. */
  readonly wording: string
  /** The wording of which its home has heard that half of the evidence contradicts it. */
  readonly told: string | null
}

/** What a teammate found when they held a claim against somebody they know; the newest about both counts. */
export type Trial = {
  readonly id: string
  readonly claimId: string
  readonly wording: string
  readonly personId: string
  /** The home of the sketch: seen by whoever may see it, and the person. */
  readonly home: Home
  readonly by: string
  readonly at: Instant
  readonly on: LocalDate
  readonly holds: boolean
  /** The note that shows it; null where nobody named one. */
  readonly noteId: string | null
}

/** People, each once. */
export type Tally = { readonly holds: number; readonly not: number }
export const untested: Tally = { holds: 0, not: 0 }
export const triedOn = ({ holds, not }: Tally): number => holds + not

/**
 * With one or two marks a single person whom it does not fit would be half of all there is; of three, half are two people at
 * least.
 */
export const fewestTrials = 3

/** Whether half of the evidence speaks against it. */
export const isContradicted = (tally: Tally): boolean =>
  triedOn(tally) >= fewestTrials && tally.not * 2 >= triedOn(tally)

/** A name that can be typed, and a claim that can be read on somebody's card. */
export const longestPersonaName = 60
export const longestClaim = 200
export const mostClaims = 12

export type ClaimFault = 'too-short' | 'too-long'
/** One word claims nothing: it takes two to be wrong. */
export const faultOf = (text: string): ClaimFault | null => {
  if ([...text].length > longestClaim) return 'too-long'
  return searchWords(text).length < 2 ? 'too-short' : null
}

/** By which two claims, or two names, are the same: letter case, spaces and the stop at the end apart. */
export const sameAs = (text: string): string => fold(text).replace(/[.!;,\s]+$/u, '')

/** The claims in a text: one a line, or between semicolons, each once, without the mark of a list before it. */
export const claimsIn = (text: string): readonly string[] => {
  const each = new Map<string, string>()
  for (const piece of text.split(/[;\n]/u)) {
    const claim = piece
      .trim()
      .replace(/^(?:[-*•–—]|\d{1,2}[.)])\s+/u, '')
      .replace(/\s+/gu, ' ')
      .trim()
    if (claim !== '' && !each.has(sameAs(claim))) each.set(sameAs(claim), claim)
  }
  return [...each.values()]
}
