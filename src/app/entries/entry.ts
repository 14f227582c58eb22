import type { Commitment } from '../../domain/commitment.js'
import type { Interaction } from '../../domain/interaction.js'
import type { KeyDate } from '../../domain/key-date.js'
import type { Note } from '../../domain/note.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import type { Role } from '../../domain/role.js'
import type { Tie } from '../../domain/tie.js'
import type { Stores } from '../ports.js'

/** Everything that can be known about a person, by kind. */
type EntryByKind = {
  readonly note: Note
  readonly interaction: Interaction
  readonly role: Role
  readonly commitment: Commitment
  readonly date: KeyDate
  readonly question: OpenQuestion
  readonly tie: Tie
}
export type EntryKind = keyof EntryByKind

/** One thing known about a person: what *more* lists, edits and removes. */
export type EntryRef = { readonly kind: EntryKind; readonly id: string }
export type AnyEntry = {
  readonly [K in EntryKind]: { readonly kind: K; readonly entry: EntryByKind[K] }
}[EntryKind]

const isKind: { readonly [K in EntryKind]: true } = {
  note: true,
  interaction: true,
  role: true,
  commitment: true,
  date: true,
  question: true,
  tie: true,
}
export const isEntryKind = (text: string): text is EntryKind => Object.hasOwn(isKind, text)

/** An entry of a kind, as one of all kinds. */
export const entryOf = <K extends EntryKind>(kind: K, entry: EntryByKind[K]) => ({ kind, entry })

/** The entry, if it is there and may be seen. */
export const getEntry = async (stores: Stores, { kind, id }: EntryRef): Promise<AnyEntry | null> => {
  const found = <K extends EntryKind>(as: K, entry: EntryByKind[K] | null) =>
    entry === null ? null : entryOf(as, entry)
  switch (kind) {
    case 'note':
      return found(kind, await stores.notes.get(id))
    case 'interaction':
      return found(kind, await stores.interactions.get(id))
    case 'role':
      return found(kind, await stores.roles.get(id))
    case 'commitment':
      return found(kind, await stores.commitments.get(id))
    case 'date':
      return found(kind, await stores.keyDates.get(id))
    case 'question':
      return found(kind, await stores.openQuestions.get(id))
    case 'tie':
      return found(kind, await stores.ties.get(id))
  }
}
