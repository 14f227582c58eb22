import { StoreUnavailable } from '../../app/ports.js'
import type { Identity } from '../connection/identity.js'
import type { events } from '../listeners.js'
import type { Edge } from './edge.js'
import { onDirectMessage, onMention } from './messages.js'
import {
  type EventBody,
  eventBody,
  homeOpenedEvent,
  movedEvent,
  placeEvent,
  profileEvent,
} from './payloads.js'
import { onReaction } from './reactions.js'
import { type Forgetting, onRevoked, onWorkspaceChange } from './workspace-events.js'

export type EventEdge = Edge & {
  readonly forgetting: Forgetting
  /** Called when Slack has taken the app or its token away. */
  readonly revoked: () => void
}

type EventName = (typeof events)[number]
type EventListener = (edge: EventEdge, envelope: EventBody) => Promise<void>

const changed: EventListener = async (edge, envelope) => onWorkspaceChange(edge.forgetting, envelope)
/** What was posted there before is taken back: others read it now. */
const shared: EventListener = async (edge, envelope) => {
  onWorkspaceChange(edge.forgetting, envelope)
  const read = placeEvent.safeParse(envelope.event)
  try {
    if (read.data?.channel !== undefined)
      await edge.listeners.channelShared(edge.me.workspaceId, read.data.channel)
  } finally {
    await edge.homes.everybody()
  }
}
/** Their Home may show what they may not see any more; when the bot leaves, everybody's. */
const left: EventListener = async (edge, envelope) => {
  onWorkspaceChange(edge.forgetting, envelope)
  const { user, channel } = placeEvent.safeParse(envelope.event).data ?? {}
  if (user === edge.me.botUserId) return edge.homes.everybody()
  if (channel !== undefined) await edge.listeners.readerLeft(edge.me.workspaceId, channel)
  if (user !== undefined) await edge.homes.acted(user)
}
/** Guests read what was told there to others. */
const joined: EventListener = async (edge, envelope) => {
  onWorkspaceChange(edge.forgetting, envelope)
  const { user, channel } = placeEvent.safeParse(envelope.event).data ?? {}
  if (user !== undefined && channel !== undefined && user !== edge.me.botUserId)
    await edge.listeners.readerCame(edge.me.workspaceId, user, channel)
}
const moved: EventListener = async (edge, envelope) => {
  onWorkspaceChange(edge.forgetting, envelope)
  const read = movedEvent.safeParse(envelope.event)
  if (!read.success) return
  const { old_channel_id: from, new_channel_id: to } = read.data
  await edge.listeners.channelMoved(edge.me.workspaceId, from, to)
  // That it is shared by now may have been told before, under an id that nobody knew.
  await edge.listeners.channelShared(edge.me.workspaceId, to)
}
/** The title of a customer in a shared channel; that an account is closed says nothing of a role. */
const profiled: EventListener = async (edge, envelope) => {
  onWorkspaceChange(edge.forgetting, envelope)
  const read = profileEvent.safeParse(envelope.event)
  if (!read.success || read.data.user.deleted) return
  const { id, profile, is_restricted: isRestricted } = read.data.user
  const { guests } = edge
  // Whoever is a guest by now is shown nothing any more, here or in a channel.
  await edge.homes.acted(id)
  if (!isRestricted) guests.drop(id)
  else if (!guests.get(id)) {
    guests.put(id, true)
    await edge.listeners.readerCame(edge.me.workspaceId, id, null)
  }
  await edge.listeners.profileChanged(edge.me.workspaceId, { userId: id, title: profile.title.trim() })
}
/** Slack says so for the tab of messages too. */
const homeOpened: EventListener = async (edge, { event }) => {
  const read = homeOpenedEvent.safeParse(event)
  if (read.data?.tab === 'home') await edge.homes.opened(read.data.user)
}
const revoked: EventListener = async (edge, envelope) => onRevoked(edge.log, envelope, edge.revoked)

/** Exactly the events that the app is subscribed to. */
const listenerOf: Readonly<Record<EventName, EventListener>> = {
  app_home_opened: homeOpened,
  app_mention: onMention,
  'message.im': onDirectMessage,
  reaction_added: onReaction,
  reaction_removed: onReaction,
  member_joined_channel: joined,
  member_left_channel: left,
  channel_shared: shared,
  channel_unshared: changed,
  channel_archive: changed,
  channel_unarchive: changed,
  channel_rename: changed,
  channel_id_changed: moved,
  group_archive: changed,
  group_unarchive: changed,
  group_rename: changed,
  user_change: profiled,
  app_uninstalled: revoked,
  tokens_revoked: revoked,
}

/** An event, once however often Slack delivers it. */
export const onEvent = async (edge: EventEdge, body: unknown): Promise<void> => {
  const read = eventBody.safeParse(body)
  if (!read.success) return
  const { event_id: eventId, event } = read.data
  if (!isForUs(edge.me, read.data)) {
    edge.log.warn('An event for another workspace was left alone', { event: event.type })
    return
  }
  const name = event.type === 'message' ? 'message.im' : event.type
  if (!isListenedTo(name)) return
  if (eventId === null) return listenerOf[name](edge, read.data)
  const delivery = `event:${eventId}`
  if (edge.seen.get(delivery)) return
  edge.seen.put(delivery, true)
  try {
    await listenerOf[name](edge, read.data)
  } catch (error) {
    // It is left unhandled, and comes again.
    if (error instanceof StoreUnavailable) edge.seen.drop(delivery)
    throw error
  }
}

/** Slack names the installation that hears it; where something happened may be anywhere that is shared with it. */
const isForUs = ({ workspaceId, enterpriseId }: Identity, { authorizations }: EventBody): boolean =>
  authorizations.length === 0 ||
  authorizations.some(
    (installed) =>
      installed.team_id === workspaceId ||
      (enterpriseId !== null && installed.enterprise_id === enterpriseId),
  )

const isListenedTo = (name: string): name is EventName => Object.hasOwn(listenerOf, name)
