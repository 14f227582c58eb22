import type { Json } from '../json.js'
import type { Message } from './message.js'

export type ChannelKind = 'public' | 'private' | 'mpim' | 'im'

/** A place where people write. */
export interface Channel {
  id: string
  kind: ChannelKind
  name: string
  topic: string
  members: Set<string>
  archived: boolean
  /** Shared with another organisation through Slack Connect. */
  extShared: boolean
  /** An invitation to share it is open. */
  pendingExtShared: boolean
  creator: string
  /** Epoch seconds. */
  created: number
  /** By ts, in the order of posting. */
  messages: Map<string, Message>
  /** The workspaces of this server that share it through Slack Connect, the one that it comes from first. */
  sharedBy?: readonly string[]
}

/** What is needed to add a channel. */
export interface ChannelDraft {
  /** Made up when left out. */
  id?: string
  name: string
  topic?: string
  /** `public` unless told otherwise; DMs are opened by `dm` and `groupDm`. */
  kind?: 'public' | 'private'
  /** Ids of those in it; the first is its creator. */
  members?: readonly string[]
  /** Whether the bot is in it; it is unless told otherwise. */
  withBot?: boolean
  extShared?: boolean
  pendingExtShared?: boolean
}

/** The conversation object as methods show it to the bot. */
export function channelObject(channel: Channel, viewerId: string): Json {
  const isMember = channel.members.has(viewerId)
  if (channel.kind === 'im') {
    const other = [...channel.members].find((id) => id !== viewerId) ?? viewerId
    return {
      id: channel.id,
      created: channel.created,
      is_im: true,
      is_org_shared: false,
      is_archived: channel.archived,
      user: other,
      is_user_deleted: false,
      priority: 0,
      is_open: true,
    }
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    created: channel.created,
    creator: channel.creator,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_general: channel.name === 'general',
    is_member: isMember,
    is_shared: channel.extShared,
    is_ext_shared: channel.extShared,
    is_org_shared: false,
    is_pending_ext_shared: channel.pendingExtShared,
    pending_shared: channel.pendingExtShared ? ['T0ELSEWHERE'] : [],
    ...(channel.sharedBy ? { shared_team_ids: channel.sharedBy } : {}),
    unlinked: 0,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  }
}

/** The scope that reads about this kind of place, or its messages. */
export function scopeFor(kind: ChannelKind, what: 'read' | 'history'): string {
  const family = { public: 'channels', private: 'groups', mpim: 'mpim', im: 'im' }[kind]
  return `${family}:${what}`
}
