import { channelObject } from '../../world/channel.js'
import { userObject } from '../../world/user.js'
import { wantedKinds } from '../conversation-types.js'
import { botMethod } from '../method.js'
import { nextCursor, page } from '../pages.js'
import { refuse } from '../refusal.js'

export const usersInfo = botMethod(['users:read'], ({ workspace, args }) => {
  const user = workspace.users.get(args.needText('user'))
  return { user: userObject(user ?? refuse('user_not_found'), workspace.organisation) }
})

/** Everybody of the workspace, bots and the deactivated included; people of other organisations are absent. */
export const usersList = botMethod(['users:read'], (call) => {
  const { workspace, args } = call
  const here = [...workspace.users.values()].filter((user) => user.teamId === workspace.identity.teamId)
  const { items, next } = page(call, here, args.limit(1_000, 1_000))
  return {
    members: items.map((user) => userObject(user, workspace.organisation)),
    cache_ts: workspace.clock.seconds(),
    ...nextCursor(next),
  }
})

/** The places of the bot; with `user`, those of that user which the bot can see. */
export const usersConversations = botMethod([], (call) => {
  const { workspace, args } = call
  const kinds = wantedKinds(call)
  const userId = args.text('user') ?? workspace.identity.botUserId
  if (!workspace.users.has(userId)) refuse('user_not_found')
  const places = [...workspace.channels.values()].filter(
    (channel) =>
      kinds.includes(channel.kind) &&
      channel.members.has(userId) &&
      (channel.kind === 'public' || workspace.isBotIn(channel)) &&
      !(args.flag('exclude_archived') && channel.archived),
  )
  const { items, next } = page(call, places, args.limit(100, 999))
  const channels = items.map((channel) => {
    // Here Slack leaves out whether the caller is in it: it is.
    const { is_member: _, ...rest } = channelObject(channel, workspace.identity.botUserId)
    return rest
  })
  return { channels, ...nextCursor(next) }
})
