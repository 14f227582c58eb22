import type { LocalDate } from '../local-time.js'
import type { News } from '../news.js'
import type { Nudge, Reason } from '../nudge.js'
import type { Person } from '../person.js'

/** All that is known when it is decided whether to bring somebody up; counted over everything, whoever may read it. */
export type PersonFacts = {
  readonly person: Person
  readonly lastContactOn: LocalDate | null
  readonly dueOn: LocalDate | null
  /** Changes of role that no contact has settled since. */
  readonly news: readonly News[]
  /** Earlier nudges about this person, newest first. */
  readonly nudges: readonly Nudge[]
}

/** Why somebody might be brought up on a day; `on` is the day in the place that would read it. */
export type Detector = (facts: PersonFacts, on: LocalDate) => readonly Reason[]
