import type { Home } from '../../domain/audience.js'
import type { Commitment } from '../../domain/commitment.js'
import type { Interaction } from '../../domain/interaction.js'
import type { Instant, LocalDate } from '../../domain/local-time.js'
import type { Asked, Heard } from '../../domain/mirror.js'
import type { Note } from '../../domain/note.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import type { Person } from '../../domain/person.js'
import type { ToldWeek } from '../../domain/week.js'
import type { PlaceSettings } from './places.js'

/** A stretch of the journal: from after one act up to and with another; what happened by a day happened long before it. */
export type Stretch = { readonly after: number; readonly upTo: number; readonly longBefore: LocalDate }

/** What teammates wrote down in a stretch, the newest first. */
export type WrittenDown = {
  readonly contacts: readonly Interaction[]
  /** When each of those whom the contacts are with was last spoken to before the stretch, as far as the asker sees. */
  readonly lastBefore: ReadonlyMap<string, LocalDate>
  readonly heard: readonly Note[]
  readonly kept: readonly Commitment[]
  /** With what was answered, where words of it were written down. */
  readonly answered: readonly { readonly question: OpenQuestion; readonly words: Note | null }[]
  /** Everybody named by these, by id. */
  readonly people: ReadonlyMap<string, Pick<Person, 'name' | 'rhythm' | 'ownerId'>>
}

export type MyConversation = Pick<Interaction, 'personId' | 'at' | 'on' | 'kind' | 'text'>
/** The newest first; `heard` and `questions` are what the same teammate wrote down, or answered. */
export type MyConversations = {
  readonly contacts: readonly MyConversation[]
  readonly heard: readonly Heard[]
  readonly questions: readonly Asked[]
}

/** What happened lately in a place, or with people who live there. */
export interface Lately {
  /** Of each kind as many as `limit`. */
  writtenDown(place: Home, stretch: Stretch, limit: number): Promise<WrittenDown>
  /** The last conversations that a teammate wrote down, with what was asked and heard on their days, for a mirror. */
  conversationsOf(userId: string): Promise<MyConversations>
  /** The ids of those who live there and whom nobody has met yet, whoever was introduced last first. */
  offstageIn(place: Home, limit: number): Promise<readonly string[]>
}

/** Which weeks were told in which place. */
export interface Weeks {
  /** The channels that hear of their week and where the bot spoke when it last looked, with what was told since a day. */
  hearing(
    from: LocalDate,
  ): Promise<readonly { readonly place: PlaceSettings; readonly told: readonly ToldWeek[] }[]>
  /** The number of the last act that was written down by then; 0 when there is none. */
  lengthAt(instant: Instant): Promise<number>
  /** This week is told, or has nothing to tell: false when it was before, by whichever process. */
  tell(place: Home, week: ToldWeek): Promise<boolean>
}
