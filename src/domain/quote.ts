import type { RoleKind } from './role-kind.js'

/**
 * What somebody said, in the form in which whoever wrote it down allowed it to be quoted: without names, to be read by
 * every full member of the workspace, wherever it was said. It stands and falls with the words that it is of: when they
 * are put right or go, it goes.
 */
export type Quote = {
  readonly words: string
  /** What they did then, in general terms; null where nothing is known, or nothing is to be said. */
  readonly role: RoleKind | null
}

/** As long as one input of a form takes, and no longer than anybody quotes. */
export const longestQuote = 2000

/** Only what somebody said in their own words can be quoted, and only whoever wrote it down says whether it may be. */
export const mayBeQuotedBy = (
  note: { readonly kind: string; readonly by: string },
  userId: string,
): boolean => note.kind === 'heard' && note.by === userId
