import type { Home } from '../../domain/audience.js'
import type { Commitment } from '../../domain/commitment.js'
import type { KeyDate } from '../../domain/key-date.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { NameKeyKind } from '../../domain/names.js'
import type { Person } from '../../domain/person.js'
import type { Page } from './knowledge.js'

/** A person as a choice among several: enough to tell two Franks apart. */
export type PersonName = Named & { readonly role: string }
/** The same before anybody needs to be told from others of the name. */
export type Named = { readonly id: string; readonly name: string }

/** A person together with what the cadence says, counted over every contact, whoever may read of it. */
export type Standing = {
  readonly person: Person
  readonly lastContactOn: LocalDate | null
  readonly dueOn: LocalDate | null
}

/**
 * The same, and what of it the asker may know. `comesUpOn` is the day that follows from the contacts that they see: it is the
 * one to show, since the other tells of a contact that was written down where they do not read.
 */
export type SeenStanding = Standing & {
  readonly lastSeenOn: LocalDate | null
  readonly comesUpOn: LocalDate | null
}

/** Open promises and steps due on or before a day; days to remember and triggers in a stretch shorter than a year. */
export type AheadQuery = { readonly dueBy: LocalDate; readonly from: LocalDate; readonly to: LocalDate }
export type DaysAhead = SeenStanding & {
  readonly commitments: readonly Commitment[]
  /** By the day of the year: those whose time is over may be among them. */
  readonly dates: readonly KeyDate[]
  /** Of these, by id, which a teammate put off until a later day where the asker reads. */
  readonly putOff: ReadonlyMap<string, LocalDate>
}

export interface People {
  get(id: string): Promise<Person | null>
  /** Those who can be called by one of the keys (folded name, lower-case address, or Slack user id). */
  called(keys: readonly string[]): Promise<readonly CalledBy[]>
  /** The same, with at most so many for each key, those first who are called so as a whole. */
  calledFew(keys: readonly string[], each: number): Promise<readonly CalledBy<Named>[]>
  /** Those with a name, or a part of one, that begins like this; best known first. */
  beginning(key: string, limit: number): Promise<readonly Named[]>
  /** Those whose name, or a part of it, is spelled almost like this; nearest first. */
  near(key: string, limit: number): Promise<readonly PersonName[]>
  /** For choices: the names and present roles of these people, in the order given; who cannot be seen is left out. */
  names(ids: readonly string[]): Promise<readonly PersonName[]>
  /** Adds to people whom the asker sees the present role of each. */
  withRoles(people: readonly Named[]): Promise<readonly PersonName[]>
  /** Somebody offstage without a name whose role is at this company (see `companyKey`). */
  unnamedAt(companyKey: string): Promise<readonly PersonName[]>
  standing(id: string): Promise<SeenStanding | null>
  /**
   * Who comes up by their rhythm, soonest first; people with none are left out, and so are those excepted by id. Whoever is
   * not due by `today` because of a contact that the asker does not see is left out too: their day would tell of it.
   */
  comingUp(page: Page, except?: readonly string[], today?: LocalDate): Promise<readonly SeenStanding[]>
  /** Everybody about whom something is written down for one of these days, with that alone. */
  daysAhead(query: AheadQuery): Promise<readonly DaysAhead[]>
  /** Of one owner, those due on or before a day, the longest silent first. */
  dueFor(ownerId: string, on: LocalDate, page: Page): Promise<readonly SeenStanding[]>
  count(): Promise<number>
  /** Whether there is anybody at all. */
  anybody(): Promise<boolean>
  /** Everybody who owns somebody, by id, whoever may see whom they own. */
  owners(): Promise<readonly string[]>
  /** Those whom one teammate owns. */
  ownedBy(ownerId: string, page: Page): Promise<readonly PersonName[]>
  /**
   * Of those introduced here whom nobody has spoken to, how many were given each of these days; all are counted.
   */
  firstContacts(home: Home, from: LocalDate, to: LocalDate): Promise<ReadonlyMap<LocalDate, number>>
  /** The teammate who introduced somebody here first, of those who still live here; whoever may see them. */
  firstIntroducer(home: Home): Promise<string | null>
  /** Who looks after those who live here, and after how many of them; whoever may see them. */
  ownersIn(home: Home): Promise<ReadonlyMap<string, number>>
  /** Whether anybody lives here, whoever may see them. */
  anybodyIn(home: Home): Promise<boolean>
  /** Those who live here and were introduced or spoken to since, as far as the asker sees; the latest first. Unnamed ones are left out. */
  latelyIn(home: Home, since: LocalDate, limit: number): Promise<readonly PersonName[]>
  /** Whether the way they like to be reached, as it stands, was said in a place that the asker may see. */
  preferenceIsSaid(id: string): Promise<boolean>
}
export type CalledBy<P = PersonName> = {
  readonly key: string
  readonly kind: NameKeyKind | 'address' | 'slack'
  readonly person: P
}
