import type { AboutPerson } from './row.js'

/** The rows of what sources say of roles. */

export type SightingRow = AboutPerson & {
  written_at: string
  source: string
  source_key: string
  title: string
  company: string
  observed_at: string
}

export type RoleQuestionRow = AboutPerson & {
  written_at: string
  source: string
  observed_at: string
  words: string | null
  change: string
  why: 'certain' | 'unsure' | 'contradicts'
  successor: string | null
  answered_as: string | null
  answered_by: string | null
  answered_at: string | null
  recorded: string | null
  /** The news among what was recorded. */
  news_id: string | null
}
