import type { Act, ActKind } from '../domain/act.js'
import type { Audience, Everything, Home } from '../domain/audience.js'
import type { Commitment } from '../domain/commitment.js'
import type { Interaction } from '../domain/interaction.js'
import type { KeyDate } from '../domain/key-date.js'
import type { Instant } from '../domain/local-time.js'
import type { News } from '../domain/news.js'
import type { Note } from '../domain/note.js'
import type { OpenQuestion } from '../domain/open-question.js'
import type { Person } from '../domain/person.js'
import type { Persona, PersonaClaim, Trial } from '../domain/persona.js'
import type { Role } from '../domain/role.js'
import type { RoleQuestion } from '../domain/role-change/role-question.js'
import type { Sighting } from '../domain/role-change/sighting.js'
import type { Tie } from '../domain/tie.js'
import type { Outcome } from './outcome.js'
import type { Acquaintances } from './ports/acquaintances.js'
import type { Companies } from './ports/companies.js'
import type { Copies } from './ports/copies.js'
import type { Interactions, Mark, Marks, NewsStore, Notes, Roles } from './ports/entries.js'
import type { Forgetting, Told, Tombstones } from './ports/forgetting.js'
import type { Imports, KeepingImports } from './ports/imports.js'
import type { Journal, ReversingJournal } from './ports/journal.js'
import type { Commitments, KeyDates, OpenQuestions, Ties } from './ports/knowledge.js'
import type { ActingMerges, Merges } from './ports/merges.js'
import type { ActingMinding, KeepingMinding, Minding } from './ports/minding.js'
import type { AnsweringNudges, Nudges } from './ports/nudges.js'
import type { People } from './ports/people.js'
import type { KeepingClaims, KeepingTrials, PersonaClaims, Personas, Trials } from './ports/personas.js'
import type { ActingPlaces, Desk, KeepingDesk, KeepingPlaces, Notices, Places } from './ports/places.js'
import type { Posts } from './ports/posts.js'
import type { ActingQuotes, Quotes } from './ports/quotes.js'
import type { RoleQuestions, Sightings } from './ports/role-changes.js'
import type { Search } from './ports/search.js'
import type { KeepingSources, Sources } from './ports/sources.js'
import type { Troubles } from './ports/troubles.js'
import type { Lately, Weeks } from './ports/week.js'

export type {
  AtCompany,
  Companies,
  CompanyName,
  CompanyTally,
  Everybody,
  Whereabouts,
} from './ports/companies.js'
export type { Interactions, Mark, Marks, NewsStore, Notes, Roles } from './ports/entries.js'
export type { Added, Fate, Imports, KeepingImports, Settled, StagedRow } from './ports/imports.js'
export type { Journal, Reversal, ReversingJournal } from './ports/journal.js'
export type { Page } from './ports/knowledge.js'
export type { Because, CameSince, Merged } from './ports/merges.js'
export type { AnsweringNudges, ContactSince, Nudges, Unanswered } from './ports/nudges.js'
export type {
  AheadQuery,
  CalledBy,
  DaysAhead,
  Named,
  People,
  PersonName,
  SeenStanding,
  Standing,
} from './ports/people.js'
export {
  type ActingPlaces,
  type KeepingDesk,
  type KeepingPlaces,
  type Notices,
  newPlace,
  type PlaceSettings,
} from './ports/places.js'
export type { Found, Search } from './ports/search.js'
export { type ChannelFacts, type Directory, SlackUnavailable, type SlackUser } from './ports/slack.js'

export type Clock = () => Instant
/** Sortable: an id made later is greater. */
export type NewId = () => string

/** Every store is bound to one workspace and to those who will read the answer. */
export type Scope = { readonly workspaceId: string; readonly audience: Audience | Everything }

/**
 * The only way to the stores. One call is one transaction: all of it happens, or nothing. No network call may be
 * made inside `work`. A busy database is waited for without holding up the process; when it stays busy, or the
 * disk is full, the call rejects with `StoreUnavailable`.
 */
export interface UnitOfWork {
  /** Reads alone. */
  read<T>(scope: Scope, work: (stores: Stores) => Promise<T>): Promise<T>
  /**
   * One act of a teammate. All that is written is journalled under it. When `work` answers a refusal, nothing is
   * kept. A `cause` that was carried out before answers `repeated` and does nothing.
   */
  act<T>(
    scope: Scope,
    draft: ActDraft,
    work: (stores: ActingStores, act: Act) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>>
  /** The bot's own bookkeeping: posts, drafts, places. Not journalled, cannot be undone. */
  keep<T>(scope: Scope, work: (stores: KeepingStores) => Promise<T>): Promise<T>
}

/**
 * `cause` names the Slack delivery that led to the act (an event id, a trigger id), which may arrive twice. `partOf`
 * names the act that this one goes on from in the same press: see `partOf`.
 */
export type ActDraft = {
  readonly kind: ActKind
  readonly by: string
  readonly at: Instant
  readonly place: Home
  readonly personId: string | null
  readonly cause: string | null
  readonly partOf?: string | null
}

export type Stores = {
  readonly people: People
  readonly roles: Roles
  readonly notes: Notes
  readonly interactions: Interactions
  readonly news: NewsStore
  readonly commitments: Commitments
  readonly keyDates: KeyDates
  readonly openQuestions: OpenQuestions
  readonly ties: Ties
  readonly sightings: Sightings
  readonly roleQuestions: RoleQuestions
  readonly companies: Companies
  readonly acquaintances: Acquaintances
  readonly nudges: Nudges
  readonly search: Search
  readonly journal: Journal
  readonly places: Places
  readonly desk: Desk
  readonly marks: Marks
  readonly personas: Personas
  readonly personaClaims: PersonaClaims
  readonly trials: Trials
  readonly merges: Merges
  readonly tombstones: Tombstones
  readonly imports: Imports
  readonly sources: Sources
  readonly minding: Minding
  readonly quotes: Quotes
  readonly lately: Lately
}

export type ActingStores = Stores & {
  readonly people: Writing<Person>
  readonly roles: Writing<Role>
  readonly notes: Writing<Note>
  readonly interactions: Writing<Interaction>
  readonly news: Writing<News>
  readonly commitments: Writing<Commitment>
  readonly keyDates: Writing<KeyDate>
  readonly openQuestions: Writing<OpenQuestion>
  readonly ties: Writing<Tie>
  readonly sightings: Writing<Sighting>
  readonly roleQuestions: Writing<RoleQuestion>
  readonly marks: Writing<Mark>
  readonly personas: Writing<Persona>
  readonly personaClaims: Writing<PersonaClaim> & KeepingClaims
  readonly trials: Writing<Trial> & KeepingTrials
  readonly merges: ActingMerges
  readonly quotes: ActingQuotes
  readonly nudges: AnsweringNudges
  readonly journal: ReversingJournal
  readonly places: ActingPlaces
  readonly minding: ActingMinding
  readonly notices: Notices
  readonly desk: KeepingDesk
  readonly imports: KeepingImports
  readonly forgetting: Forgetting
}

export type KeepingStores = Stores & {
  readonly places: KeepingPlaces
  readonly desk: KeepingDesk
  readonly imports: KeepingImports
  readonly sources: KeepingSources
  readonly notices: Notices
  readonly troubles: Troubles
  readonly weeks: Weeks
  readonly copies: Copies
  readonly minding: KeepingMinding
  readonly posts: Posts
  readonly told: Told
  readonly forgetting: Forgetting
}

/** Journalled writing of one kind of row. `change` takes the fields that differ. */
export interface Writing<T extends { readonly id: string }> {
  /** New rows, all together. */
  add(...rows: readonly T[]): Promise<void>
  change(id: string, patch: Partial<Omit<T, 'id'>>): Promise<void>
  remove(id: string): Promise<void>
}

/** Thrown by the unit of work. The text that a user typed is still in the caller's hands. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  readonly trouble: 'busy' | 'full' | 'read-only' | 'corrupt' | 'gone'
  constructor(cause: StoreUnavailable['trouble'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.trouble = cause
  }
}
