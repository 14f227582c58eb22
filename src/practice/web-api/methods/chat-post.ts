import { judgeMessage, type MessageContent } from '../../blocks/message-draft.js'
import type { Channel } from '../../world/channel.js'
import { type Message, messageObject } from '../../world/message.js'
import { botMethod, type MethodCall } from '../method.js'
import { refuse } from '../refusal.js'
import { memberChannel } from '../sight.js'

export const chatPostMessage = botMethod(['chat:write'], (call) => {
  const channel = targetOf(call)
  if (channel.archived) refuse('is_archived')
  needMessagesTab(call, channel)
  const content = contentOf(call)
  const threadTs = call.args.text('thread_ts')
  call.pace.step(channel.id)
  const message = call.posts.post({ ...authored(call, channel, content), ...(threadTs ? { threadTs } : {}) })
  return { channel: channel.id, ts: message.ts, message: messageObject(message, [], true) }
})

export const chatPostEphemeral = botMethod(['chat:write'], (call) => {
  const channel = memberChannel(call, call.args.needText('channel'))
  if (channel.archived) refuse('is_archived')
  needMessagesTab(call, channel)
  const userId = call.args.needText('user')
  if (!channel.members.has(userId)) refuse('user_not_in_channel')
  const content = contentOf(call)
  if (content.wasCut) refuse('msg_too_long')
  const threadTs = call.args.text('thread_ts')
  const message = call.posts.post({
    ...authored(call, channel, content),
    ephemeralTo: userId,
    ...(threadTs ? { threadTs } : {}),
  })
  return { message_ts: message.ts }
})

/** The place that `channel` names; a user's id stands for the DM with them. */
function targetOf(call: MethodCall): Channel {
  const id = call.args.text('channel')
  if (!id) refuse('channel_not_found')
  const user = call.workspace.users.get(id)
  if (user && (user.deleted || user.standing === 'bot')) refuse('channel_not_found')
  return memberChannel(call, user ? call.places.dm(user.id).id : id)
}

function needMessagesTab(call: MethodCall, channel: Channel): void {
  if (channel.kind === 'im' && !call.workspace.manifest.messagesTab) refuse('messages_tab_disabled')
}

function contentOf(call: MethodCall): MessageContent {
  const { args, workspace } = call
  const judgement = judgeMessage({
    text: args.text('text'),
    blocks: args.json('blocks'),
    attachments: args.json('attachments'),
    metadata: args.json('metadata'),
  })
  if (!judgement.ok) {
    const { error, faults } = judgement
    refuse(error, faults.length ? { errors: faults.map(bare), response_metadata: { messages: faults } } : {})
  }
  if (judgement.content.wasCut) workspace.record.problem('text_cut', 'A message text over 40,000 was cut')
  return judgement.content
}

function bare(fault: string): string {
  return fault.replace('[ERROR] ', '')
}

function authored(call: MethodCall, channel: Channel, content: MessageContent) {
  const { botUserId, botId } = call.workspace.identity
  const { wasCut: _, ...rest } = content
  return { channelId: channel.id, userId: botUserId, botId, ...rest } satisfies Partial<Message>
}
