import type { Zone } from '../../domain/local-time.js'

/** What Slack says of users and places. Cached briefly; rejects with `SlackUnavailable` when Slack does not answer. */
export interface Directory {
  user(userId: string): Promise<SlackUser>
  /** Whether a user is a full member of the workspace; may be an hour old, unless an event said that it changed. */
  isTeammate(userId: string): Promise<boolean>
  /** May be some minutes old, unless an event said that it changed. */
  channel(channelId: string): Promise<ChannelFacts>
  /** At most half a minute old: where somebody types just now. Slack has no event for an invitation to share. */
  presentChannel(channelId: string): Promise<ChannelFacts>
  /** The same, asked of Slack now: before anything is posted. */
  freshChannel(channelId: string): Promise<ChannelFacts>
  /** The present members of a channel or group DM. */
  members(channelId: string): Promise<ReadonlySet<string>>
  /** Whether somebody reads there who is no full member of the workspace. When in doubt, yes. */
  hasGuests(channelId: string): Promise<boolean>
}
/** Only a `member` is a teammate; everybody else gets nothing. */
export type SlackUser = {
  readonly id: string
  readonly name: string
  readonly zone: Zone | null
  readonly standing: 'member' | 'guest' | 'outsider' | 'bot' | 'gone'
  readonly admin: boolean
}
export type ChannelFacts = {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'group' | 'dm' | 'hidden'
  /** Who made it; null where Slack does not say. */
  readonly creatorId: string | null
  readonly shared: boolean
  readonly archived: boolean
  readonly botIsIn: boolean
}

/** Thrown by the directory and the messenger when Slack cannot be asked just now. */
export class SlackUnavailable extends Error {
  override readonly name = 'SlackUnavailable'
}
