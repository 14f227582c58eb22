import type { Room } from './room.js'
import type { Channel } from './world/channel.js'

/** A channel that a workspace shares with another. */
export interface SharedPlace {
  channelId: string
  from: string
  to: string
  /** Who of the other workspace comes in. */
  members: readonly string[]
  /** Whether the other workspace's bot comes too; it does unless told otherwise. */
  withBot?: boolean
}

/**
 * Shares it: one channel with one id and one history, in which each side's people are the other's outsiders. Slack has
 * no id twice here, so neither may anybody who meets: it throws.
 */
export function connectPlace(rooms: ReadonlyMap<string, Room>, place: SharedPlace): void {
  const [host, guest] = [roomAt(rooms, place.from), roomAt(rooms, place.to)]
  const channel = host.workspace.channel(place.channelId)
  const known = guest.workspace.channels.get(channel.id)
  if (known && known !== channel) throw new Error(`${place.to} has another place with the id ${channel.id}`)
  introduce(channel.members, host, guest)
  const coming =
    place.withBot === false ? place.members : [...place.members, guest.workspace.identity.botUserId]
  introduce(coming, guest, host)
  for (const userId of coming) channel.members.add(userId)
  share(channel, place)
  guest.workspace.channels.set(channel.id, channel)
  host.workspace.changes.touch()
}

function share(channel: Channel, { from, to }: SharedPlace): void {
  channel.extShared = true
  channel.pendingExtShared = false
  channel.sharedBy = [...(channel.sharedBy ?? [from]), to]
}

function introduce(userIds: Iterable<string>, from: Room, to: Room): void {
  const { teamId } = from.workspace.identity
  for (const id of userIds) {
    const user = from.workspace.user(id)
    const known = to.workspace.users.get(id)
    if (known && known.teamId !== user.teamId)
      throw new Error(
        `${id} is somebody else in ${to.workspace.identity.teamId}: give people who meet other ids`,
      )
    if (known) continue
    const { name, realName, title, email, tz } = user
    const standing = user.standing === 'bot' ? 'bot' : 'outsider'
    to.people.add({
      id,
      name,
      realName,
      title,
      email,
      tz,
      standing,
      teamId: user.teamId,
      organisation: teamId,
    })
  }
}

function roomAt(rooms: ReadonlyMap<string, Room>, teamId: string): Room {
  const room = rooms.get(teamId)
  if (!room) throw new Error(`There is no workspace ${teamId}`)
  return room
}
