import type { SeenStanding, Standing } from '../app/ports.js'
import { oneRhythmAfter, quietDueOn } from '../domain/cadence.js'
import { personCodec } from './codec.js'
import type { PersonRow } from './tables.js'

export const standingOf = (row: PersonRow): Standing => ({
  person: personCodec.decode(row),
  lastContactOn: row.last_contact_on,
  dueOn: row.due_on,
})

/** A row of `Bound.standings`. */
type StandingRow = PersonRow & { readonly last_seen_on: string | null }

export const seenStandingOf = (row: StandingRow): SeenStanding => {
  const standing = standingOf(row)
  const { rhythm, introducedOn, firstDueOn, letBeOn, laterUntil } = standing.person
  const { last_seen_on: lastSeenOn } = row
  // Whoever was spoken to has no day for a first contact, perhaps, and was not as far as the asker knows.
  const facts = {
    rhythm,
    firstDueOn: firstDueOn ?? oneRhythmAfter(introducedOn, rhythm),
    letBeOn,
    laterUntil,
  }
  const comesUpOn =
    lastSeenOn === row.last_contact_on ? row.due_on : quietDueOn({ ...facts, lastContactOn: lastSeenOn })
  return { ...standing, lastSeenOn, comesUpOn }
}
