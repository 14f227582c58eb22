import type { Patience } from '../changes.js'
import { maySee, type SeenMessage, seen } from '../sight/seen.js'
import type { Channel } from '../world/channel.js'
import type { Message } from '../world/message.js'
import type { User } from '../world/user.js'
import type { ActorParts } from './parts.js'
import { typedText } from './typed-text.js'

/** Something a user did in the open, to which the bot may reply. */
export interface Deed {
  /** The first message of the bot after it that this user sees, in any place unless one is named; waits for it. */
  reply: (patience?: Patience & { channelId?: string }) => Promise<SeenMessage>
}

/** A message that a user wrote; `reply` looks in its channel unless another is named. */
export type Said = SeenMessage & Deed

export function say(parts: ActorParts, user: User, channel: Channel, text: string, more: SayOptions): Said {
  const { workspace, posts } = parts
  if (!channel.members.has(user.id))
    throw new Error(`${user.name} is not in ${channel.name} and cannot write there`)
  if (channel.archived) throw new Error(`${channel.name} is archived: nobody can write there`)
  const isBotDm = channel.kind === 'im' && workspace.isBotIn(channel)
  if (isBotDm && !workspace.manifest.messagesTab)
    throw new Error('The manifest turns messages to the bot off')
  const message = posts.post({
    channelId: channel.id,
    userId: user.id,
    text: more.raw ? text : typedText(workspace, text, { withNames: false }),
    ...(more.threadTs ? { threadTs: more.threadTs, broadcast: more.broadcast ?? false } : {}),
  })
  return { ...seen(message), ...deed(parts, user, message.number, channel.id) }
}

export interface SayOptions {
  /** Makes it a reply in the thread of that message. */
  threadTs?: string
  /** Sends such a reply to the channel too. */
  broadcast?: boolean
  /** Passes the text on untouched, instead of escaping it as Slack does. */
  raw?: boolean
}

/** A deed done just now. */
export function deed(parts: ActorParts, user: User, after: number, usualChannelId?: string): Deed {
  const { workspace } = parts
  return {
    reply: ({ channelId = usualChannelId, ...patience } = {}) =>
      workspace.changes.until(
        () => {
          const found = firstFromBot(parts, user, after, channelId)
          return found && seen(found)
        },
        { what: `a reply of the bot to ${user.name}`, ...patience },
        () =>
          workspace.record.problems
            .slice(-5)
            .map((problem) => `- ${problem.message}`)
            .join('\n'),
      ) as Promise<SeenMessage>,
  }
}

function firstFromBot(parts: ActorParts, user: User, after: number, channelId?: string): Message | undefined {
  const { workspace } = parts
  return [...workspace.channels.values()]
    .filter((channel) => (channelId === undefined || channel.id === channelId) && maySee(user, channel))
    .flatMap((channel) => [...channel.messages.values()])
    .filter((message) => message.botId === workspace.identity.botId && message.number > after)
    .filter((message) => message.ephemeralTo === undefined || message.ephemeralTo === user.id)
    .sort((a, b) => a.number - b.number)[0]
}

/** An own message of this user; throws when it is somebody else's. */
export function ownMessage(parts: ActorParts, user: User, channelId: string, ts: string): Message {
  const message = parts.workspace.channel(channelId).messages.get(ts)
  if (message?.userId !== user.id) throw new Error(`${user.name} wrote no message ${ts} there`)
  return message
}

/** A message that this user may react to. */
export function reactable(parts: ActorParts, user: User, channelId: string, ts: string): Message {
  const channel = parts.workspace.channel(channelId)
  const message = channel.messages.get(ts)
  if (!message || message.ephemeralTo || !maySee(user, channel)) {
    throw new Error(`${user.name} sees no message ${ts} to react to in ${channel.name}`)
  }
  return message
}
