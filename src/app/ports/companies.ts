import type { LocalDate } from '../../domain/local-time.js'

/** A company as the asker knows it: by its key (see `companyKey`), spelled as most of its roles spell it. */
export type CompanyName = { readonly key: string; readonly name: string; readonly people: number }

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
}

/** Companies are the places of roles; what stands here is as far as the asker may know. */
export interface Companies {
  /** Those whose key begins like this, by key. */
  beginning(key: string, limit: number): Promise<readonly CompanyName[]>
  /** Those spelled almost like this, or whose first words are; nearest first. */
  near(key: string, limit: number): Promise<readonly CompanyName[]>
  /** Everybody who has, or had, a role there; by name. */
  people(key: string): Promise<readonly AtCompany[]>
}
