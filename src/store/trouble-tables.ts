/** The rows of the bot's watch over itself. */

export type PlaceTroubleRow = {
  workspace_id: string
  place: string
  kind: 'silent' | 'refused'
  why: string
  since_at: string
  last_at: string
  told_at: string | null
}

export type PulseRow = { workspace_id: string; beat_at: string; well_at: string }
