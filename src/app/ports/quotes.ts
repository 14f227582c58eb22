import type { LocalDate } from '../../domain/local-time.js'
import type { Facet } from '../../domain/note.js'
import type { Quote } from '../../domain/quote.js'
import type { Page } from './knowledge.js'

/**
 * A quote with where it comes from, which is for the bot alone: none of the ids, and no name, may reach whoever reads the
 * words. They are read as `app/quotes/as-read.ts` gives them out.
 */
export type AllowedQuote = Quote & {
  readonly noteId: string
  readonly personId: string
  /** Who wrote it down, and let it be quoted. */
  readonly by: string
  /** What they are called now. */
  readonly personName: string
  /** The day it was said. */
  readonly on: LocalDate
  readonly facets: readonly Facet[]
}

/**
 * What was allowed to be quoted, whoever may see the people and the notes: every full member of the workspace reads it,
 * and nobody else may be given it.
 */
export interface Quotes {
  /** See `Search`. */
  readonly wholeWords: boolean
  /** The quotes of these notes, where they may be quoted; the newest first. */
  of(noteIds: readonly string[]): Promise<readonly AllowedQuote[]>
  /** Those that have all the words, each whole or a beginning; the newest first. */
  about(words: readonly string[], page: Page): Promise<readonly AllowedQuote[]>
  /** Which of these folded words name somebody or a company that the asker may see, or that anybody here knows. */
  names(words: readonly string[], knownTo: KnownTo): Promise<readonly KnownName[]>
}

/** What a teammate's act may do with quotes. */
export interface ActingQuotes extends Quotes {
  /** Takes back what this teammate let be quoted, wherever they wrote it down. False where nothing of theirs is quoted so. */
  takeBack(noteId: string, by: string): Promise<boolean>
}

/** `anybody`: only to take out of words that somebody else chose; whoever chooses them would learn who is known. */
export type KnownTo = 'asker' | 'anybody'

export type KnownName = {
  readonly word: string
  /** It is a whole name, or a first or last one. */
  readonly names: boolean
  /** A longer name of somebody goes on behind it. */
  readonly beginsName: boolean
  /** The same of a company's. */
  readonly beginsCompany: boolean
}
