/** Somebody as a file of contacts has them: what an import stages, compares and keeps. */
export type ImportedContact = {
  /** Where the file has them, as a spreadsheet numbers its lines; of vCards the place of the card, from 1. */
  readonly row: number
  /** Never empty. */
  readonly name: string
  /** Empty where the file says nothing. */
  readonly title: string
  /** Empty where the file says nothing, or names no employer ("Freelance", their own name). */
  readonly company: string
  /** Email addresses, LinkedIn links and numbers, each once, as people are reached. */
  readonly addresses: readonly string[]
  /** How the source calls them through every change of name and role (a LinkedIn slug, a record's id); null for none. */
  readonly key: string | null
  /** `MM-DD`, with a year where one is known. */
  readonly birthday: { readonly monthDay: string; readonly year: number | null } | null
  /** What the file's owner wrote about them; empty for nothing. */
  readonly note: string
}

/** A row that nobody can be made of. */
export type SkippedRow = { readonly row: number; readonly skipped: SkippedBecause }
export type SkippedBecause = 'no-name' | 'name-too-long' | 'formula' | 'broken' | 'too-large'

export const contactFormats = ['linkedin', 'google', 'hubspot', 'salesforce', 'vcard', 'csv'] as const
export type ContactFormat = (typeof contactFormats)[number]
