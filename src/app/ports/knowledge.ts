import type { Commitment } from '../../domain/commitment.js'
import type { KeyDate } from '../../domain/key-date.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import type { Tie } from '../../domain/tie.js'

/** Of a list: as many as `limit`, from the one at `offset`. */
export type Page = { readonly limit: number; readonly offset: number }

/** One kind of thing known about people; the newest first. */
interface Known<T> {
  get(id: string): Promise<T | null>
  of(personId: string, page: Page): Promise<readonly T[]>
  countOf(personId: string): Promise<number>
}

export interface Commitments extends Known<Commitment> {
  /** Those not kept nor broken, the soonest due first, as many as `limit`. */
  open(personId: string, limit?: number): Promise<readonly Commitment[]>
  countOpen(personId: string): Promise<number>
  /** Open promises of one teammate due on or before a day, the soonest first. */
  promisedBy(userId: string, dueBy: LocalDate, limit: number): Promise<readonly Commitment[]>
}
export interface KeyDates extends Known<KeyDate> {
  /** Those on a day of the year (`MM-DD`), whichever year, the oldest first. */
  on(personId: string, monthDay: string): Promise<readonly KeyDate[]>
}
export interface OpenQuestions extends Known<OpenQuestion> {
  /** Those not answered, the newest first, as many as `limit`. */
  open(personId: string, limit?: number): Promise<readonly OpenQuestion[]>
}
/** A tie is seen by whoever may see both people and the place where it was typed; `of` and `countOf` take both directions. */
export interface Ties extends Known<Tie> {
  /** The ties that start at a person. */
  from(personId: string, kind: Tie['kind']): Promise<readonly Tie[]>
  /** The ties from any of some people, the oldest first. */
  fromAny(personIds: readonly string[]): Promise<readonly Tie[]>
}
