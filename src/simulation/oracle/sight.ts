import { channelOf, type Home, teammateHome, teammateOf } from '../../domain/audience.js'
import { isFullMember } from '../../practice/world/user.js'
import type { SlackWorld } from '../slack/slack-world.js'

/** Somebody, or everybody in a place at once. */
export type Reader =
  | { readonly kind: 'teammate'; readonly userId: string }
  | { readonly kind: 'place'; readonly channelId: string }

/** Who may see what, as the product's table says and as Slack is at this moment. */
export class Sight {
  readonly #slack: SlackWorld
  constructor(slack: SlackWorld) {
    this.#slack = slack
  }

  /** What somebody types in a place lives there, or is theirs alone. */
  homeOf(channelId: string, userId: string): Home {
    const channel = this.#slack.places.get(channelId)
    const { botUserId } = this.#slack.me
    const isOpen = channel.kind === 'public' || channel.members.has(botUserId)
    const isOutside = channel.extShared || channel.pendingExtShared || channel.kind === 'im'
    return isOutside || !isOpen ? teammateHome(userId) : `channel:${channelId}`
  }

  /** Whether a reader may see a thing of this home; `theirs` are those who wrote it, or look after its person. */
  may(reader: Reader, home: Home, theirs: readonly string[]): boolean {
    return reader.kind === 'teammate'
      ? this.#teammateMay(reader.userId, home, theirs)
      : this.#placeMay(reader.channelId, home)
  }

  #teammateMay(userId: string, home: Home, theirs: readonly string[]): boolean {
    const user = this.#slack.people.get(userId)
    if (!isFullMember(user)) return false
    const owner = teammateOf(home)
    if (owner !== null) return owner === userId
    const kind = this.#openness(home)
    if (kind === 'everyone') return true
    const channel = this.#slack.workspace.channels.get(channelOf(home) ?? '')
    const isPrivate = channel !== undefined && channel.kind !== 'public'
    // Shared or not: only what happens once the bot is out Slack does not tell.
    if (isPrivate && channel.members.has(this.#slack.me.botUserId) && !channel.members.has(userId))
      return false
    return kind === 'members' || theirs.includes(userId)
  }

  #placeMay(channelId: string, home: Home): boolean {
    const channel = this.#slack.places.get(channelId)
    if (channel.extShared || channel.pendingExtShared) return false
    if (channelOf(home) === channelId) return true
    const isWithGuests = [...channel.members].some((id) => {
      const user = this.#slack.people.get(id)
      return user.standing !== 'bot' && !isFullMember(user) && !user.deleted
    })
    return !isWithGuests && this.#openness(home) === 'everyone'
  }

  #openness(home: Home): 'everyone' | 'members' | 'authors' {
    const channel = this.#slack.workspace.channels.get(channelOf(home) ?? '')
    if (channel === undefined || channel.extShared || channel.pendingExtShared) return 'authors'
    if (channel.kind === 'public') return 'everyone'
    return channel.members.has(this.#slack.me.botUserId) ? 'members' : 'authors'
  }
}

/** Whether the bot can speak in a channel now: it is there, and nobody else reads along. */
export const isSpokenIn = (slack: SlackWorld, home: Home): boolean => {
  const channel = slack.workspace.channels.get(channelOf(home) ?? '')
  if (channel === undefined) return false
  const isOutside = channel.extShared || channel.pendingExtShared
  return !channel.archived && !isOutside && channel.members.has(slack.me.botUserId)
}
