import type { ActKind } from '../domain/act.js'
import type { Home } from '../domain/audience.js'
import type { Closing, CommitmentKind } from '../domain/commitment.js'
import type { KeyDate } from '../domain/key-date.js'
import type { LocalDate } from '../domain/local-time.js'
import type { TieKind } from '../domain/tie.js'
import type { SlackUser } from './ports/slack.js'

/** What a use case answers: a value, or the reason why nothing was changed. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Rejection }

/** Every expected refusal. Each is put into words in one place, `slack/views/rejection-words.ts`. */
export type Rejection =
  | { readonly reason: 'person-gone' }
  | { readonly reason: 'entry-gone' }
  | { readonly reason: 'not-yours'; readonly name: string }
  | { readonly reason: 'nothing-held'; readonly name: string }
  | { readonly reason: 'role-known'; readonly name: string; readonly role: string }
  /** A name or an address has no home of its own: it would be told to all who know the person. */
  | { readonly reason: 'known-wider'; readonly name: string; readonly home: Home }
  | { readonly reason: 'cannot-see-person'; readonly name: string; readonly userId: string }
  | {
      readonly reason: 'not-a-teammate'
      readonly name: string
      readonly userId: string
      readonly standing: Exclude<SlackUser['standing'], 'member'>
    }
  | {
      readonly reason: 'cannot-live-there'
      readonly name: string
      readonly home: Home
      readonly because: 'shared' | 'hidden' | 'archived' | 'not-a-member'
    }
  /** Whoever looks after them would not see them in their new home. */
  | {
      readonly reason: 'owner-not-there'
      readonly name: string
      readonly home: Home
      readonly ownerId: string
    }
  | {
      readonly reason: 'cannot-set'
      readonly home: Home
      readonly because: 'shared' | 'hidden' | 'archived' | 'not-a-member' | 'not-yours'
    }
  /** Somebody else has set the same things while the form was open. */
  | { readonly reason: 'set-meanwhile' }
  | { readonly reason: 'nothing-to-undo' }
  /** By another press in the same moment. */
  | { readonly reason: 'undone-already' }
  /** `name`: of the one person that it was about; null when it was about none, or several. */
  | { readonly reason: 'too-late-to-undo'; readonly name: string | null }
  | {
      readonly reason: 'built-on'
      readonly kind: ActKind
      readonly by: string | null
      readonly name: string | null
    }
  /** The act was that somebody is forgotten. */
  | { readonly reason: 'forgotten-for-good' }
  /** The channel has another id since, under which it was set already. */
  | { readonly reason: 'set-anew' }
  | { readonly reason: 'name-too-long'; readonly longest: number }
  | { readonly reason: 'name-empty' }
  | { readonly reason: 'preference-too-long'; readonly name: string; readonly longest: number }
  /** A promise, step or date on a day that is over. */
  | {
      readonly reason: 'day-passed'
      readonly what: CommitmentKind | KeyDate['kind']
      readonly name: string
      readonly on: LocalDate
    }
  /** The same was typed before, and is known to all who read here. */
  | {
      readonly reason: 'known-already'
      readonly what: CommitmentKind | KeyDate['kind'] | 'question' | 'situation'
      readonly name: string
    }
  | { readonly reason: 'nothing-open'; readonly what: 'commitment' | 'question'; readonly name: string }
  | {
      readonly reason: 'closed-already'
      readonly what: CommitmentKind
      readonly name: string
      readonly as: Closing['as']
      /** Null: the asker. */
      readonly by: string | null
    }
  | { readonly reason: 'tie-to-self'; readonly name: string }
  | { readonly reason: 'tie-known'; readonly name: string; readonly kind: TieKind; readonly other: string }
  /** Who would report to whom, from the first back to the first. */
  | { readonly reason: 'tie-circle'; readonly names: readonly string[] }
  | { readonly reason: 'merge-with-self'; readonly name: string }
  /** One person is one Slack user. */
  | {
      readonly reason: 'two-slack-users'
      readonly name: string
      readonly other: string
      readonly userIds: readonly [string, string]
    }
  | { readonly reason: 'not-merged'; readonly name: string }
  /** Taken apart already, or not for the asker to see. */
  | { readonly reason: 'merge-gone' }
  | { readonly reason: 'text-too-long'; readonly longest: number }
  /** Over, expired, or not the asker's. */
  | { readonly reason: 'import-gone' }
  /** An earlier one of the asker's is running, or being taken back. */
  | { readonly reason: 'import-under-way' }
  /** Nobody is in the file. */
  | { readonly reason: 'import-empty' }
  /** The row was decided already. */
  | { readonly reason: 'row-decided' }
  | { readonly reason: 'changed-meanwhile'; readonly name: string }
  | { readonly reason: 'answered-already'; readonly name: string; readonly by: string | null }
  /** The reaction was taken off before anybody said whom it was about. */
  | { readonly reason: 'reaction-off' }
  | { readonly reason: 'sketch-gone' }
  | { readonly reason: 'claim-gone' }
  /** It reads otherwise than when its button was shown. */
  | { readonly reason: 'claim-reworded' }
  | { readonly reason: 'sketch-known'; readonly name: string }
  /** More people read the sketch than read where something is added to it. */
  | { readonly reason: 'sketch-read-wider'; readonly name: string; readonly home: Home }
  | { readonly reason: 'claim-known'; readonly text: string }
  | { readonly reason: 'too-many-claims'; readonly name: string; readonly most: number }
  /** `somebody`: whose name, or a part of it, stands in what was to be kept. */
  | { readonly reason: 'names-somebody'; readonly somebody: string }
  /** Words that another teammate wrote down, or that nobody said. */
  | { readonly reason: 'not-yours-to-quote'; readonly name: string }
  /** Without names nothing is left of it. */
  | { readonly reason: 'quote-empty'; readonly name: string }
  /** All of it was so already; nothing is in the journal, so nothing can be taken back. */
  | { readonly reason: 'nothing-changed' }
  /** The same Slack delivery was carried out before. */
  | { readonly reason: 'repeated' }

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const rejected = (why: Rejection): { readonly ok: false; readonly why: Rejection } => ({
  ok: false,
  why,
})
