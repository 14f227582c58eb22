import type { Flag, Owned } from './row.js'

/** A live source: see `domain/live-source.ts`. A row is made when it first speaks or is switched. */
export type SourceRow = { workspace_id: string; source: string; is_off: Flag; last_spoke_at: string | null }

/** What waits of one person of one source; `live` is the source that can be switched. */
export type SourceWordRow = Owned & {
  live: string
  source: string
  word_key: string
  name: string | null
  addresses: string
  title: string | null
  title_at: string | null
  company: string | null
  company_at: string | null
  turn: number
  first_at: string
  last_at: string
  state: 'waiting' | 'held' | 'done'
}

/** What came in once, as a hash, so that a repetition is known. */
export type SourceMarkRow = { workspace_id: string; mark: string; expires_at: string }
