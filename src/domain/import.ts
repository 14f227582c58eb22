import type { Home } from './audience.js'
import type { Rhythm } from './cadence.js'
import type { ContactFormat, SkippedBecause } from './imported-contact.js'
import type { Instant } from './local-time.js'

/**
 * `staging`: its rows are being read; `ready`: they are, and its preview can be seen; `undoing`: what it did is being
 * taken back. Nothing is done by one that is `cancelled`, and nothing is left of one that is `undone`.
 */
export type ImportState = 'staging' | 'ready' | 'running' | 'done' | 'cancelled' | 'undoing' | 'undone'

/**
 * What becomes of a row. `asked`: what it says contradicts what the team knows, so the team is asked; `unclear`: whom
 * it is about; `forgotten`: they asked to be forgotten.
 */
export type RowOutcome = 'new' | 'changed' | 'asked' | 'same' | 'unclear' | 'skipped' | 'forgotten'
export type ImportCounts = Readonly<Record<RowOutcome, number>>
export const noCounts = (): Record<RowOutcome, number> => ({
  new: 0,
  changed: 0,
  asked: 0,
  same: 0,
  unclear: 0,
  skipped: 0,
  forgotten: 0,
})

/** `twice`: somebody whom an earlier row of the file has; `left-out`: its importer decided so. */
export type SkippedWhy = SkippedBecause | 'twice' | 'left-out'

/**
 * Why nobody but a teammate can say whom a row is about: somebody has the same name (and company), several fit, an
 * address belongs to somebody of another name, or somebody of this name asked to be forgotten.
 */
export type UnclearWhy =
  | 'same-name'
  | 'same-name-and-company'
  | 'several'
  | 'other-name'
  | 'that-someone'
  | 'maybe-forgotten'

/** A file of contacts on its way in. */
export type Import = {
  readonly id: string
  /** Where it was asked for: what it brings is known there. */
  readonly home: Home
  /** The teammate whose import it is. */
  readonly by: string
  readonly format: ContactFormat
  /** What the file is called; may be empty. */
  readonly name: string
  readonly state: ImportState
  readonly stagedAt: Instant
  /** When it was begun: what its rows are known since. */
  readonly begunAt: Instant | null
  /** When it came to its present state, or last went on. */
  readonly changedAt: Instant
  /** Of those whom it introduces. */
  readonly rhythm: Rhythm
  /** Rows, the skipped ones among them. */
  readonly rows: number
  /** Rows that are read or carried out, or taken back, so far. */
  readonly reached: number
  /** The first of its acts, with which all are taken back; null before there is one. */
  readonly firstActId: string | null
  /** Rows that stayed when it was taken back, since a teammate built on them. */
  readonly stayed: number
}

/** Who says so, as `Sighting.source` has it: a teammate's own files, or what the whole workspace keeps. */
export const sourceOf = ({ format, by }: Pick<Import, 'format' | 'by'>): string =>
  format === 'hubspot' || format === 'salesforce' ? format : `${format}:${by}`
