import type { Audience, Home } from '../../domain/audience.js'
import type { Interaction } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { News } from '../../domain/news.js'
import type { Facet, Note } from '../../domain/note.js'
import type { FacetCounts } from '../../domain/question.js'
import type { Role } from '../../domain/role.js'
import type { Page } from './knowledge.js'
import type { ContactSince } from './nudges.js'

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
  /** How many notes there are on each facet. `readers`: as these may know, for what the bot decides over everything. */
  facetsOf(personId: string, readers?: Audience): Promise<FacetCounts>
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
