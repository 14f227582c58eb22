import { type RawBuilder, sql } from 'kysely'
import type { Change } from './change.js'
import type { Cells } from './codec.js'
import type { JournalledTable } from './tables.js'

/** The rows that a row hangs on. */
export const hangersOf = (cells: Cells): readonly (readonly [table: JournalledTable, id: string])[] => {
  const entries = cells.entry_kind === 'note' ? 'notes' : 'interactions'
  const named: readonly (readonly [JournalledTable, Cells[string] | undefined])[] = [
    ['people', cells.person_id],
    ['interactions', cells.interaction_id],
    ['roles', cells.role_id],
    [entries, cells.entry_id],
    ['people', cells.other_id],
    ['notes', cells.answer_note_id],
    ['personas', cells.persona_id],
    ['persona_claims', cells.claim_id],
  ]
  return named.flatMap(([table, id]) => (typeof id === 'string' ? [[table, id] as const] : []))
}

/** Whether a later change is about a row that belongs to another: a person's notes, the words of a contact. */
export const hangsOn = (change: Change, row: Change): boolean => {
  if (row.table === 'people' && change.personId === row.id) return true
  return [change.before, change.after].some(
    (cells) => cells !== null && hangingBy.some((column) => cells[column] === row.id),
  )
}

/** The columns by which a row hangs on another, beside the person it is about. */
const hangingBy = [
  'interaction_id',
  'role_id',
  'entry_id',
  'other_id',
  'answer_note_id',
  'persona_id',
  'claim_id',
]

/**
 * The rows that hang on one and stand in the journal under somebody else, or under nobody: the ties to a person, the claims
 * of a sketch, what a claim was tried on.
 */
export const hangingBelow = (workspaceId: string, id: string): RawBuilder<unknown> => sql`(
  select id from ties where workspace_id = ${workspaceId} and other_id = ${id}
  union all select id from persona_claims where workspace_id = ${workspaceId} and persona_id = ${id}
  union all select id from persona_trials where workspace_id = ${workspaceId} and claim_id = ${id})`
