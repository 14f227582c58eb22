import type { WebClient } from '@slack/web-api'
import { troubleOf, unavailable } from './slack-error.js'

/** A message as it stands in Slack now; texts are escaped as Slack escapes them. */
export type MessageAt = {
  readonly ts: string
  readonly text: string
  readonly userId: string | null
  readonly botId: string | null
  /** The root of the thread that it is in; its own `ts` when it is the root of one. */
  readonly threadTs: string | null
}

type MessageSeen = {
  readonly ts?: string
  readonly text?: string
  readonly user?: string
  readonly bot_id?: string
  readonly thread_ts?: string
}

/** Reads single messages: the one that was reacted to, and the root of its thread. */
export class SlackHistory {
  readonly #client: WebClient

  constructor(client: WebClient) {
    this.#client = client
  }

  /** Null when it is gone, or out of our sight. Throws `SlackUnavailable` when Slack cannot be asked just now. */
  async messageAt(channelId: string, ts: string): Promise<MessageAt | null> {
    const around = { channel: channelId, latest: ts, oldest: ts, inclusive: true, limit: 1 }
    const inChannel = await this.#read(() => this.#client.conversations.history(around))
    // Replies in threads are not in the channel's history.
    return exactly(ts, inChannel) ?? this.#inThread(channelId, ts)
  }

  /** The message that a thread hangs on. */
  async threadRoot(channelId: string, threadTs: string): Promise<MessageAt | null> {
    return this.messageAt(channelId, threadTs)
  }

  async #inThread(channelId: string, ts: string): Promise<MessageAt | null> {
    const around = { channel: channelId, ts, latest: ts, oldest: ts, inclusive: true, limit: 10 }
    return exactly(ts, await this.#read(() => this.#client.conversations.replies(around)))
  }

  async #read(call: () => Promise<{ messages?: MessageSeen[] }>): Promise<readonly MessageSeen[]> {
    try {
      return (await call()).messages ?? []
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble.kind === 'permanent') return []
      throw unavailable(trouble, error)
    }
  }
}

const exactly = (ts: string, messages: readonly MessageSeen[]): MessageAt | null => {
  const message = messages.find((each) => each.ts === ts)
  if (message === undefined) return null
  return {
    ts,
    text: message.text ?? '',
    userId: message.user ?? null,
    botId: message.bot_id ?? null,
    threadTs: message.thread_ts ?? null,
  }
}
