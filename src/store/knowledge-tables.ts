import type { AboutPerson, Flag } from './row.js'

/** The rows of what makes a person whole. */

export type CommitmentRow = AboutPerson & {
  written_at: string
  happened_on: string
  kind: 'promise' | 'step'
  text: string
  due_on: string | null
  closed_as: 'kept' | 'broken' | null
  closed_on: string | null
  closed_by: string | null
}

export type KeyDateRow = AboutPerson & {
  written_at: string
  happened_on: string
  kind: 'date' | 'trigger'
  text: string
  month_day: string
  year: number | null
  yearly: Flag
}

export type OpenQuestionRow = AboutPerson & {
  written_at: string
  happened_on: string
  text: string
  answered_on: string | null
  answered_by: string | null
  answer_note_id: string | null
}

export type TieRow = AboutPerson & { written_at: string; kind: string; other_id: string }

/** Who was merged into `person_id`; how they were stands in the journal under `act_seq`. */
export type MergeRow = AboutPerson & {
  written_at: string
  merged_id: string
  name_key: string
  taken: string
}
