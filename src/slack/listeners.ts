import type { HomeView } from '@slack/types'
import type { ToldAt } from '../app/ports/forgetting.js'
import type { Answer, StepEnd } from './answer.js'
import type {
  Dropped,
  From,
  Lookup,
  Press,
  Reaction,
  Shortcut,
  Step,
  Submission,
  Talk,
  Typed,
} from './incoming.js'

export type Choice = { readonly text: string; readonly value: string }

/**
 * Everything that the bot listens to; `bolt.ts` registers it, and a test holds `manifest.yml` equal to it.
 * Keys of `presses`, `forms`, `lookups` and `shortcuts` are action ids and callback ids.
 */
export type Listeners = {
  /** `/person ...`, `/persona ...`, a DM, or a mention. */
  readonly typed: (typed: Typed) => Promise<Answer>
  /** Files dropped in a DM with the bot. */
  readonly dropped: (dropped: Dropped) => Promise<Answer>
  readonly presses: Readonly<Record<string, (press: Press) => Promise<Answer>>>
  readonly forms: Readonly<Record<string, (submission: Submission) => Promise<Answer>>>
  readonly lookups: Readonly<Record<string, (lookup: Lookup) => Promise<readonly Choice[]>>>
  readonly shortcuts: Readonly<Record<ShortcutId, (shortcut: Shortcut) => Promise<Answer>>>
  /** What somebody's Home tab shows them now. */
  readonly home: (looking: From) => Promise<HomeView>
  readonly reacted: (reaction: Reaction) => Promise<Answer>
  /** A step of a workflow: Slack carries the workflow on with how it ended. */
  readonly stepped: (step: Step) => Promise<StepEnd>
  /** What people say to each other in channels; what is answered only its author sees. */
  readonly talk: (talk: Talk) => Promise<Answer>
  /** Before something is said that stays, and is no post of the outbox; what it answers wants to know where it stands. */
  readonly telling: (
    workspaceId: string,
    text: string,
    about?: readonly string[],
  ) => Promise<(at: ToldAt) => Promise<void>>
  /** Whether what somebody typed or pressed was carried out before, by a process that may have died since. */
  readonly carriedOut: (workspaceId: string, delivery: string) => Promise<boolean>
  /** Another organisation reads a channel from now on. */
  readonly channelShared: (workspaceId: string, channelId: string) => Promise<void>
  /** Somebody came into a channel; null: they may be a guest from now on, in those that they are in. */
  readonly readerCame: (workspaceId: string, userId: string, channelId: string | null) => Promise<void>
  /** Somebody left a channel. */
  readonly readerLeft: (workspaceId: string, channelId: string) => Promise<void>
  /** Somebody's Slack profile changed; this is its title, empty for none. */
  readonly profileChanged: (
    workspaceId: string,
    profile: { readonly userId: string; readonly title: string },
  ) => Promise<void>
  /** Slack gave a channel another id. */
  readonly channelMoved: (workspaceId: string, from: string, to: string) => Promise<void>
}

/** Slack commands, shortcuts and events that are listened to. */
export const commands = ['/person', '/persona'] as const
export const shortcuts = {
  'log-conversation': 'message',
  'remember-this': 'message',
  'look-up-person': 'global',
} as const
export type ShortcutId = keyof typeof shortcuts
/** After these what any process remembers of a place, or of somebody, holds no more. */
export const changes = [
  'member_joined_channel',
  'member_left_channel',
  'channel_shared',
  'channel_unshared',
  'channel_archive',
  'channel_unarchive',
  'channel_rename',
  'channel_id_changed',
  'group_archive',
  'group_unarchive',
  'group_rename',
  'user_change',
] as const
export const events = [
  'app_home_opened',
  'app_mention',
  'message.im',
  'message.channels',
  'message.groups',
  'message.mpim',
  'reaction_added',
  'reaction_removed',
  ...changes,
  'function_executed',
  'app_uninstalled',
  'tokens_revoked',
] as const
