import type { LocalDate } from '../../domain/local-time.js'
import type { TieKind } from '../../domain/tie.js'

/** What is wrong. */
export type Why =
  /** `add`: no name. The mention and addresses that were there come along, so that the mention's profile can help. */
  | { readonly reason: 'no-name'; readonly slackUserId: string | null; readonly addresses: readonly string[] }
  /** `add` with two mentions: one person is one Slack user. */
  | { readonly reason: 'many-mentions' }
  /** `add someone` or `role WHO` with nothing behind it. */
  | { readonly reason: 'no-role' }
  /** `what` is longer than `limit` signs. */
  | {
      readonly reason: 'too-long'
      readonly what: 'name' | 'title' | 'company' | 'text'
      readonly limit: number
    }
  | { readonly reason: 'no-text' }
  /** A day still to come where a past one is needed, and the other way round. */
  | { readonly reason: 'future-date'; readonly on: LocalDate }
  | { readonly reason: 'past-date'; readonly on: LocalDate }
  /** `typed` is shaped like a day, and there is none such. */
  | { readonly reason: 'impossible-date'; readonly typed: string }
  /**
   * A command that needs a day, without one that can be told from the text. `ended`: what was typed, with the day in
   * front and a `:` behind it, if there was one at all.
   */
  | { readonly reason: 'no-date'; readonly ended: string | null }
  /** `typed` names a month or a year where a day is needed. */
  | { readonly reason: 'no-day'; readonly typed: string }
  /**
   * `12/3`: both readings. `tails[i]` is the whole tail rewritten with `options[i]`: give it to `readDetails`
   * once one is picked.
   */
  | {
      readonly reason: 'ambiguous-date'
      readonly typed: string
      readonly options: readonly [LocalDate, LocalDate]
      readonly tails: readonly [string, string]
    }
  /** `left WHO for COMPANY`: where somebody went is a new role. */
  | { readonly reason: 'left-for'; readonly company: string }
  | { readonly reason: 'no-rhythm' }
  | { readonly reason: 'unclear-rhythm' }
  | { readonly reason: 'rhythm-too-long' }
  /** `tie` with no relation that is known. `turned`: what was said is known from the other end, from `who`. */
  | {
      readonly reason: 'no-tie'
      readonly turned: { readonly relation: TieKind; readonly who: string } | null
    }
  /** `tie` with a relation, and nobody behind it. */
  | { readonly reason: 'no-other'; readonly relation: TieKind }
  /** `merge` with nobody behind the first. */
  | { readonly reason: 'no-second' }
  | { readonly reason: 'no-channel' }
  | { readonly reason: 'no-teammate' }

/** Why a command cannot be carried out. `text` is what was typed behind WHO, as plain text: show it again. */
export type Refusal = { readonly kind: 'refusal'; readonly text: string } & Why
