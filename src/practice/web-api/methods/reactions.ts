import { messageObject } from '../../world/message.js'
import { botMethod } from '../method.js'
import { refuse } from '../refusal.js'
import { findMessage, visibleChannel } from '../sight.js'

export const reactionsGet = botMethod(['reactions:read'], (call) => {
  const id = call.args.text('channel')
  const ts = call.args.text('timestamp')
  if (!id || !ts) refuse('no_item_specified')
  const channel = visibleChannel(call, id)
  if (!call.workspace.isBotIn(channel)) refuse('channel_not_found')
  const message = findMessage(channel, ts)
  return {
    type: 'message',
    channel: channel.id,
    message: messageObject(message, call.workspace.repliesTo(message), false),
  }
})
