import type { Act, ActKind } from '../domain/act.js'
import type { Audience, Everything, Home } from '../domain/audience.js'
import type { Commitment, CommitmentKind } from '../domain/commitment.js'
import type { Interaction } from '../domain/interaction.js'
import type { KeyDate } from '../domain/key-date.js'
import type { Instant, LocalDate } from '../domain/local-time.js'
import type { News } from '../domain/news.js'
import type { Facet, Note, NoteKind } from '../domain/note.js'
import type { OpenQuestion } from '../domain/open-question.js'
import type { Person } from '../domain/person.js'
import type { FacetCounts } from '../domain/question.js'
import type { Role } from '../domain/role.js'
import type { Jotting } from '../domain/same-words.js'
import type { Tie } from '../domain/tie.js'
import type { Companies } from './company-ports.js'
import type { Commitments, KeyDates, OpenQuestions, Page, Ties } from './knowledge-ports.js'
import type { AnsweringNudges, ContactSince, Nudges } from './nudge-ports.js'
import type { Outcome } from './outcome.js'
import type { People, PersonName } from './people-ports.js'
import type { ActingPlaces, Desk, KeepingDesk, KeepingPlaces, Notices, Places } from './place-ports.js'
import type { Posts } from './post-ports.js'

export type { AtCompany, Companies, CompanyName } from './company-ports.js'
export type { Page } from './knowledge-ports.js'
export type { AnsweringNudges, ContactSince, Nudges, Unanswered } from './nudge-ports.js'
export type { CalledBy, People, PersonName, Standing } from './people-ports.js'
export {
  type ActingPlaces,
  type KeepingDesk,
  type KeepingPlaces,
  type Notices,
  newPlace,
  type PlaceSettings,
} from './place-ports.js'
export { type ChannelFacts, type Directory, SlackUnavailable, type SlackUser } from './slack-ports.js'

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
  readonly companies: Companies
  readonly nudges: Nudges
  readonly search: Search
  readonly journal: Journal
  readonly places: Places
  readonly desk: Desk
  readonly marks: Marks
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
  readonly marks: Writing<Mark>
  readonly nudges: AnsweringNudges
  readonly journal: ReversingJournal
  readonly places: ActingPlaces
  readonly notices: Notices
  readonly desk: KeepingDesk
}

export type KeepingStores = Stores & {
  readonly places: KeepingPlaces
  readonly desk: KeepingDesk
  readonly posts: Posts
}

/** Journalled writing of one kind of row. `change` takes the fields that differ. */
export interface Writing<T extends { readonly id: string }> {
  add(row: T): Promise<void>
  change(id: string, patch: Partial<Omit<T, 'id'>>): Promise<void>
  remove(id: string): Promise<void>
}

/** A role ended by news that only some may see (`News.endsRoleId`) is past for them, and held for everybody else. */
export interface Roles {
  get(id: string): Promise<Role | null>
  of(personId: string): Promise<readonly Role[]>
  /** The same as they are for all who may see them, whatever the asker heard of an end in a narrower place. */
  written(personId: string): Promise<readonly Role[]>
}

export interface Notes {
  get(id: string): Promise<Note | null>
  /** Newest first. */
  of(personId: string, page: Page & { readonly kind?: Note['kind'] }): Promise<readonly Note[]>
  /** The notes that came with an interaction. */
  with(interactionId: string): Promise<readonly Note[]>
  countOf(personId: string): Promise<number>
  /** How many notes there are on each facet. */
  facetsOf(personId: string): Promise<FacetCounts>
  /** The newest note about what is going on for each of these people, where there is one. */
  situationsOf(personIds: readonly string[]): Promise<ReadonlyMap<string, Note>>
  /** Whether a teammate ever wrote a note on one of these. */
  hasFacet(userId: string, facets: readonly Facet[]): Promise<boolean>
}

export interface Interactions {
  get(id: string): Promise<Interaction | null>
  /** Latest day first. */
  of(personId: string, page: Page): Promise<readonly Interaction[]>
  countOf(personId: string): Promise<number>
  /** Those of a span of days, both ends included; latest day first. */
  between(personId: string, from: LocalDate, to: LocalDate, limit: number): Promise<readonly Interaction[]>
  /** How many contacts there were on each day since one, that day included; days without any are left out. */
  daysOf(personId: string, from: LocalDate): Promise<ReadonlyMap<LocalDate, number>>
  /** Contacts journalled after a point, whoever may see them: a private contact silences, and says nothing. */
  since(personId: string, seq: number): Promise<readonly ContactSince[]>
}

export interface NewsStore {
  get(id: string): Promise<News | null>
  of(personId: string): Promise<readonly News[]>
  /** What is new and not yet settled by a contact, newest first. */
  recent(limit: number): Promise<readonly News[]>
}

/** A reaction that logged something: one teammate, one emoji, one message, one person. */
export type Mark = {
  readonly id: string
  readonly channelId: string
  readonly messageTs: string
  readonly userId: string
  readonly emoji: string
  readonly personId: string
  readonly home: Home
  readonly by: string
  readonly entry: { readonly kind: 'interaction' | 'note'; readonly id: string }
}
export interface Marks {
  /** Everything logged from a message, oldest first. */
  on(channelId: string, messageTs: string): Promise<readonly Mark[]>
}

export interface Search {
  /** Every entry with words of its own that has all the words, each whole or a beginning; newest first. */
  entries(words: readonly string[], page: Page): Promise<readonly Found[]>
  /** People whose name, address or role has all the words; best match first. */
  people(words: readonly string[], page: Page): Promise<readonly PersonName[]>
}
export type Found = {
  readonly kind: NoteKind | 'interaction' | 'role' | CommitmentKind | KeyDate['kind'] | 'question'
  readonly id: string
  readonly person: PersonName
  readonly on: LocalDate
  readonly by: string
  readonly text: string
}

export interface Journal {
  get(actId: string): Promise<Act | null>
  /** The last act of a teammate that is neither taken back nor itself a taking back. */
  lastBy(userId: string): Promise<Act | null>
  /** The acts that were done in one go with this one and still stand, itself among them; the newest first. */
  together(act: Act): Promise<readonly Act[]>
  /** What a teammate typed about people since an instant, the last of it at the end. */
  jottings(userId: string, since: Instant): Promise<readonly Jotting[]>
  /** Whether this teammate has ever done anything here. */
  knows(userId: string): Promise<boolean>
  /** The number of the newest act; 0 when there is none. */
  length(): Promise<number>
}
export interface ReversingJournal extends Journal {
  /**
   * Takes an act back inside the present one: every row that it changed is as it was before. Refused, changing
   * nothing, when somebody else's later act changed the same fields or added to what it introduced.
   */
  reverse(actId: string): Promise<Reversal>
  /** Whether the present act has changed anything so far. */
  changedAnything(): boolean
  /** The people whom the present act has changed something about so far. */
  touched(): readonly string[]
}
export type Reversal =
  | { readonly kind: 'reversed'; readonly personIds: readonly string[] }
  /** `by` is null when the asker may not see what stands on it. */
  | { readonly kind: 'built-on'; readonly act: Act; readonly by: string | null }

/** Thrown by the unit of work. The text that a user typed is still in the caller's hands. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  readonly trouble: 'busy' | 'full' | 'read-only' | 'corrupt' | 'gone'
  constructor(cause: StoreUnavailable['trouble'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.trouble = cause
  }
}
