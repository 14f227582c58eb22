import type { Standing } from '../app/ports.js'
import { personCodec } from './codec.js'
import type { PersonRow } from './tables.js'

export const standingOf = (row: PersonRow): Standing => ({
  person: personCodec.decode(row),
  lastContactOn: row.last_contact_on,
  dueOn: row.due_on,
})
