import type { WebClient } from '@slack/web-api'
import type { ToldAt } from '../app/ports/forgetting.js'
import {
  heldBack,
  type Messenger,
  type PostOutcome,
  type UpdateOutcome,
  type Whereabouts,
} from '../app/ports/messenger.js'
import { channelOf, type Home, teammateOf } from '../domain/audience.js'
import type { Instant } from '../domain/local-time.js'
import type { Log } from '../logging.js'
import type { Reply } from './answer.js'
import type { Identity } from './connection/identity.js'
import { again } from './pacing/manner.js'
import { type SlackTrouble, troubleOf } from './slack-error.js'

const eventType = 'personable_post'
const pages = 10
const pageSize = 200
/** How far the clock here may be ahead of Slack's: a post that Slack dates so much earlier is found. */
const earlierMs = 3 * 24 * 60 * 60_000
/** So far a look must reach where a channel has too many messages for all that. */
const leastEarlierMs = 10 * 60_000
const goneCodes = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

const removedCodes = new Set(['message_not_found', 'file_not_found', 'file_deleted'])

const metadataOf = (postId: string) => ({ event_type: eventType, event_payload: { id: postId } })
const blocksOf = (message: Reply) => [...message.blocks]

/**
 * Posts over a client of its own (see `postingClient`): it neither waits nor repeats by itself, since a repeated
 * call after a lost answer would post twice.
 */
export class SlackMessenger implements Messenger<Reply> {
  readonly #client: WebClient
  readonly #bot: Pick<Identity, 'botUserId' | 'botId'>
  readonly #log: Log
  readonly #directs = new Map<string, string>()

  constructor(client: WebClient, bot: Pick<Identity, 'botUserId' | 'botId'>, log: Log) {
    this.#client = client
    this.#bot = bot
    this.#log = log
  }

  async post(place: Home, message: Reply, postId: string, isAgain = false): Promise<PostOutcome> {
    const channel = await this.#channel(place)
    // Opening a DM posts nothing, so without its answer nothing was posted either.
    if (typeof channel !== 'string') return certain(channel)
    const call = () =>
      this.#client.chat.postMessage({
        channel,
        text: message.text,
        blocks: blocksOf(message),
        metadata: metadataOf(postId),
        unfurl_links: false,
        unfurl_media: false,
      })
    try {
      const answer = await (isAgain ? again(call) : call())
      if (!answer.ts) return { kind: 'uncertain', code: 'no_ts' }
      return { kind: 'sent', channelId: answer.channel ?? channel, ts: answer.ts }
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble.code === heldBack) return trouble
      this.#log.warn('A post was not confirmed by Slack', {
        postId,
        outcome: trouble.kind,
        code: trouble.code,
      })
      return trouble
    }
  }

  async find(place: Home, postId: string, since: Instant): Promise<Whereabouts | null | 'unknown'> {
    let found: Whereabouts | null = null
    const isFound = (post: Whereabouts & { readonly id: string }): boolean => {
      if (post.id === postId) found = { channelId: post.channelId, ts: post.ts }
      return found !== null
    }
    const sinceMs = Date.parse(since)
    const least = sinceMs - leastEarlierMs
    const looked = await this.#look(place, { sinceMs: sinceMs - earlierMs, leastMs: least }, isFound)
    if (looked === 'too many')
      this.#log.warn('Too many messages since a post to find it among them', { postId })
    return looked === 'all' ? found : 'unknown'
  }

  async postedSince(place: Home, since: Instant): Promise<readonly string[] | 'unknown'> {
    const ids: string[] = []
    const sinceMs = Date.parse(since)
    const looked = await this.#look(place, { sinceMs, leastMs: sinceMs }, ({ id }) => {
      ids.push(id)
      return false
    })
    return looked === 'all' ? ids : 'unknown'
  }

  /**
   * Each of our own posts, newest first, until `isEnough`; `all` also then, and where too many messages were sent to
   * look at those before `leastMs`.
   */
  async #look(
    place: Home,
    { sinceMs, leastMs }: { readonly sinceMs: number; readonly leastMs: number },
    isEnough: (post: Whereabouts & { readonly id: string }) => boolean,
  ): Promise<'all' | 'too many' | 'unknown'> {
    const channel = await this.#channel(place)
    if (typeof channel !== 'string') return 'unknown'
    const oldest = (sinceMs / 1000).toFixed(6)
    let cursor: string | undefined
    let reachedMs = Number.POSITIVE_INFINITY
    try {
      for (let page = 0; page < pages; page += 1) {
        const history = await this.#client.conversations.history({
          channel,
          oldest,
          limit: pageSize,
          include_all_metadata: true,
          ...(cursor === undefined ? {} : { cursor }),
        })
        const messages = history.messages ?? []
        for (const message of messages) {
          const id = this.#postIn(message)
          if (id !== null && message.ts && isEnough({ id, channelId: channel, ts: message.ts })) return 'all'
        }
        cursor = history.response_metadata?.next_cursor || undefined
        reachedMs = Number(messages.at(-1)?.ts ?? Number.NaN) * 1000
        if (cursor === undefined || reachedMs < sinceMs) return 'all'
      }
      return reachedMs < leastMs ? 'all' : 'too many'
    } catch (error) {
      this.#log.warn('Could not look for a post', { code: troubleOf(error).code })
      return 'unknown'
    }
  }

  async update(channelId: string, ts: string, message: Reply, postId: string): Promise<UpdateOutcome> {
    try {
      await this.#client.chat.update({
        channel: channelId,
        ts,
        text: message.text,
        blocks: blocksOf(message),
        metadata: metadataOf(postId),
      })
      return { kind: 'ok' }
    } catch (error) {
      const trouble = troubleOf(error)
      if (goneCodes.has(trouble.code)) return { kind: 'gone' }
      this.#log.warn('A post was not put right', { postId, outcome: trouble.kind, code: trouble.code })
      // Putting right twice is no harm, so no answer is as good as a no.
      return certain(trouble)
    }
  }

  async remove({ kind, channelId, ref }: ToldAt): Promise<UpdateOutcome> {
    try {
      if (kind === 'file') await this.#client.files.delete({ file: ref })
      else await this.#client.chat.delete({ channel: channelId, ts: ref })
      return { kind: 'ok' }
    } catch (error) {
      const trouble = troubleOf(error)
      if (removedCodes.has(trouble.code)) return { kind: 'gone' }
      this.#log.warn('Something of ours was not taken away', { outcome: trouble.kind, code: trouble.code })
      return certain(trouble)
    }
  }

  async #channel(place: Home): Promise<string | SlackTrouble> {
    const channel = channelOf(place)
    if (channel !== null) return channel
    const teammate = teammateOf(place) ?? ''
    const known = this.#directs.get(teammate)
    if (known !== undefined) return known
    try {
      const opened = await this.#client.conversations.open({ users: teammate })
      const id = opened.channel?.id
      if (id === undefined) return { kind: 'temporary', code: 'no_channel', retryAfterMs: null }
      this.#directs.set(teammate, id)
      return id
    } catch (error) {
      return troubleOf(error)
    }
  }

  #postIn(message: MessageSeen): string | null {
    // Anybody may post metadata of this type: only our own bot's counts.
    const isOurs = message.bot_id === this.#bot.botId || message.user === this.#bot.botUserId
    const { metadata } = message
    return isOurs && metadata?.event_type === eventType ? idIn(metadata.event_payload) : null
  }
}

type MessageSeen = {
  readonly user?: string
  readonly bot_id?: string
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: unknown }
}
const idIn = (payload: unknown): string | null =>
  typeof payload === 'object' && payload !== null && 'id' in payload && typeof payload.id === 'string'
    ? payload.id
    : null

const certain = (trouble: SlackTrouble) =>
  trouble.kind === 'uncertain'
    ? ({ kind: 'temporary', code: trouble.code, retryAfterMs: null } as const)
    : trouble
