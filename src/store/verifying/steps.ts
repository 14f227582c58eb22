import { forgottenMark } from '../../domain/mentions.js'
import type { Change } from '../change.js'
import type { Cell, Cells } from '../codec.js'
import type { JournalledTable } from '../tables.js'

/** A change with its place in the journal. */
export type Step = Change & { readonly seq: number }

/** What is known of the journal as a whole. */
export type JournalFacts = {
  /** Up to this act steps may be missing, since somebody was forgotten; 0 when none may. */
  readonly gapsEnd: number
  /** Whether an act after this one lost what it changed to a forgetting. */
  hasGapAfter(seq: number): boolean
}

/** How the journal says that a row is now. */
export type Told = {
  /** Null when the journal does not say. */
  readonly isThere: boolean | null
  readonly cells: Cells
  /** When each of the cells was written last. */
  readonly writtenAt: ReadonlyMap<string, number>
  readonly lastAt: number
  /** What the steps say against each other. */
  readonly faults: readonly string[]
  readonly isAddedInJournal: boolean
}

/**
 * Adds up the steps of one row, oldest first: each has to find what the one before left. Where somebody was forgotten
 * since, steps are missing that nobody can miss, and what comes before that is not held against what comes after.
 */
export const addUp = (steps: readonly Step[], { gapsEnd }: JournalFacts): Told => {
  let isThere: boolean | null = null
  let cells: Record<string, Cell> = {}
  const writtenAt = new Map<string, number>()
  const faults: string[] = []
  let isAddedInJournal = false
  for (const { seq, before, after } of steps) {
    const excused = seq <= gapsEnd
    const fault = (says: string): void => {
      if (!excused) faults.push(`${says} (act ${seq})`)
    }
    if (before === null) {
      if (isThere === true) fault('is added though it is there')
      isAddedInJournal = true
    } else {
      if (isThere === false) fault('is changed though it was removed')
      const differing = differingIn(before, cells, gapsEnd > 0)
      if (isThere === true && differing.length > 0)
        fault(`was changed between its acts: ${differing.join(', ')}`)
    }
    isThere = after !== null
    if (after === null) cells = {}
    else if (before === null) cells = { ...after }
    else cells = { ...cells, ...after }
    for (const column of Object.keys(after ?? {})) writtenAt.set(column, seq)
  }
  return { isThere, cells, writtenAt, lastAt: steps.at(-1)?.seq ?? 0, faults, isAddedInJournal }
}

/** Of the cells that both know, those that differ. */
export const differingIn = (wished: Cells, known: Cells, someForgotten: boolean): readonly string[] =>
  Object.keys(wished).filter((column) => {
    if (!(column in known)) return false
    const [one, other] = [wished[column] ?? null, known[column] ?? null]
    return one !== other && !(someForgotten && [one, other].some((cell) => isScrubbed(column, cell)))
  })

/** A name was taken out of it, in the row and in its images each by whom it was about then. */
const isScrubbed = (column: string, cell: Cell): boolean =>
  column === 'successor' ||
  column === 'company_key' ||
  (typeof cell === 'string' && cell.includes(forgottenMark))

/** What the bot itself keeps in rows of a table, past every act. */
const keptPast: Readonly<Partial<Record<JournalledTable, ReadonlySet<string>>>> = {
  nudges: new Set(['moot']),
  places: new Set(['zone', 'zone_untold', 'postable']),
  minded: new Set(['told_at']),
}
export const isKeptPast = (table: JournalledTable, column: string): boolean =>
  keptPast[table]?.has(column) ?? false

/** Tables whose rows come and go past every act: planned and withdrawn, heard of and moved, told. */
export const comesPast = (table: string): boolean => ['nudges', 'places', 'minded'].includes(table)
