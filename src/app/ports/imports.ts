import type { Rhythm } from '../../domain/cadence.js'
import type {
  Import,
  ImportCounts,
  ImportState,
  RowOutcome,
  SkippedWhy,
  UnclearWhy,
} from '../../domain/import.js'
import type { ImportedContact } from '../../domain/imported-contact.js'
import type { Instant } from '../../domain/local-time.js'
import type { RoleSaid } from '../../domain/role-change/role-change.js'
import type { Page } from './knowledge.js'

/** What a row adds to somebody beside a role. */
export type Added = 'role' | 'address' | 'birthday' | 'note'

/** What becomes, or became, of a row. */
export type Fate =
  | { readonly outcome: 'new' }
  | {
      readonly outcome: 'changed' | 'asked'
      readonly personId: string
      /** What they did as far as the importer knows it, and what the file says; null where that does not change. */
      readonly was: RoleSaid | null
      readonly is: RoleSaid | null
      readonly adds: readonly Added[]
    }
  | { readonly outcome: 'same'; readonly personId: string }
  | { readonly outcome: 'unclear'; readonly why: UnclearWhy }
  /** `firstRow`: of somebody who is there twice, the row that counts. */
  | { readonly outcome: 'skipped'; readonly why: SkippedWhy; readonly firstRow: number | null }
  | { readonly outcome: 'forgotten' }

/** A row of a file. `contact` is null for what nobody can be made of. */
export type StagedRow = {
  /** Its place among the rows that were read, from 1. */
  readonly nth: number
  /** Where the file has it: see `ImportedContact`. */
  readonly row: number
  readonly contact: ImportedContact | null
  readonly fate: Fate
  /** Whom it was carried out about; null before, and where that is nobody. */
  readonly personId: string | null
}

/** How the `nth` row ended, and about whom it was carried out: null where that is nobody. */
export type Settled = Pick<StagedRow, 'nth' | 'fate' | 'personId'>

/** Imports are their importer's alone: the stores of anybody else do not know them. */
export interface Imports {
  get(id: string): Promise<Import | null>
  /** The newest import of the asker that is not over; null when there is none. */
  current(): Promise<Import | null>
  /** The import that began with an act; null for acts that are no import's first. */
  ofAct(actId: string): Promise<Import | null>
  /** Those that go on without anybody asking: running, or being taken back. */
  unfinished(): Promise<readonly Import[]>
  counts(id: string): Promise<ImportCounts>
  /** Rows after the `nth`, in order. */
  after(id: string, nth: number, limit: number): Promise<readonly StagedRow[]>
  row(id: string, nth: number): Promise<StagedRow | null>
  withOutcome(id: string, outcome: RowOutcome, page: Page): Promise<readonly StagedRow[]>
  /** Those of some people about whom an earlier row of the file was carried out. */
  met(id: string, personIds: readonly string[]): Promise<readonly string[]>
}

export type ImportPatch = Partial<{
  state: ImportState
  begunAt: Instant
  changedAt: Instant
  rhythm: Rhythm
  rows: number
  reached: number
  firstActId: string
  stayed: number
}>

/** Not journalled: what is kept of a file until its rows are people. */
export interface KeepingImports extends Imports {
  begin(them: Import): Promise<void>
  change(id: string, patch: ImportPatch): Promise<void>
  addRows(id: string, rows: readonly StagedRow[]): Promise<void>
  /** Takes, or keeps up, the right to carry it out until then (real time); false while another has it. */
  claim(
    id: string,
    claim: { readonly by: string; readonly until: Instant; readonly now: Instant },
  ): Promise<boolean>
  letGo(id: string, by: string): Promise<void>
  /** How rows ended. */
  settle(id: string, ...settled: readonly Settled[]): Promise<void>
  /** From now on its counts are these, whether or not the rows are still there. */
  keepCounts(id: string, counts: ImportCounts): Promise<void>
  /**
   * What was staged and not begun within a day goes, with its rows; the rows of what is over go after a day too, but
   * for the unclear ones, which wait thirty. True when there is more to sweep.
   */
  sweep(now: Instant): Promise<boolean>
}
