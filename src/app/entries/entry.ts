import type { Interaction } from '../../domain/interaction.js'
import type { Note } from '../../domain/note.js'
import type { Role } from '../../domain/role.js'
import type { Stores } from '../ports.js'

/** One thing known about a person: what *more* lists, edits and removes. */
export type EntryRef = { readonly kind: 'note' | 'interaction' | 'role'; readonly id: string }
export type AnyEntry =
  | { readonly kind: 'note'; readonly entry: Note }
  | { readonly kind: 'interaction'; readonly entry: Interaction }
  | { readonly kind: 'role'; readonly entry: Role }

/** The entry, if it is there and may be seen. */
export const getEntry = async (stores: Stores, { kind, id }: EntryRef): Promise<AnyEntry | null> => {
  if (kind === 'note') {
    const entry = await stores.notes.get(id)
    return entry === null ? null : { kind, entry }
  }
  if (kind === 'interaction') {
    const entry = await stores.interactions.get(id)
    return entry === null ? null : { kind, entry }
  }
  const entry = await stores.roles.get(id)
  return entry === null ? null : { kind, entry }
}
