import type { Home } from '../../domain/audience.js'
import type { Instant, LocalDate, Zone } from '../../domain/local-time.js'
import type { Verdict } from '../../domain/role-change/decide.js'
import type { Successor } from '../../domain/role-change/role-question.js'

export type { Verdict } from '../../domain/role-change/decide.js'

/** What a source says of somebody's role. */
export type Hearing = {
  readonly personId: string
  /** Where what is recorded lives: the importer's place, or the person's home. */
  readonly home: Home
  /** Whose act it is: a teammate's id, or `source:hubspot`. */
  readonly by: string
  readonly at: Instant
  /** Of whoever brought it, for a home in which nothing was typed yet. */
  readonly zoneGiven?: Zone | null
  readonly today: LocalDate
  /** See `Sighting`. */
  readonly source: string
  readonly key: string
  /** Null where it is not said; an empty text is not "left". */
  readonly title: string | null
  readonly company: string | null
  /** Explicit words that they left `company` (or, where that is null, what they do). */
  readonly left?: boolean
  /** Who is in their place now, as an auto-reply names them. */
  readonly successor?: Successor
  readonly observedAt: Instant
  /** The words themselves, where there are some: a signature, an auto-reply, a profile's title. */
  readonly words: string | null
  /**
   * What it is compared with. `source`: what the source said before, and its first word is a silent baseline (files).
   * `known`: where the source never spoke, the roles that are known (live signals).
   */
  readonly baseline: 'source' | 'known'
  /** `ask`: a teammate decides whether it is so. */
  readonly sure: 'certain' | 'ask'
}

/** What was done about it, in the act that heard it. */
export type Heard = {
  readonly verdict: Verdict
  /** The news that the team will be told of; null where nothing was recorded. */
  readonly newsId: string | null
  /** The question that the team will be asked; null where nothing is. */
  readonly questionId: string | null
}
