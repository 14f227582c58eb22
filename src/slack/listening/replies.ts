import type { KnownBlock } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { heldBack } from '../../app/ports/messenger.js'
import type { Log } from '../../logging.js'
import { type Meter, unmetered } from '../../metering.js'
import type { Reply } from '../answer.js'
import { pause } from '../connection/backoff.js'
import { again, inTurn } from '../pacing/manner.js'
import { type SlackTrouble, troubleOf } from '../slack-error.js'
import { metered } from '../web-clients.js'
import { Recent } from './recent.js'
import { ResponseUrls } from './response-url.js'

/** Whom to answer, and by which ways. */
export type Whom = {
  readonly userId: string
  readonly channelId: string | null
  readonly threadTs: string | null
  readonly responseUrl: string | null
}

/** Gaps before each further try, when Slack says that nothing was posted. */
export type RetryGaps = readonly number[]
export const standardGaps: RetryGaps = [500, 2_000, 8_000, 20_000, 40_000]

/** So long an answer waits for Slack to take one more, besides. */
const longestHeldMs = 120_000

/** Told of every message that stays, before it is posted; what it answers is told where it stands. */
export type OnPosting = (reply: Reply) => Promise<(channelId: string, ts: string) => Promise<void>>
const unnoticed: OnPosting = async () => async () => {}

/** Whether an address that came with a delivery leads to Slack, and to whoever is answered there. */
export type IsSlacks = (url: string) => boolean
/** Nobody's DM gets another id. */
const mostDirects = 5_000

type Message = { text: string; blocks?: KnownBlock[] }
const full = (reply: Reply): Message => ({ text: reply.text, blocks: [...reply.blocks] })
/** Should Slack refuse the blocks, the text says it all. */
const plain = (reply: Reply): Message => ({ text: reply.text })

/**
 * Brings an answer to one teammate. A way that refuses for now is tried again; a way that is closed gives over to
 * the next: response_url, a message in the channel that only they see, their DM. When no answer comes back, the
 * message may have arrived, so it is not sent again. Never throws.
 */
export class Replies {
  readonly #client: WebClient
  readonly #log: Log
  readonly gaps: RetryGaps
  readonly #onPosting: OnPosting
  readonly #isSlacks: IsSlacks
  readonly #meter: Meter
  readonly #directs = new Recent<string>(mostDirects)
  readonly #responseUrls = new ResponseUrls()

  constructor(
    client: WebClient,
    log: Log,
    isSlacks: IsSlacks,
    gaps: RetryGaps = standardGaps,
    onPosting: OnPosting = unnoticed,
    meter: Meter = unmetered,
  ) {
    this.#onPosting = onPosting
    this.#isSlacks = isSlacks
    this.#meter = meter
    this.#client = client
    this.#log = log
    this.gaps = gaps
  }

  async tell(whom: Whom, reply: Reply, replaceOriginal = false): Promise<void> {
    const { channelId, userId } = whom
    const responseUrl = this.#trusted(whom.responseUrl)
    const thread = whom.threadTs === null ? {} : { thread_ts: whom.threadTs }
    if (responseUrl !== null) {
      const told = await this.#say(reply, (message) =>
        metered(this.#meter, 'response_url', () =>
          this.#responseUrls.respond(responseUrl, {
            ...message,
            ...thread,
            response_type: 'ephemeral',
            replace_original: replaceOriginal,
          }),
        ),
      )
      if (told) return
    }
    if (channelId !== null) {
      const told = await this.#say(reply, (message) =>
        this.#client.chat.postEphemeral({ channel: channelId, user: userId, ...thread, ...message }),
      )
      if (told) return
    }
    await this.tellDirectly(userId, reply)
  }

  /** What is said unasked: where they are, seen by them alone, or not at all. */
  async whisper({ userId, channelId, threadTs }: Omit<Whom, 'responseUrl'>, reply: Reply): Promise<void> {
    if (channelId === null) return
    const thread = threadTs === null ? {} : { thread_ts: threadTs }
    await this.#say(reply, (message) =>
      this.#client.chat.postEphemeral({ channel: channelId, user: userId, ...thread, ...message }),
    )
  }

  /** In the teammate's DM with the bot. */
  async tellDirectly(userId: string, reply: Reply): Promise<void> {
    const channelId = await this.directOf(userId)
    if (channelId !== null) await this.post(channelId, null, reply)
  }

  /** As a message of the bot's; for a DM, where everybody there is the one who asked. */
  async post(channelId: string, threadTs: string | null, reply: Reply): Promise<void> {
    const thread = threadTs === null ? {} : { thread_ts: threadTs }
    const still = { unfurl_links: false, unfurl_media: false }
    const noteDown = await this.#unlessItFails(() => this.#onPosting(reply))
    let posted = ''
    const told = await this.#say(reply, async (message) => {
      const { ts } = await this.#client.chat.postMessage({
        channel: channelId,
        ...thread,
        ...still,
        ...message,
      })
      posted = ts ?? ''
    })
    if (noteDown !== null && posted !== '') await this.#unlessItFails(() => noteDown(channelId, posted))
    if (!told) this.#log.error('A reply could not be brought', { channelId })
  }

  /** Whoever waits for an answer gets it, also when it cannot be written down that they did. */
  async #unlessItFails<T>(note: () => Promise<T>): Promise<T | null> {
    try {
      return await note()
    } catch (error) {
      this.#log.error('Where an answer stands could not be written down', { err: error })
      return null
    }
  }

  /** True when it was said, or may have been; false when this way is closed. */
  async #say(reply: Reply, send: (message: Message) => Promise<unknown>): Promise<boolean> {
    const trouble = await this.#persist(() => send(full(reply)))
    if (trouble === null || trouble.kind === 'uncertain') return true
    if (trouble.kind === 'temporary' || !aboutContent.has(trouble.code)) return false
    this.#log.error('Slack refused the blocks of a reply; sending its text', { code: trouble.code })
    const again = await this.#persist(() => send(plain(reply)))
    return again === null || again.kind === 'uncertain'
  }

  /** The teammate's DM with the bot, as Slack knows it; null while Slack does not say. */
  async directOf(userId: string): Promise<string | null> {
    return this.#directs.get(userId) ?? this.#open(userId)
  }

  /** What is answered is the teammate's own: it goes to Slack and nowhere else. */
  #trusted(responseUrl: string | null): string | null {
    if (responseUrl === null || this.#isSlacks(responseUrl)) return responseUrl
    this.#log.warn('A response_url that does not lead to this workspace of Slack is not used')
    return null
  }

  async #open(userId: string): Promise<string | null> {
    let channelId: string | null = null
    await this.#persist(async () => {
      channelId = (await this.#client.conversations.open({ users: userId })).channel?.id ?? null
    })
    if (channelId === null) this.#log.error('A reply could not be brought', { userId })
    else this.#directs.put(userId, channelId)
    return channelId
  }

  async #persist(attempt: () => Promise<unknown>): Promise<SlackTrouble | null> {
    const sinceMs = performance.now()
    const leftMs = () => Math.max(0, sinceMs + longestHeldMs - performance.now())
    const next = () => inTurn({ sinceMs, patienceMs: leftMs() }, attempt)
    for (let tries = 0, isAgain = false; ; ) {
      try {
        await (isAgain ? again(next) : next())
        return null
      } catch (error) {
        const trouble = troubleOf(error)
        const { kind, code } = trouble
        const isHeld = code === heldBack && leftMs() > 0
        // What was not even tried is no try.
        const gap = isHeld ? 0 : this.gaps[tries++]
        // What Slack refused as one too many, saying when to come again, troubles it no more than what is called for the first time.
        isAgain ||= !isHeld && !saidWhen(trouble)
        if (kind !== 'temporary' || gap === undefined) {
          this.#log.warn('A reply was not confirmed by Slack', { outcome: kind, code })
          return trouble
        }
        await pause(Math.max(gap, trouble.retryAfterMs ?? 0))
      }
    }
  }
}

const saidWhen = (trouble: SlackTrouble): boolean =>
  trouble.kind === 'temporary' && trouble.code === 'ratelimited' && trouble.retryAfterMs !== null

const aboutContent = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'invalid_arguments',
  'http_400',
])
