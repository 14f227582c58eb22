import type { Note } from '../domain/note.js'
import { isRoleKind } from '../domain/role-kind.js'
import type { Database } from './tables.js'

/** The columns of a note that say how it may be quoted. */
export const quoteCells = ({ quote }: Note) => ({
  quote: quote?.words ?? null,
  quote_role: quote?.role ?? null,
})

/** What may not be quoted has no quote. */
export const quoteOf = ({ quote: words, quote_role: role }: Database['notes']): Pick<Note, 'quote'> =>
  words === null ? {} : { quote: { words, role: role !== null && isRoleKind(role) ? role : null } }
