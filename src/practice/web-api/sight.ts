import type { Channel } from '../world/channel.js'
import type { Message } from '../world/message.js'
import type { MethodCall } from './method.js'
import { refuse } from './refusal.js'

/** A place that the bot can see; private ones that it is not in do not exist for it. */
export function visibleChannel(call: MethodCall, id: string): Channel {
  const channel = call.workspace.channels.get(id)
  if (!channel || (channel.kind !== 'public' && !call.workspace.isBotIn(channel))) refuse('channel_not_found')
  return channel
}

/** A place that the bot is in. */
export function memberChannel(call: MethodCall, id: string): Channel {
  const channel = visibleChannel(call, id)
  if (!call.workspace.isBotIn(channel)) refuse('not_in_channel')
  return channel
}

/** A message that methods can find; ephemeral ones cannot be found by any. */
export function findMessage(channel: Channel, ts: string): Message {
  const message = channel.messages.get(ts)
  if (!message || message.ephemeralTo) refuse('message_not_found')
  return message
}
