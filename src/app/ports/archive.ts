import type { Commitment } from '../../domain/commitment.js'
import type { Interaction } from '../../domain/interaction.js'
import type { KeyDate } from '../../domain/key-date.js'
import type { Instant } from '../../domain/local-time.js'
import type { News } from '../../domain/news.js'
import type { Note } from '../../domain/note.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import type { Person } from '../../domain/person.js'
import type { Persona, PersonaClaim, Trial } from '../../domain/persona.js'
import type { Role } from '../../domain/role.js'
import type { RoleQuestion } from '../../domain/role-change/role-question.js'
import type { Sighting } from '../../domain/role-change/sighting.js'
import type { Tie } from '../../domain/tie.js'
import type { Mark } from './entries.js'
import type { PlaceSettings } from './places.js'

/** Everything that is known, by kind. What follows of it (names to call by, search, due days) is not in an archive. */
export type Kept = {
  readonly place: PlaceSettings
  /** A live source that spoke, or was switched. */
  readonly source: { readonly source: string; readonly isOff: boolean; readonly lastSpokeAt: Instant | null }
  /** A key that hashes are made with. */
  readonly secret: { readonly name: string; readonly value: string }
  /** By which an import knows somebody who was forgotten; it does not say who that was. */
  readonly forgotten: { readonly hash: string }
  readonly person: Person
  readonly role: Role
  readonly interaction: Interaction
  readonly note: Note
  readonly news: News
  readonly commitment: Commitment
  readonly date: KeyDate
  readonly question: OpenQuestion
  readonly tie: Tie
  readonly mark: Mark
  /** What a source said last: with it the next import is compared. */
  readonly sighting: Sighting
  /** A change of role that a source claims, asked about or recorded. */
  readonly claim: RoleQuestion
  readonly sketch: Persona
  readonly 'sketch-claim': PersonaClaim
  /** A claim that was held against somebody. */
  readonly trial: Trial
}
export type KeptKind = keyof Kept

/** One thing; `order` is its place in the journal, by which news are settled: 0 for what has none. */
export type KeptRow = {
  readonly [K in KeptKind]: { readonly kind: K; readonly order: number; readonly it: Kept[K] }
}[KeptKind]

/** By which the rows of one kind are ordered, and told apart. */
export const idOf = (row: KeptRow): string => {
  if (row.kind === 'place') return row.it.home
  if (row.kind === 'source') return row.it.source
  if (row.kind === 'secret') return row.it.name
  return row.kind === 'forgotten' ? row.it.hash : row.it.id
}

/** What an address book knows of somebody: the roles are all of them, the dates those to remember. */
export type AddressCard = {
  readonly person: Person
  readonly roles: readonly Role[]
  readonly dates: readonly KeyDate[]
}

/** All workspaces of a database at once, for whoever runs it: bound to nobody. */
export interface Archive {
  /** All as it is at one moment. `work` may be begun anew when the database was busy. */
  read<T>(work: (kept: ReadingArchive) => Promise<T>): Promise<T>
  /**
   * Into these workspaces. All of it is written, or, when `work` rejects, nothing. `work` may be begun anew when the
   * database was busy.
   */
  write<T>(workspaceIds: readonly string[], work: (kept: WritingArchive) => Promise<T>): Promise<T>
}
export interface ReadingArchive {
  workspaces(): Promise<readonly string[]>
  /** In the order of their ids; see `idOf`. */
  rows(workspaceId: string, kind: KeptKind): AsyncIterable<KeptRow>
  /** By id. */
  cards(workspaceId: string): AsyncIterable<AddressCard>
}
export interface WritingArchive {
  /** Whether nobody ever typed anything in any workspace. */
  isEmpty(): Promise<boolean>
  add(workspaceId: string, rows: readonly KeptRow[]): Promise<void>
  /** After the last row of a workspace: the journal goes on behind the greatest `order` of all. */
  settle(workspaceId: string, at: Instant): Promise<void>
}
