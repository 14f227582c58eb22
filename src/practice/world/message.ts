import type { Json } from '../json.js'

/** A message as it lies in its channel. */
export interface Message {
  channelId: string
  ts: string
  /** Counts up through the whole workspace, so that "after this" does not depend on clocks. */
  number: number
  userId: string
  text: string
  blocks: Json[]
  attachments: Json[]
  /** The thread that it belongs to; equal to `ts` on a parent that has replies. */
  threadTs?: string
  /** A reply that was sent to the channel too. */
  broadcast?: boolean
  metadata?: Json
  /** Who reacted, by the emoji's name. */
  reactions: Map<string, Set<string>>
  edited?: { userId: string; ts: string }
  /** Only this user sees it, and no method finds it. */
  ephemeralTo?: string
  /** Said by Slack itself, as when a command failed. */
  fromSlack?: boolean
  /** Files dropped with it. */
  files?: SharedFile[]
  /** Set for a message that an app posted. */
  botId?: string
}

/** A file as it stands in a message; `size` in bytes. What somebody dropped has all that Slack tells of a file. */
export interface SharedFile extends Json {
  id: string
  name: string
  size: number
  title?: string
  /** Of a picture: what it shows. */
  alt_txt?: string
}

/** A message as methods and events show it. Without `allMetadata` Slack tells only the metadata's type. */
export function messageObject(message: Message, replies: readonly Message[], allMetadata: boolean): Json {
  const isParent = replies.length > 0
  return {
    type: 'message',
    ...(message.broadcast ? { subtype: 'thread_broadcast' } : {}),
    user: message.userId,
    ts: message.ts,
    text: message.text,
    ...(message.botId ? { bot_id: message.botId, app_id: 'A0PRACTICE' } : {}),
    ...(message.blocks.length ? { blocks: message.blocks } : {}),
    ...(message.attachments.length ? { attachments: message.attachments } : {}),
    ...(message.files ? { files: message.files } : {}),
    ...(message.edited ? { edited: { user: message.edited.userId, ts: message.edited.ts } } : {}),
    ...(message.threadTs || isParent ? { thread_ts: message.threadTs ?? message.ts } : {}),
    ...(isParent ? threadSummary(replies) : {}),
    ...(message.reactions.size ? { reactions: reactionObjects(message) } : {}),
    ...(message.metadata ? { metadata: shownMetadata(message.metadata, allMetadata) } : {}),
  }
}

function shownMetadata(metadata: Json, all: boolean): Json {
  return all ? metadata : { event_type: metadata.event_type }
}

function reactionObjects(message: Message): Json[] {
  return [...message.reactions].map(([name, users]) => ({ name, users: [...users], count: users.size }))
}

function threadSummary(replies: readonly Message[]): Json {
  return {
    reply_count: replies.length,
    reply_users: [...new Set(replies.map((reply) => reply.userId))],
    reply_users_count: new Set(replies.map((reply) => reply.userId)).size,
    latest_reply: replies.at(-1)?.ts,
  }
}
