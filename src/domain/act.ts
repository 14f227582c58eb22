import type { Home } from './audience.js'
import type { Instant } from './local-time.js'

/** What a teammate did: one command, form, press or reaction. */
export type ActKind =
  | 'add'
  | 'note'
  | 'heard'
  | 'met'
  | 'called'
  | 'emailed'
  | 'messaged'
  | 'role'
  | 'left'
  /** What a source says of somebody's role, heard or answered. */
  | 'heard-role'
  | 'role-answered'
  | 'every'
  | 'situation'
  | 'trigger'
  | 'promise'
  | 'step'
  | 'kept'
  | 'broke'
  | 'date'
  | 'ask'
  | 'answered'
  | 'prefers'
  | 'tie'
  | 'merge'
  | 'unmerge'
  | 'forget'
  | 'settings'
  | 'edit'
  | 'home'
  | 'hand'
  | 'widen'
  | 'remove'
  | 'reaction'
  | 'reaction-off'
  | 'reached-out'
  | 'later'
  | 'not-needed'
  | 'import'
  | 'confirm'
  /** Their own choice whether they are told how they speak of people. */
  | 'minding'
  /** A sketch or a claim of it was written, changed or taken away; a claim was held against somebody. */
  | 'sketch'
  | 'tried'
  /** What somebody said may be quoted, or no longer. */
  | 'quote'
  | 'undo'

/** One entry of the journal. */
export type Act = {
  readonly id: string
  /** Its place in the journal of the workspace; later acts have greater numbers, whatever the clocks said. */
  readonly seq: number
  readonly kind: ActKind
  readonly by: string
  readonly at: Instant
  readonly place: Home
  /** The person it was about; null when it was about none, or several. */
  readonly personId: string | null
  /** The act that it was done in one go with, and is taken back with; null for the first of them. */
  readonly partOf: string | null
  /** The act that took this one back. */
  readonly undoneBy: string | null
}

/** An act can be taken back for this long. */
export const undoneWithinMs = 24 * 60 * 60 * 1000
