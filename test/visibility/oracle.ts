import { channelHome, channelOf, type Home, teammateHome, teammateOf } from '../../src/domain/audience.js'
import type { PracticeSlack } from '../../src/practice/slack.js'

/**
 * Who may see what, as the product's page says it, computed from the practice Slack alone. Nothing of the code under
 * test is asked: a home is but a name for a place.
 */
export type Piece = {
  readonly word: string
  /** What it is, for whoever reads of a leak. */
  readonly label: string
  /** Whom it is about. */
  readonly about: string
  /** Where it was typed; null for what has no place of its own, as a name. */
  readonly home: Home | null
  readonly by: string
}
export type Somebody = { readonly home: Home; readonly by: string; readonly ownerId: string }
type Slack = Pick<PracticeSlack, 'people' | 'places' | 'botUserId' | 'teamId'>

export const isFullMember = ({ people, teamId }: Slack, userId: string): boolean => {
  const user = people.all().find(({ id }) => id === userId)
  if (user === undefined || user.deleted || user.teamId !== teamId) return false
  return ['owner', 'admin', 'member'].includes(user.standing)
}

/** To whom a place tells what is typed in it. */
export const tells = (slack: Slack, channelId: string): 'everyone' | 'members' | 'author' => {
  const channel = slack.places.all().find(({ id }) => id === channelId)
  if (channel === undefined || channel.kind === 'im') return 'author'
  if (channel.extShared || channel.pendingExtShared) return 'author'
  if (channel.kind === 'public') return 'everyone'
  return channel.members.has(slack.botUserId) ? 'members' : 'author'
}

const isIn = ({ places }: Slack, channelId: string, userId: string): boolean =>
  places.all().some(({ id, members }) => id === channelId && members.has(userId))

/** Where a thing lives that somebody types in a channel now. */
export const homeTypedIn = (slack: Slack, channelId: string, userId: string): Home => {
  const to = tells(slack, channelId)
  const isOpen = to === 'everyone' || (to === 'members' && isIn(slack, channelId, userId))
  return isOpen ? channelHome(channelId) : teammateHome(userId)
}

const seesHome = (slack: Slack, reader: string, home: Home, by: string): boolean => {
  if (teammateOf(home) !== null) return teammateOf(home) === reader
  const channelId = channelOf(home) ?? ''
  const to = tells(slack, channelId)
  if (to === 'everyone') return true
  // Of a private place nobody sees anything who is not in it, whatever they wrote there and whoever reads along.
  if (
    slack.places.all().find(({ id }) => id === channelId)?.kind !== 'public' &&
    !isIn(slack, channelId, reader)
  )
    return false
  return to === 'members' || reader === by
}

export const seesPerson = (slack: Slack, reader: string, { home, by, ownerId }: Somebody): boolean =>
  isFullMember(slack, reader) && (seesHome(slack, reader, home, by) || seesHome(slack, reader, home, ownerId))

export const seesPiece = (slack: Slack, reader: string, person: Somebody, piece: Piece): boolean =>
  seesPerson(slack, reader, person) && (piece.home === null || seesHome(slack, reader, piece.home, piece.by))

/** What stands in a channel for all: guests read there what is that channel's own, and nobody else reads anything. */
export const readsPost = (
  slack: Slack,
  reader: string,
  channelId: string,
  person: Somebody,
  piece: Piece,
): boolean => {
  if (seesPiece(slack, reader, person, piece)) return true
  const user = slack.people.all().find(({ id }) => id === reader)
  if (user === undefined || user.teamId !== slack.teamId || tells(slack, channelId) === 'author') return false
  const isGuest = user.standing === 'guest' || user.standing === 'single-channel-guest'
  const here = channelHome(channelId)
  return isGuest && person.home === here && (piece.home === null || piece.home === here)
}

/** Whoever reads what stands in a channel for all. */
export const readersOf = (slack: Slack, channelId: string): string[] => {
  const channel = slack.places.all().find(({ id }) => id === channelId)
  if (channel === undefined) return []
  return slack.people
    .all()
    .filter(({ deleted, standing }) => !deleted && standing !== 'bot')
    .filter(({ id }) => channel.members.has(id) || (channel.kind === 'public' && isFullMember(slack, id)))
    .map(({ id }) => id)
}
