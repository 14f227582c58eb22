import type { AboutPerson, Flag, Owned, Placed } from './row.js'

export type PersonaRow = Owned & Placed & { written_at: string; name: string; quiet: Flag }

export type PersonaClaimRow = Owned &
  Placed & { written_at: string; persona_id: string; text: string; wording: string; told: string | null }

export type PersonaTrialRow = AboutPerson & {
  written_at: string
  happened_on: string
  claim_id: string
  wording: string
  holds: Flag
  note_id: string | null
}
