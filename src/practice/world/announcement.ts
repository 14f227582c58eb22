import type { Json } from '../json.js'
import type { Channel } from './channel.js'

/** Something that happened, as an app that subscribed to it would hear. */
export interface Announcement {
  /** What the manifest must subscribe to, as `message.channels`. */
  subscription: string
  /** Any one of these scopes lets the app hear it; empty: none is needed. */
  scopes: readonly string[]
  event: Json
  /** Where it happened. */
  channel?: Channel
  /** True when only members of the channel hear it. */
  membersOnly?: boolean
}

/** Tells the app, if Slack would. */
export type Announce = (announcement: Announcement) => void
