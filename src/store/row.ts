/** What rows have in common. Flags are 0 or 1, lists and unions are JSON text, instants and days are text. */

export type Flag = 0 | 1

export type Owned = { workspace_id: string; id: string }
/** Introduced or typed somewhere, by somebody, in an act of the journal. */
export type Placed = { home: string; written_by: string; act_seq: number }
export type AboutPerson = Owned & Placed & { person_id: string }
