import type { ChannelFacts } from '../../app/ports.js'

/** What `conversations.info` says of a place, as far as it is used. */
export type ChannelSeen = {
  readonly name?: string
  readonly creator?: string
  readonly is_im?: boolean
  readonly is_mpim?: boolean
  readonly is_group?: boolean
  readonly is_private?: boolean
  readonly is_member?: boolean
  readonly is_archived?: boolean
  readonly is_shared?: boolean
  readonly is_org_shared?: boolean
  readonly is_ext_shared?: boolean
  readonly is_pending_ext_shared?: boolean
  readonly pending_shared?: readonly unknown[]
  readonly pending_connected_team_ids?: readonly unknown[]
}

export const channelFactsOf = (id: string, channel: ChannelSeen): ChannelFacts => {
  const kind = kindOf(channel)
  return {
    id,
    name: channel.name ?? '',
    creatorId: channel.creator ?? null,
    kind,
    shared: isShared(channel),
    archived: channel.is_archived === true,
    // Slack shows private places to their members alone.
    botIsIn: kind === 'dm' || (channel.is_member ?? kind !== 'public'),
  }
}

/** A place that Slack does not show us: private and without the bot, people's own DM, or gone. */
export const hiddenChannel = (id: string): ChannelFacts => ({
  id,
  name: '',
  creatorId: null,
  kind: 'hidden',
  shared: false,
  archived: false,
  botIsIn: false,
})

/** A DM is known by its id. */
export const isDirect = (channelId: string): boolean => channelId.startsWith('D')

export const ownDirect = (id: string): ChannelFacts => ({
  id,
  name: '',
  creatorId: null,
  kind: 'dm',
  shared: false,
  archived: false,
  botIsIn: true,
})

const kindOf = (channel: ChannelSeen): ChannelFacts['kind'] => {
  if (channel.is_im) return 'dm'
  if (channel.is_mpim) return 'group'
  return channel.is_private || channel.is_group ? 'private' : 'public'
}

/** With another organisation, now or as soon as an invitation is taken; other workspaces of our own do not count. */
const isShared = (channel: ChannelSeen): boolean =>
  Boolean(
    channel.is_ext_shared ||
      channel.is_pending_ext_shared ||
      (channel.is_shared && !channel.is_org_shared) ||
      channel.pending_shared?.length ||
      channel.pending_connected_team_ids?.length,
  )
