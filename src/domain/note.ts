import type { Home } from './audience.js'
import type { Instant, LocalDate } from './local-time.js'
import type { Quote } from './quote.js'

/** What a note can be about; other hashtags are free words. */
export const facets = ['story', 'intuition', 'feeling', 'thought', 'body', 'situation'] as const
export type Facet = (typeof facets)[number]

/** `heard` is what the person said, word for word; `situation`, what is going on for them. */
export type NoteKind = 'note' | 'heard' | 'situation'

/** What is going on is asked about again after so many days. */
export const situationHoldsForDays = 90

/** Something that a teammate noticed, heard, or knows of their situation. */
export type Note = {
  readonly id: string
  readonly personId: string
  readonly home: Home
  readonly by: string
  readonly at: Instant
  /** The day it was said or seen. */
  readonly on: LocalDate
  readonly kind: NoteKind
  readonly text: string
  readonly facets: readonly Facet[]
  /** The interaction in whose account these words stood; null when typed by themselves. */
  readonly interactionId: string | null
  /** Who says so (see `Sighting.source`): the file that it came with; absent or null for what was typed. */
  readonly source?: string | null
  /** As it may be quoted, where its author allowed it; absent or null otherwise. */
  readonly quote?: Quote | null
}

/** Every hashtag in a text that is a facet, each once. */
export const facetsIn = (text: string): Facet[] => {
  const tags = new Set(
    [...text.toLowerCase().matchAll(/(?<![\p{L}\p{N}_&#])#([\p{L}\p{N}_]+)/gu)].map((m) => m[1]),
  )
  return facets.filter((facet) => tags.has(facet))
}

/** What stands in quotation marks, of at least two words: somebody's own words inside an account. */
export const quotedIn = (text: string): string[] =>
  [...text.matchAll(/["“”„«»][^"“”„«»]+["“”„«»]/gu)]
    .map(([quoted]) => quoted.slice(1, -1).trim())
    .filter((words) => words !== '')

/** Longest note kept: as long as Slack lets one line be typed into a command. */
export const longestNote = 12_000
