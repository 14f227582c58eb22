/** Calls of a method in a minute, for each workspace: Slack's documented tiers. */
const perMinute: Readonly<Record<string, number>> = {
  'conversations.info': 50,
  'conversations.open': 50,
  'conversations.history': 50,
  'conversations.replies': 50,
  'chat.update': 50,
  'chat.delete': 50,
  'users.info': 100,
  'conversations.members': 100,
  'chat.postEphemeral': 100,
  'views.open': 100,
  'views.update': 100,
  'views.publish': 100,
  // Slack gives no figure for these, but "several hundred".
  'chat.postMessage': 300,
  'auth.test': 300,
}
const minuteMs = 60_000
/** One a second and channel; Slack lets short bursts pass, so one may come early. */
const postEveryMs = 1_000
const postsAtOnce = 2

/** A call over a limit, which was refused. */
export type Refusal = { readonly workspaceId: string; readonly bucket: string; readonly atMs: number }

/** What each workspace called, held against Slack's limits: by method in any minute, by channel in any second. */
export class SlackLimits {
  readonly refusals: Refusal[] = []
  /** The most calls of a method that any workspace made within a minute. */
  readonly most = new Map<string, number>()
  readonly #calls = new Map<string, number[]>()
  readonly #posts = new Map<string, number>()

  /** Null when it may be made now; else how many seconds it has to wait. */
  count(workspaceId: string, method: string, channelId: string | null): number | null {
    const atMs = performance.now()
    if (method === 'chat.postMessage' && channelId !== null) {
      const key = `${workspaceId} ${channelId}`
      const freeAtMs = Math.max(this.#posts.get(key) ?? 0, atMs)
      if (freeAtMs > atMs + postEveryMs * (postsAtOnce - 1))
        return this.#refuse(workspaceId, `${method} in ${channelId}`, atMs, 1)
      this.#posts.set(key, freeAtMs + postEveryMs)
    }
    const key = `${workspaceId} ${method}`
    const calls = (this.#calls.get(key) ?? []).filter((each) => each > atMs - minuteMs)
    this.#calls.set(key, calls)
    const [oldest = atMs] = calls
    if (calls.length >= (perMinute[method] ?? 0))
      return this.#refuse(workspaceId, method, atMs, Math.ceil((oldest + minuteMs - atMs) / 1000))
    calls.push(atMs)
    this.most.set(method, Math.max(this.most.get(method) ?? 0, calls.length))
    return null
  }

  #refuse(workspaceId: string, bucket: string, atMs: number, seconds: number): number {
    this.refusals.push({ workspaceId, bucket, atMs })
    return Math.max(seconds, 1)
  }
}
