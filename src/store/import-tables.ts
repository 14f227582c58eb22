import type { Import, RowOutcome } from '../domain/import.js'
import type { Owned } from './row.js'

/** The rows of files that are on their way in. */

export type ImportTableRow = Owned & {
  home: string
  written_by: string
  format: Import['format']
  name: string
  state: Import['state']
  staged_at: string
  begun_at: string | null
  changed_at: string
  rhythm: string
  row_count: number
  reached: number
  first_act_id: string | null
  stayed: number
  /** How many rows ended how, once the rows themselves may go. */
  counts: string | null
  /** Which process carries it out, and until when (real time) unless it says so again. */
  claimed_by: string | null
  claimed_until: string | null
}

/** `contact` is null for what nobody can be made of; `person_id` for what was not carried out. */
export type ImportRowRow = {
  workspace_id: string
  import_id: string
  nth: number
  row_number: number
  contact: string | null
  outcome: RowOutcome
  fate: string
  person_id: string | null
}
