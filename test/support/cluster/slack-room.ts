/** A message of the bot's as it stands, and as it was when it was posted. */
export type Posted = {
  readonly channelId: string
  readonly ts: string
  /** The workspace's user who alone sees it; null for all. */
  readonly to: string | null
  readonly first: string
  /** Whose of the bot's posts it is, when it is one that the outbox sent. */
  readonly postId: string | null
  text: string
  blocks: string
  metadata: unknown
  readonly atMs: number
}
/** What a person wrote. */
export type Said = {
  readonly channelId: string
  readonly ts: string
  readonly by: string
  readonly text: string
}

/** One workspace of a small Slack: who is there, where, and what was said. */
export class SlackRoom {
  readonly posted: Posted[] = []
  readonly said: Said[] = []
  readonly id: string
  readonly token: string
  readonly zone: string
  readonly users: readonly string[]
  readonly channels: readonly string[]
  readonly #now: () => number
  #lastTs = 0

  constructor(draft: {
    readonly id: string
    readonly zone: string
    readonly users: readonly string[]
    readonly channels: readonly string[]
    /** What this Slack takes for now, in ms. */
    readonly now: () => number
  }) {
    this.id = draft.id
    this.token = `xoxb-${draft.id}`
    this.zone = draft.zone
    this.users = draft.users
    this.channels = draft.channels
    this.#now = draft.now
  }

  /** The DM of a user with the bot. */
  directOf(userId: string): string {
    return `D${userId.slice(1)}`
  }
  knows(channelId: string): boolean {
    return this.channels.includes(channelId) || this.users.some((user) => this.directOf(user) === channelId)
  }
  /** Another one each time, later than all before. */
  newTs(): string {
    this.#lastTs = Math.max(this.#lastTs + 1, Math.round(this.#now() * 1000))
    return `${Math.floor(this.#lastTs / 1e6)}.${String(this.#lastTs % 1e6).padStart(6, '0')}`
  }
  post(message: Pick<Posted, 'channelId' | 'to' | 'text' | 'blocks' | 'metadata'>): Posted {
    const posted: Posted = {
      ...message,
      first: `${message.text} ${message.blocks}`,
      postId: postIdIn(message.metadata),
      ts: this.newTs(),
      atMs: performance.now(),
    }
    this.posted.push(posted)
    return posted
  }
  at(channelId: string, ts: string): Posted | undefined {
    return this.posted.find((each) => each.channelId === channelId && each.ts === ts && each.to === null)
  }
}

const postIdIn = (metadata: unknown): string | null => {
  if (typeof metadata !== 'object' || metadata === null || !('event_payload' in metadata)) return null
  const { event_payload: payload } = metadata
  return typeof payload === 'object' && payload !== null && 'id' in payload ? String(payload.id) : null
}
