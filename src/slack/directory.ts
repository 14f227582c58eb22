import type { WebClient } from '@slack/web-api'
import {
  type ChannelFacts,
  type Clock,
  type Directory,
  SlackUnavailable,
  type SlackUser,
} from '../app/ports.js'
import type { Identity } from './connection/identity.js'
import { channelFactsOf, hiddenChannel, isDirect, ownDirect } from './directory/channel-facts.js'
import { peopleOfWorkspace, placesOfBot } from './directory/lists.js'
import { Memory } from './directory/memory.js'
import { slackUserOf, stranger } from './directory/slack-user.js'
import { Together } from './directory/together.js'
import { again } from './pacing/manner.js'
import { troubleOf, unavailable } from './slack-error.js'

const userLifeMs = 60_000
const channelLifeMs = 5 * 60_000
const presentLifeMs = 30_000
const membersLifeMs = 30_000
/** Who is a guest changes rarely, and an event says so. */
const guestLifeMs = 60 * 60_000
/** Slack is asked about each member once; of a larger place it is taken for granted that guests are there. */
const mostMembersAsked = 300
/** A network error this soon was a connection that had gone stale, and worth one more call. */
const soonMs = 1_000
const pageSize = 1_000
const noChannel = new Set([
  'channel_not_found',
  'not_in_channel',
  'user_not_in_channel',
  'method_not_supported_for_channel_type',
])
const noUser = new Set(['user_not_found', 'user_not_visible', 'users_not_found'])

/**
 * What Slack says of users and places, remembered for seconds and dropped when an event says that it changed.
 * When Slack cannot be asked it throws `SlackUnavailable`, whatever it knew before: an old answer must not decide
 * who may see something.
 */
export class SlackDirectory implements Directory {
  readonly #client: WebClient
  readonly #me: Identity
  readonly #users: Memory<SlackUser>
  readonly #channels: Memory<ChannelFacts>
  readonly #present: Memory<ChannelFacts>
  readonly #members: Memory<ReadonlySet<string>>
  readonly #guests: Memory<boolean>
  readonly #teammates: Memory<boolean>
  readonly #people: Together<SlackUser>
  readonly #places: Together<ChannelFacts>

  constructor(client: WebClient, me: Identity, clock: Clock) {
    this.#client = client
    this.#me = me
    this.#users = new Memory(userLifeMs, clock)
    this.#channels = new Memory(channelLifeMs, clock)
    this.#present = new Memory(presentLifeMs, clock)
    this.#members = new Memory(membersLifeMs, clock)
    this.#guests = new Memory(guestLifeMs, clock)
    this.#teammates = new Memory(guestLifeMs, clock)
    this.#people = new Together(
      (id) => this.#askUser(id),
      () => peopleOfWorkspace(client, me),
    )
    this.#places = new Together(
      (id) => this.#askChannel(id),
      () => placesOfBot(client, me),
    )
  }

  user(userId: string): Promise<SlackUser> {
    return this.#users.get(userId, () => this.#people.ask(userId))
  }
  isTeammate(userId: string): Promise<boolean> {
    return this.#teammates.get(userId, async () => (await this.user(userId)).standing === 'member')
  }
  channel(channelId: string): Promise<ChannelFacts> {
    return this.#channels.get(channelId, () => this.presentChannel(channelId))
  }
  presentChannel(channelId: string): Promise<ChannelFacts> {
    return this.#present.get(channelId, () => this.#placeNow(channelId))
  }
  members(channelId: string): Promise<ReadonlySet<string>> {
    return this.#members.get(channelId, () => this.#askMembers(channelId))
  }
  async hasGuests(channelId: string): Promise<boolean> {
    const members = [...(await this.members(channelId))].filter((userId) => userId !== this.#me.botUserId)
    if (members.length === 0 || members.length > mostMembersAsked) return true
    const guests = await Promise.all(members.map((userId) => this.#isGuest(userId)))
    return guests.includes(true)
  }
  #isGuest(userId: string): Promise<boolean> {
    return this.#guests.get(userId, async () => {
      const { standing } = await this.user(userId)
      return standing === 'guest' || standing === 'outsider'
    })
  }
  /** As `channel`, asked anew: what is about to be posted must not rest on a memory. */
  freshChannel(channelId: string): Promise<ChannelFacts> {
    this.forgetChannel(channelId)
    return this.channel(channelId)
  }

  forgetUser(userId: string): void {
    this.#users.drop(userId)
    this.#guests.drop(userId)
    this.#teammates.drop(userId)
  }
  forgetChannel(channelId: string): void {
    this.#channels.drop(channelId)
    this.#present.drop(channelId)
  }
  forgetMembers(channelId: string): void {
    this.#members.drop(channelId)
  }
  /** Nobody knows what changed. */
  forgetEverything(): void {
    for (const memory of [this.#users, this.#guests, this.#teammates, this.#channels, this.#present])
      memory.clear()
    this.#members.clear()
  }

  async #askUser(userId: string): Promise<SlackUser> {
    const answer = await this.#ask(() => this.#client.users.info({ user: userId }), noUser)
    return answer?.user ? slackUserOf(userId, answer.user, this.#me) : stranger(userId)
  }

  async #placeNow(channelId: string): Promise<ChannelFacts> {
    // Asking about a DM would take one more permission, and answer nothing that we use.
    return isDirect(channelId) ? ownDirect(channelId) : this.#places.ask(channelId)
  }

  async #askChannel(channelId: string): Promise<ChannelFacts> {
    const answer = await this.#ask(() => this.#client.conversations.info({ channel: channelId }), noChannel)
    if (!answer?.channel) return hiddenChannel(channelId)
    const facts = channelFactsOf(channelId, answer.channel)
    if (answer.channel.is_member !== undefined || facts.kind !== 'public' || facts.archived || facts.shared)
      return facts
    return { ...facts, botIsIn: await this.#isMember(channelId) }
  }

  /** In doubt the bot is not there, and posts nothing. */
  async #isMember(channelId: string): Promise<boolean> {
    try {
      return (await this.members(channelId)).has(this.#me.botUserId)
    } catch (error) {
      if (error instanceof SlackUnavailable) return false
      throw error
    }
  }

  async #askMembers(channelId: string): Promise<ReadonlySet<string>> {
    const members = new Set<string>()
    let cursor: string | undefined
    do {
      const page = cursor === undefined ? {} : { cursor }
      const answer = await this.#ask(
        () => this.#client.conversations.members({ channel: channelId, limit: pageSize, ...page }),
        noChannel,
      )
      for (const member of answer?.members ?? []) members.add(member)
      cursor = answer?.response_metadata?.next_cursor || undefined
    } while (cursor !== undefined)
    return members
  }

  /** Null when Slack answers that there is no such thing, or none that we may see. */
  async #ask<T>(call: () => Promise<T>, none: ReadonlySet<string>): Promise<T | null> {
    const begunAt = performance.now()
    try {
      return await call()
    } catch (error) {
      const trouble = troubleOf(error)
      if (none.has(trouble.code)) return null
      const stale = trouble.kind === 'uncertain' && performance.now() - begunAt < soonMs
      if (!stale) throw unavailable(trouble, error)
    }
    try {
      return await again(call)
    } catch (error) {
      const trouble = troubleOf(error)
      if (none.has(trouble.code)) return null
      throw unavailable(trouble, error)
    }
  }
}
