import type { LocalDate } from '../../domain/local-time.js'
import type { Page } from './knowledge.js'

/** A company as the asker knows it: by its key (see `companyKey`), spelled as most of its roles spell it. */
export type CompanyName = { readonly key: string; readonly name: string; readonly people: number }

/**
 * How somebody stands to a company: there, there and never met, or gone; in the order in which they are read. Who was
 * spoken to, as far as the asker knows, was met: who reads elsewhere may not have heard of it.
 */
export const whereabouts = ['there', 'offstage', 'gone'] as const
export type Whereabouts = (typeof whereabouts)[number]

/** Somebody whose role is, or was, at a company. */
export type AtCompany = {
  readonly personId: string
  readonly name: string
  readonly offstage: boolean
  /** Whether anybody was ever in touch with them. */
  readonly spoken: boolean
  /** What they do there, the newest first; of who has left, what they did. Without a title it is empty text. */
  readonly titles: readonly string[]
  /** The day they left, where no role of theirs is there any more. */
  readonly untilOn: LocalDate | null
  readonly whereabouts: Whereabouts
}

export type CompanyTally = {
  readonly counts: Readonly<Record<Whereabouts, number>>
  /** The only one there who was ever spoken to; null when there are none, or more. */
  readonly onlyVoice: string | null
}

/** Some of those there, from a place in the list of all. */
export type Everybody = CompanyTally & {
  /** The company as most of its roles spell it; empty text where the asker sees nobody there. */
  readonly name: string
  readonly people: readonly AtCompany[]
  readonly offset: number
}

/** Companies are the places of roles; what stands here is as far as the asker may know. */
export interface Companies {
  /** The keys that begin like this, in order. */
  keysBeginning(key: string, limit: number): Promise<readonly string[]>
  /** Those whose key begins like this, by key. */
  beginning(key: string, limit: number): Promise<readonly CompanyName[]>
  /** Those with one of these keys, by key. */
  called(keys: readonly string[]): Promise<readonly CompanyName[]>
  /** Those spelled almost like this, or whose first words are; nearest first. */
  near(key: string, limit: number): Promise<readonly CompanyName[]>
  /** Both of what follows, in one look at everybody there; a page behind the last one is the last. */
  everybody(key: string, page: Page): Promise<Everybody>
  /** How many have, or had, a role there. */
  tally(key: string): Promise<CompanyTally>
  /** Those people, by how they stand to it and then by name. */
  people(key: string, page: Page): Promise<readonly AtCompany[]>
  /** Of these people those who have, or had, a role there: their names, by id. */
  namesAt(key: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}
