import type { Json } from '../json.js'
import type { Channel } from '../world/channel.js'
import type { Message, SharedFile } from '../world/message.js'
import { isFullMember, type User } from '../world/user.js'
import type { Workspace } from '../world/workspace.js'

/** A message as somebody sees it, at the moment of looking; look again to see what it has become. */
export interface SeenMessage {
  channelId: string
  ts: string
  /** The top-level text as stored: what notifications and screen readers give. See `visibleText` for the rest. */
  text: string
  blocks: Json[]
  /** Who said it. */
  user: string
  threadTs?: string
  /** Only its addressee sees it. */
  isEphemeral: boolean
  /** Said by Slack itself, as "/person failed with the error ...". */
  isFromSlack: boolean
  isEdited: boolean
  /** Who reacted, by the emoji's name. */
  reactions: Record<string, string[]>
  metadata?: Json
  /** The files dropped with it. */
  files?: SharedFile[]
}

export function seen(message: Message): SeenMessage {
  return {
    channelId: message.channelId,
    ts: message.ts,
    text: message.text,
    blocks: structuredClone(message.blocks),
    user: message.userId,
    isEphemeral: message.ephemeralTo !== undefined,
    isFromSlack: message.fromSlack ?? false,
    isEdited: message.edited !== undefined,
    reactions: Object.fromEntries([...message.reactions].map(([name, users]) => [name, [...users]])),
    ...(message.threadTs ? { threadTs: message.threadTs } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
    ...(message.files ? { files: structuredClone(message.files) } : {}),
  }
}

/** Whether this user may read the place: public ones are open to full members, everything else to those in it. */
export function maySee(user: User, channel: Channel): boolean {
  return !user.deleted && (channel.members.has(user.id) || (channel.kind === 'public' && isFullMember(user)))
}

/** Everything this user sees in a place, oldest first, replies and own ephemeral messages included. */
export function seenBy(workspace: Workspace, userId: string, channelId: string): SeenMessage[] {
  const channel = workspace.channel(channelId)
  if (!maySee(workspace.user(userId), channel)) return []
  return [...channel.messages.values()]
    .filter((message) => message.ephemeralTo === undefined || message.ephemeralTo === userId)
    .map(seen)
}
