import { judgeMessage } from '../../blocks/message-draft.js'
import type { Message } from '../../world/message.js'
import { botMethod, type MethodCall } from '../method.js'
import { refuse } from '../refusal.js'
import { findMessage, visibleChannel } from '../sight.js'

const longestUpdate = 4_000

export const chatUpdate = botMethod(['chat:write'], (call) => {
  const { args, posts, workspace } = call
  const message = ownMessage(call, 'cant_update_message')
  if (workspace.channel(message.channelId).archived) refuse('is_inactive')
  const text = args.text('text')
  if ((text?.length ?? 0) > longestUpdate) refuse('msg_too_long')
  // What is not named stays as it is; an empty list or object takes it away.
  const judgement = judgeMessage({
    text: text ?? (args.json('blocks') === undefined ? undefined : message.text),
    blocks: args.json('blocks'),
    attachments: args.json('attachments'),
    metadata: args.json('metadata'),
  })
  if (!judgement.ok) {
    const { error, faults } = judgement
    refuse(error, faults.length ? { response_metadata: { messages: faults } } : {})
  }
  const { content } = judgement
  posts.edit(
    message,
    {
      text: content.text,
      blocks: args.json('blocks') === undefined ? message.blocks : content.blocks,
      ...(args.object('metadata') ? { metadata: content.metadata ?? null } : {}),
    },
    workspace.identity.botUserId,
  )
  return {
    channel: message.channelId,
    ts: message.ts,
    text: message.text,
    message: {
      type: 'message',
      user: message.userId,
      bot_id: message.botId,
      text: message.text,
      blocks: message.blocks,
    },
  }
})

export const chatDelete = botMethod(['chat:write'], (call) => {
  const message = ownMessage(call, 'cant_delete_message')
  call.posts.remove(message)
  return { channel: message.channelId, ts: message.ts }
})

export const chatGetPermalink = botMethod([], (call) => {
  const { args, workspace } = call
  const channel = visibleChannel(call, args.needText('channel'))
  const message = findMessage(channel, args.needText('message_ts'))
  const place = `https://${workspace.identity.teamDomain}.slack.com/archives/${channel.id}`
  const thread = message.threadTs && message.threadTs !== message.ts
  const query = thread ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : ''
  return { channel: channel.id, permalink: `${place}/p${message.ts.replace('.', '')}${query}` }
})

function ownMessage(call: MethodCall, notYours: string): Message {
  const channel = visibleChannel(call, call.args.needText('channel'))
  const message = findMessage(channel, call.args.needText('ts'))
  if (message.botId !== call.workspace.identity.botId || !call.workspace.isBotIn(channel)) refuse(notYours)
  return message
}
