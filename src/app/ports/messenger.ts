import type { Home } from '../../domain/audience.js'
import type { Instant } from '../../domain/local-time.js'
import type { ToldAt } from './forgetting.js'

/** Where Slack keeps a message. */
export type Whereabouts = { readonly channelId: string; readonly ts: string }

/** As a code: it was not even tried, since Slack wants fewer calls; nothing is wrong with the place. */
export const heldBack = 'held_back'

/** Nothing happened, and the same call may do later. Slack may say when. */
type Later = {
  readonly kind: 'temporary'
  readonly code: string
  readonly retryAfterMs: number | null
}
/** Nothing happened, and nothing will until somebody mends what `code` says. */
type Never = { readonly kind: 'permanent'; readonly code: string }
/** No answer came: it may have been posted, and may still arrive. Look before posting again. */
type Uncertain = { readonly kind: 'uncertain'; readonly code: string }

export type PostOutcome = ({ readonly kind: 'sent' } & Whereabouts) | Later | Never | Uncertain
/** `gone`: there is no message there any more that could be put right. */
export type UpdateOutcome = { readonly kind: 'ok' } | { readonly kind: 'gone' } | Later | Never

/**
 * Posts of the bot's own, which carry their id so that they can be found again. `M` is a rendered message: what it
 * looks like is not the concern of use cases. Nothing here throws.
 */
export interface Messenger<M> {
  /**
   * A channel's home is posted to the channel, a teammate's to their DM with the bot. `isAgain`: it was posted before, and
   * nobody knows what came of it.
   */
  post(place: Home, message: M, postId: string, isAgain?: boolean): Promise<PostOutcome>
  /**
   * Looks for a post made at `since` or later, newest first. Null: looked, and it is not there. `unknown`: could not
   * look, or not far enough back.
   */
  find(place: Home, postId: string, since: Instant): Promise<Whereabouts | null | 'unknown'>
  /** The ids of the posts that were made at `since` or later, as far as Slack can be asked; as `find` looks. */
  postedSince(place: Home, since: Instant): Promise<readonly string[] | 'unknown'>
  update(channelId: string, ts: string, message: M, postId: string): Promise<UpdateOutcome>
  /** Takes a message, or a file, of the bot's away. */
  remove(at: ToldAt): Promise<UpdateOutcome>
}
