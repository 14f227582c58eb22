import type { Json } from '../json.js'
import type { Announce } from './announcement.js'
import { withIds } from './block-ids.js'
import { type Channel, scopeFor } from './channel.js'
import { type Message, messageObject } from './message.js'
import type { Workspace } from './workspace.js'

/** A message to be said; text is as Slack stores it, with & < > escaped. */
export interface PostDraft {
  channelId: string
  userId: string
  text: string
  blocks?: readonly Json[]
  attachments?: readonly Json[]
  threadTs?: string
  /** With a thread: the reply is sent to the channel too. */
  broadcast?: boolean
  metadata?: Json
  botId?: string
  /** Makes it ephemeral: nobody else sees it, no event is sent, no method finds it. */
  ephemeralTo?: string
  fromSlack?: boolean
  files?: Message['files'] & {}
}

/** What a message is to show from now on; metadata stays unless it is named, and null takes it away. */
export interface MessageChange {
  text: string
  blocks?: readonly Json[]
  metadata?: Json | null
}

export const subscriptions = {
  public: 'message.channels',
  private: 'message.groups',
  mpim: 'message.mpim',
  im: 'message.im',
}
const channelTypes = { public: 'channel', private: 'group', mpim: 'mpim', im: 'im' }

/** What is said, edited, taken back and reacted to. */
export class Posts {
  readonly #workspace: Workspace
  readonly #announce: Announce

  constructor(workspace: Workspace, announce: Announce) {
    this.#workspace = workspace
    this.#announce = announce
  }

  post(draft: PostDraft): Message {
    const workspace = this.#workspace
    const channel = workspace.channel(draft.channelId)
    const { blocks = [], attachments = [], ...rest } = draft
    const message: Message = {
      ...rest,
      ts: workspace.clock.nextTs(),
      number: workspace.nextNumber(),
      blocks: withIds(blocks, () => workspace.nextBlockId()),
      attachments: [...attachments],
      reactions: new Map(),
    }
    channel.messages.set(message.ts, message)
    workspace.changes.touch()
    if (!message.ephemeralTo) {
      const subtype = message.files ? { subtype: 'file_share', upload: false } : {}
      this.#tell(channel, { ...this.#body(message), ...subtype, event_ts: message.ts })
      this.#tellMention(channel, message)
    }
    return message
  }

  /** Replaces text and blocks: `message_changed`. */
  edit(message: Message, change: MessageChange, byUserId: string): void {
    const workspace = this.#workspace
    const channel = workspace.channel(message.channelId)
    const before = this.#body(message)
    message.text = change.text
    message.blocks = withIds(change.blocks ?? [], () => workspace.nextBlockId())
    if (change.metadata) message.metadata = change.metadata
    if (change.metadata === null) delete message.metadata
    message.edited = { userId: byUserId, ts: workspace.clock.nextTs() }
    workspace.changes.touch()
    if (message.ephemeralTo) return
    const eventTs = workspace.clock.nextTs()
    this.#tell(channel, {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      ts: eventTs,
      message: this.#body(message),
      previous_message: before,
      event_ts: eventTs,
    })
  }

  /** Takes a message away: `message_deleted`. */
  remove(message: Message): void {
    const workspace = this.#workspace
    const channel = workspace.channel(message.channelId)
    channel.messages.delete(message.ts)
    workspace.changes.touch()
    if (message.ephemeralTo) return
    const eventTs = workspace.clock.nextTs()
    this.#tell(channel, {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      ts: eventTs,
      deleted_ts: message.ts,
      previous_message: this.#body(message),
      event_ts: eventTs,
    })
  }

  /** Adds a reaction; false when this user has it there already. */
  react(message: Message, userId: string, emoji: string): boolean {
    const users = message.reactions.get(emoji) ?? new Set()
    if (users.has(userId)) return false
    message.reactions.set(emoji, users.add(userId))
    this.#tellReaction('reaction_added', message, userId, emoji)
    return true
  }

  /** Takes a reaction off; false when it was not there. */
  unreact(message: Message, userId: string, emoji: string): boolean {
    const users = message.reactions.get(emoji)
    if (!users?.delete(userId)) return false
    if (users.size === 0) message.reactions.delete(emoji)
    this.#tellReaction('reaction_removed', message, userId, emoji)
    return true
  }

  #body(message: Message): Json {
    const workspace = this.#workspace
    const { teamId } = workspace.user(message.userId)
    const parent = message.threadTs
      ? workspace.channel(message.channelId).messages.get(message.threadTs)
      : undefined
    // Of a channel that two of our workspaces share, the event may go to either.
    const isShared = workspace.channel(message.channelId).sharedBy !== undefined
    const isForeign = isShared || teamId !== workspace.identity.teamId
    return {
      ...messageObject(message, [], true),
      team: teamId,
      ...(parent && parent !== message ? { parent_user_id: parent.userId } : {}),
      ...(parent && message.broadcast ? { root: messageObject(parent, [], true) } : {}),
      ...(isForeign ? { user_team: teamId, source_team: teamId } : {}),
    }
  }

  #tell(channel: Channel, event: Json): void {
    this.#announce({
      subscription: subscriptions[channel.kind],
      scopes: [scopeFor(channel.kind, 'history')],
      channel,
      membersOnly: true,
      event: { ...event, channel: channel.id, channel_type: channelTypes[channel.kind] },
    })
  }

  #tellMention(channel: Channel, message: Message): void {
    const { botUserId } = this.#workspace.identity
    // Slack sends no app_mention for DMs, nor for what the app itself says.
    if (channel.kind === 'im' || message.userId === botUserId || !message.text.includes(`<@${botUserId}`))
      return
    this.#announce({
      subscription: 'app_mention',
      scopes: ['app_mentions:read'],
      channel,
      membersOnly: true,
      event: { ...this.#body(message), type: 'app_mention', channel: channel.id, event_ts: message.ts },
    })
  }

  #tellReaction(type: string, message: Message, userId: string, emoji: string): void {
    const workspace = this.#workspace
    workspace.changes.touch()
    this.#announce({
      subscription: type,
      scopes: ['reactions:read'],
      channel: workspace.channel(message.channelId),
      membersOnly: true,
      event: {
        type,
        user: userId,
        reaction: emoji,
        item: { type: 'message', channel: message.channelId, ts: message.ts },
        item_user: message.userId,
        event_ts: workspace.clock.nextTs(),
      },
    })
  }
}
