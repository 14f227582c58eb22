import type { Json } from '../json.js'
import type { Announce } from './announcement.js'
import type { Channel, ChannelDraft, ChannelKind } from './channel.js'
import type { Workspace } from './workspace.js'

/** The channels, group DMs and DMs, and what happens to them. Setting one up is silent; every change is announced. */
export class Places {
  readonly #workspace: Workspace
  readonly #announce: Announce

  constructor(workspace: Workspace, announce: Announce) {
    this.#workspace = workspace
    this.#announce = announce
  }

  all(): Channel[] {
    return [...this.#workspace.channels.values()]
  }

  /** Throws for an unknown id. */
  get(channelId: string): Channel {
    return this.#workspace.channel(channelId)
  }

  /** Adds a channel as if it had always been there: no event. */
  add(draft: ChannelDraft): Channel {
    const members = [...(draft.members ?? [])]
    if (draft.withBot !== false) members.push(this.#workspace.identity.botUserId)
    const channel = this.#open(draft.kind ?? 'public', draft.name, members, draft.id)
    channel.topic = draft.topic ?? ''
    channel.extShared = draft.extShared ?? false
    channel.pendingExtShared = draft.pendingExtShared ?? false
    return channel
  }

  /** The DM between the bot and this user; opened at the first asking. */
  dm(userId: string): Channel {
    return this.#direct('im', [userId, this.#workspace.identity.botUserId])
  }

  /** The DM or group DM of exactly these; the bot is only in it when it is named. */
  groupDm(userIds: readonly string[]): Channel {
    return this.#direct(userIds.length > 2 ? 'mpim' : 'im', userIds)
  }

  join(channelId: string, userId: string, inviterId?: string): void {
    const channel = this.get(channelId)
    channel.members.add(this.#workspace.user(userId).id)
    this.#membership('member_joined_channel', channel, userId, inviterId ? { inviter: inviterId } : {})
  }

  leave(channelId: string, userId: string): void {
    const channel = this.get(channelId)
    // Announced first: the bot hears of its own leaving, which it could not once it is gone.
    this.#membership('member_left_channel', channel, userId, {})
    if (userId === this.#workspace.identity.botUserId) this.#tell(channel, 'left', { channel: channel.id })
    channel.members.delete(userId)
    this.#workspace.changes.touch()
  }

  archive(channelId: string, byUserId?: string): void {
    const channel = this.get(channelId)
    channel.archived = true
    this.#tell(channel, 'archive', { channel: channel.id, user: byUserId ?? channel.creator })
  }

  unarchive(channelId: string, byUserId?: string): void {
    const channel = this.get(channelId)
    channel.archived = false
    this.#tell(channel, 'unarchive', { channel: channel.id, user: byUserId ?? channel.creator })
  }

  rename(channelId: string, name: string): void {
    const channel = this.get(channelId)
    channel.name = name
    this.#tell(channel, 'rename', { channel: { id: channel.id, name, created: channel.created } })
  }

  /** Deletes the channel with all that was said in it. */
  remove(channelId: string): void {
    const channel = this.get(channelId)
    this.#tell(channel, 'deleted', { channel: channel.id })
    this.#workspace.channels.delete(channelId)
  }

  /** An invitation to another organisation goes out: `is_pending_ext_shared`. Slack has no event for a bot here. */
  offerToShare(channelId: string): void {
    this.get(channelId).pendingExtShared = true
    this.#workspace.changes.touch()
  }

  /** Another organisation comes in: `channel_shared`. */
  share(channelId: string, teamId = 'T0ELSEWHERE'): void {
    const channel = this.get(channelId)
    channel.extShared = true
    channel.pendingExtShared = false
    this.#sharing(channel, 'channel_shared', { connected_team_id: teamId })
  }

  /** The other organisation goes: `channel_unshared`. */
  unshare(channelId: string, teamId = 'T0ELSEWHERE'): void {
    const channel = this.get(channelId)
    channel.extShared = false
    this.#sharing(channel, 'channel_unshared', { previously_connected_team_id: teamId, is_ext_shared: false })
  }

  /** The channel gets another id, as sharing sometimes does: `channel_id_changed`. */
  changeId(channelId: string, newId = this.#workspace.nextId('C')): Channel {
    const channel = this.get(channelId)
    this.#workspace.channels.delete(channelId)
    channel.id = newId
    for (const message of channel.messages.values()) message.channelId = newId
    this.#workspace.channels.set(newId, channel)
    this.#sharing(channel, 'channel_id_changed', { old_channel_id: channelId, new_channel_id: newId })
    return channel
  }

  #direct(kind: ChannelKind, userIds: readonly string[]): Channel {
    for (const id of userIds) this.#workspace.user(id)
    const existing = this.all().find(
      (channel) =>
        (channel.kind === 'im' || channel.kind === 'mpim') &&
        channel.members.size === new Set(userIds).size &&
        userIds.every((id) => channel.members.has(id)),
    )
    if (existing) return existing
    const names = userIds.map((id) => this.#workspace.user(id).name)
    return this.#open(kind, kind === 'im' ? 'directmessage' : `mpdm-${names.join('--')}-1`, userIds)
  }

  #open(kind: ChannelKind, name: string, members: readonly string[], id?: string): Channel {
    const workspace = this.#workspace
    for (const member of members) workspace.user(member)
    const prefix = { public: 'C', private: 'C', mpim: 'G', im: 'D' }[kind]
    const channel: Channel = {
      id: id ?? workspace.nextId(prefix),
      kind,
      name,
      topic: '',
      members: new Set(members),
      archived: false,
      extShared: false,
      pendingExtShared: false,
      creator: members[0] ?? workspace.identity.botUserId,
      created: workspace.clock.seconds(),
      messages: new Map(),
    }
    workspace.channels.set(channel.id, channel)
    workspace.changes.touch()
    return channel
  }

  #membership(type: string, channel: Channel, userId: string, more: Json): void {
    this.#workspace.changes.touch()
    this.#announce({
      subscription: type,
      scopes: [channel.kind === 'public' ? 'channels:read' : 'groups:read'],
      channel,
      membersOnly: true,
      event: {
        type,
        user: userId,
        channel: channel.id,
        channel_type: channel.kind === 'public' ? 'C' : 'G',
        team: this.#workspace.user(userId).teamId,
        event_ts: this.#workspace.clock.nextTs(),
        ...more,
      },
    })
  }

  /** `channel_...` for public channels and `group_...` for private ones. */
  #tell(channel: Channel, what: string, body: Json): void {
    this.#workspace.changes.touch()
    const type = `${channel.kind === 'public' ? 'channel' : 'group'}_${what}`
    this.#announce({
      subscription: type,
      scopes: [channel.kind === 'public' ? 'channels:read' : 'groups:read'],
      channel,
      membersOnly: channel.kind !== 'public' || what === 'left',
      event: { type, ...body, event_ts: this.#workspace.clock.nextTs() },
    })
  }

  #sharing(channel: Channel, type: string, body: Json): void {
    this.#workspace.changes.touch()
    this.#announce({
      subscription: type,
      scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
      channel,
      membersOnly: channel.kind !== 'public',
      event: { type, channel: channel.id, ...body, event_ts: this.#workspace.clock.nextTs() },
    })
  }
}
