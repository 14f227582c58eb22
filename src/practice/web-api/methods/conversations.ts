import { channelObject, scopeFor } from '../../world/channel.js'
import { wantedKinds } from '../conversation-types.js'
import { botMethod } from '../method.js'
import { nextCursor, page } from '../pages.js'
import { refuse } from '../refusal.js'
import { visibleChannel } from '../sight.js'

export const conversationsInfo = botMethod([], (call) => {
  const { workspace, args } = call
  const channel = visibleChannel(call, args.needText('channel'))
  call.needScope(scopeFor(channel.kind, 'read'))
  const count = args.flag('include_num_members') ? { num_members: channel.members.size } : {}
  return { channel: { ...channelObject(channel, workspace.identity.botUserId), ...count } }
})

export const conversationsList = botMethod([], (call) => {
  const { workspace, args } = call
  const wanted = wantedKinds(call)
  const channels = [...workspace.channels.values()].filter(
    (channel) =>
      wanted.includes(channel.kind) &&
      (channel.kind === 'public' || workspace.isBotIn(channel)) &&
      !(args.flag('exclude_archived') && channel.archived),
  )
  const { items, next } = page(call, channels, args.limit(100, 1_000))
  return {
    channels: items.map((channel) => channelObject(channel, workspace.identity.botUserId)),
    ...nextCursor(next),
  }
})

export const conversationsMembers = botMethod([], (call) => {
  const channel = visibleChannel(call, call.args.needText('channel'))
  call.needScope(scopeFor(channel.kind, 'read'))
  const { items, next } = page(call, [...channel.members], call.args.limit(100, 1_000))
  return { members: items, ...nextCursor(next) }
})

export const conversationsJoin = botMethod(['channels:join'], (call) => {
  const { workspace, places } = call
  const channel = visibleChannel(call, call.args.needText('channel'))
  if (channel.kind !== 'public') refuse('method_not_supported_for_channel_type')
  if (channel.archived) refuse('is_archived')
  const { botUserId } = workspace.identity
  const wasIn = workspace.isBotIn(channel)
  if (!wasIn) places.join(channel.id, botUserId)
  return { channel: channelObject(channel, botUserId), ...(wasIn ? { warning: 'already_in_channel' } : {}) }
})

/** Opens a DM or group DM with `users`, or names the one that `channel` is. */
export const conversationsOpen = botMethod([], (call) => {
  const { workspace, places, args } = call
  const { botUserId } = workspace.identity
  const named = args.text('channel')
  if (named) return { channel: channelObject(visibleChannel(call, named), botUserId) }
  const userIds = args.list('users').filter((id) => id !== botUserId)
  if (userIds.length === 0) refuse('users_list_not_supplied')
  if (userIds.length > 8) refuse('too_many_users')
  call.needScope(userIds.length > 1 ? 'mpim:write' : 'im:write')
  for (const id of userIds) {
    const user = workspace.users.get(id) ?? refuse('user_not_found')
    if (user.deleted) refuse('user_disabled')
  }
  const channel = places.groupDm([...userIds, botUserId])
  return { channel: args.flag('return_im') ? channelObject(channel, botUserId) : { id: channel.id } }
})
