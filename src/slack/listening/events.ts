import type { HeardOf } from '../../app/ports/heard.js'
import { StoreUnavailable } from '../../app/ports.js'
import type { Identity } from '../connection/identity.js'
import { changes, type events } from '../listeners.js'
import { AnsweredElsewhere } from './answered-once.js'
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
import { StepNotEnded } from './step-ends.js'
import { onStepRun } from './steps.js'
import { onTalk, talkIn } from './talk.js'
import { changedIn, type Forgetting, forget, onRevoked } from './workspace-events.js'

export type EventEdge = Edge & {
  readonly forgetting: Forgetting
  /** Resolves when every other process will forget it too. */
  readonly tellOthers: (changed: readonly HeardOf[]) => Promise<void>
  /** Events that are being handled: what comes once more meanwhile ends as they do. */
  readonly underWay: Map<string, Promise<void>>
  /** Called when Slack has taken the app or its token away. */
  readonly revoked: () => void
}

type EventName = (typeof events)[number]
type EventListener = (edge: EventEdge, envelope: EventBody) => Promise<void>

const heardAlone: EventListener = async () => {}
/** What was posted there before is taken back: others read it now. */
const shared: EventListener = async (edge, envelope) => {
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
  const { user, channel } = placeEvent.safeParse(envelope.event).data ?? {}
  if (user === edge.me.botUserId) return edge.homes.everybody()
  if (channel !== undefined) await edge.listeners.readerLeft(edge.me.workspaceId, channel)
  if (user !== undefined) await edge.homes.anew(user)
}
/** Guests read what was told there to others. */
const joined: EventListener = async (edge, envelope) => {
  const { user, channel } = placeEvent.safeParse(envelope.event).data ?? {}
  if (user !== undefined && channel !== undefined && user !== edge.me.botUserId)
    await edge.listeners.readerCame(edge.me.workspaceId, user, channel)
}
const moved: EventListener = async (edge, envelope) => {
  const read = movedEvent.safeParse(envelope.event)
  if (!read.success) return
  const { old_channel_id: from, new_channel_id: to } = read.data
  await edge.listeners.channelMoved(edge.me.workspaceId, from, to)
  // That it is shared by now may have been told before, under an id that nobody knew.
  await edge.listeners.channelShared(edge.me.workspaceId, to)
}
/** The title of a customer in a shared channel; that an account is closed says nothing of a role. */
const profiled: EventListener = async (edge, envelope) => {
  const read = profileEvent.safeParse(envelope.event)
  if (!read.success || read.data.user.deleted) return
  const { id, profile, is_restricted: isRestricted } = read.data.user
  const { guests } = edge
  // Whoever is a guest by now is shown nothing any more, here or in a channel.
  await edge.homes.anew(id)
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
  'message.channels': onTalk,
  'message.groups': onTalk,
  'message.mpim': onTalk,
  reaction_added: onReaction,
  reaction_removed: onReaction,
  member_joined_channel: joined,
  member_left_channel: left,
  channel_shared: shared,
  channel_unshared: heardAlone,
  channel_archive: heardAlone,
  channel_unarchive: heardAlone,
  channel_rename: heardAlone,
  channel_id_changed: moved,
  group_archive: heardAlone,
  group_unarchive: heardAlone,
  group_rename: heardAlone,
  user_change: profiled,
  function_executed: onStepRun,
  app_uninstalled: revoked,
  tokens_revoked: revoked,
}

const changing: ReadonlySet<EventName> = new Set(changes)

/** Until this is settled, Slack is not told that an event came. */
export type HoldsBack = (until: Promise<unknown>) => void

/** An event, once however often Slack delivers it. Rejects when it is to be delivered once more. */
export const onEvent = async (
  edge: EventEdge,
  body: unknown,
  holdsBack: HoldsBack = () => {},
): Promise<void> => {
  const read = eventBody.safeParse(body)
  if (!read.success) return
  const { event_id: eventId, event } = read.data
  if (!isForUs(edge.me, read.data)) {
    edge.log.warn('An event for another workspace was left alone', { event: event.type })
    return
  }
  const name = nameOf(event)
  if (!isListenedTo(name)) return
  // There are too many of them to be remembered, and none is answered twice.
  if (listenerOf[name] === onTalk) return onTalk(edge, read.data)
  const handle = async (): Promise<void> => {
    if (changing.has(name)) {
      const telling = heardHere(edge, read.data)
      holdsBack(telling)
      await telling
    }
    const listening = listenerOf[name](edge, read.data)
    // Whoever runs a workflow sees it stand still until the step has ended, and Slack is the one that remembers it.
    if (name === 'function_executed') holdsBack(listening)
    await listening
  }
  if (eventId === null) return handle()
  const delivery = `event:${eventId}`
  const under = edge.underWay.get(delivery)
  if (under !== undefined) return under
  if (edge.seen.get(delivery)) return
  edge.seen.put(delivery, true)
  const handling = handle()
  edge.underWay.set(delivery, handling)
  try {
    await handling
  } catch (error) {
    if (isLeftToSlack(error)) edge.seen.drop(delivery)
    throw error
  } finally {
    edge.underWay.delete(delivery)
  }
}

/** It is left unhandled, and comes again. */
export const isLeftToSlack = (error: unknown): boolean =>
  error instanceof StoreUnavailable || error instanceof AnsweredElsewhere || error instanceof StepNotEnded

const heardHere = async (edge: EventEdge, envelope: EventBody): Promise<void> => {
  const changed = changedIn(envelope)
  for (const each of changed) forget(edge.forgetting, each)
  await edge.tellOthers(changed)
}

/** Slack names the installation that hears it; where something happened may be anywhere that is shared with it. */
const isForUs = ({ workspaceId, enterpriseId }: Identity, { authorizations }: EventBody): boolean =>
  authorizations.length === 0 ||
  authorizations.some(
    (installed) =>
      installed.team_id === workspaceId ||
      (enterpriseId !== null && installed.enterprise_id === enterpriseId),
  )

/** Messages are subscribed to by the kind of place that they are in. */
const nameOf = ({ type, channel_type: place }: EventBody['event']): string => {
  if (type !== 'message') return type
  return typeof place === 'string' && Object.hasOwn(talkIn, place)
    ? talkIn[place as keyof typeof talkIn]
    : 'message.im'
}

const isListenedTo = (name: string): name is EventName => Object.hasOwn(listenerOf, name)
