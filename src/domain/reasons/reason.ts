import type { Commitment } from '../commitment.js'
import type { KeyDate } from '../key-date.js'
import type { LocalDate } from '../local-time.js'
import type { News } from '../news.js'
import type { Nudge, Reason } from '../nudge.js'
import type { Person } from '../person.js'
import type { RoleQuestion } from '../role-change/role-question.js'
import type { WorkingTime } from '../working-time.js'

/** All that is known when it is decided whether to bring somebody up; counted over everything, whoever may read it. */
export type PersonFacts = {
  readonly person: Person
  readonly lastContactOn: LocalDate | null
  readonly dueOn: LocalDate | null
  /** Changes of role that no contact has settled since. */
  readonly news: readonly News[]
  /** Changes of role that a source claims, and no teammate has decided about. */
  readonly roleQuestions: readonly RoleQuestion[]
  /** Open promises and steps whose day has passed or is near. */
  readonly commitments: readonly Commitment[]
  /** Days to remember and triggers that are near. */
  readonly dates: readonly KeyDate[]
  /** Earlier nudges about this person, newest first. */
  readonly nudges: readonly Nudge[]
}

/** Why somebody might be brought up on a day; `on` and `time` are of the place that would read it. */
export type Detector = (facts: PersonFacts, on: LocalDate, time: WorkingTime) => readonly Reason[]
