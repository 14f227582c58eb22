import type { InteractionKind } from '../../domain/interaction.js'

/** A line of what happened: somebody's own words, what changed, or what was said and done. */
export type YearLine = { readonly text: string; readonly weight: 'words' | 'change' | 'plain' }

export type YearMonth = {
  readonly label: string
  /** Under the label, where a year begins; else empty. */
  readonly year: string
  /** The oldest first. */
  readonly contacts: readonly InteractionKind[]
  readonly lines: readonly YearLine[]
  /** "and 3 more"; empty when everything is there. */
  readonly more: string
}

/** Twelve months of somebody, the oldest first, and all the words of the picture. */
export type YearScene = {
  readonly title: string
  readonly subtitle: string
  readonly months: readonly YearMonth[]
  /** What a form means, and how often: "met 3 times". Of those that occur. */
  readonly kinds: readonly { readonly kind: InteractionKind; readonly words: string }[]
}
