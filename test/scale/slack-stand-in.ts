import { isObject, type Json, parseJson } from '../../src/practice/json.js'
import { bot, botUser, teammates, zoneOf } from './town.js'

/** A message of the bot's, as it reached Slack. */
export type Posted = {
  readonly workspaceId: string
  readonly channelId: string
  /** What the bot calls it, from its metadata. */
  readonly postId: string
  readonly atMs: number
}
/** With what can be pressed in it. */
export type Shown = Posted & { readonly ts: string; readonly blocks: unknown }

export type SlackPorts = {
  readonly now: () => number
  /** Tells one replica's messages from another's. */
  readonly nth: number
  /** How long an answer takes. */
  readonly answerMs: number
  readonly onPosted: (shown: Shown) => void
}

/**
 * Slack in this process: it answers at once, for all workspaces, and remembers nothing but how often it was asked. Who and
 * where somebody is follows from ids.
 */
export class SlackStandIn {
  readonly #ports: SlackPorts
  /** Calls by method. */
  readonly calls = new Map<string, number>()
  /** Calls of one method in one workspace within the minute of now; the most there were. */
  readonly most = new Map<string, number>()
  #minute = 0
  #inMinute = new Map<string, number>()
  #messages = 0
  #open = 0

  constructor(ports: SlackPorts) {
    this.#ports = ports
  }

  get isBusy(): boolean {
    return this.#open > 0
  }

  /** What the bot's clients fetch with. */
  readonly fetch: typeof fetch = async (url, init) => {
    this.#open += 1
    try {
      const workspaceId = (new Headers(init?.headers).get('authorization') ?? '').replace('Bearer xoxb-', '')
      const method = String(url).split('/api/')[1] ?? ''
      const { body } = init ?? {}
      const text = typeof body === 'string' ? body : body instanceof URLSearchParams ? body.toString() : ''
      this.#count(workspaceId, method)
      const { answerMs } = this.#ports
      if (answerMs > 0) await new Promise((resolve) => setTimeout(resolve, answerMs))
      return Response.json(this.#answer(workspaceId, method, valuesOf(text)))
    } finally {
      this.#open -= 1
    }
  }

  #count(workspaceId: string, method: string): void {
    this.calls.set(method, (this.calls.get(method) ?? 0) + 1)
    const minute = Math.floor(this.#ports.now() / 60_000)
    if (minute !== this.#minute) {
      this.#inMinute = new Map()
      this.#minute = minute
    }
    const key = `${workspaceId} ${method}`
    const times = (this.#inMinute.get(key) ?? 0) + 1
    this.#inMinute.set(key, times)
    this.most.set(method, Math.max(this.most.get(method) ?? 0, times))
  }

  #answer(workspaceId: string, method: string, values: Json): object {
    const { user, channel } = values
    switch (method) {
      case 'auth.test':
        return { ok: true, team_id: workspaceId, user_id: botUser, bot_id: bot }
      case 'users.info':
        return { ok: true, user: userIn(workspaceId, String(user)) }
      case 'conversations.info':
        return { ok: true, channel: { id: channel, name: String(channel).toLowerCase(), is_member: true } }
      case 'conversations.members':
        return { ok: true, members: [...teammates, botUser] }
      case 'conversations.open':
        return { ok: true, channel: { id: `D${String(values.users).slice(1)}` } }
      case 'conversations.history':
        return { ok: true, messages: [], has_more: false }
      case 'chat.postMessage':
        return this.#posts(workspaceId, values)
      default:
        return { ok: true, ts: values.ts, channel }
    }
  }

  #posts(workspaceId: string, values: Json): object {
    const atMs = this.#ports.now()
    this.#messages += 1
    const micros = String((this.#ports.nth * 100_000 + (this.#messages % 100_000)) % 1_000_000).padStart(
      6,
      '0',
    )
    const ts = `${Math.floor(atMs / 1000)}.${micros}`
    const channelId = String(values.channel)
    const metadata = parseJson(String(values.metadata ?? '{}'))
    const payload = isObject(metadata) && isObject(metadata.event_payload) ? metadata.event_payload : {}
    const blocks: unknown = parseJson(`{"blocks":${String(values.blocks ?? '[]')}}`)
    this.#ports.onPosted({ workspaceId, channelId, postId: String(payload.id ?? ''), atMs, ts, blocks })
    return { ok: true, channel: channelId, ts }
  }
}

const valuesOf = (text: string): Json => {
  const parsed = text.startsWith('{') ? parseJson(text) : Object.fromEntries(new URLSearchParams(text))
  return isObject(parsed) ? parsed : {}
}

const userIn = (workspaceId: string, id: string): object => ({
  id,
  team_id: workspaceId,
  name: id.toLowerCase(),
  real_name: `Teammate ${id}`,
  tz: zoneOf(workspaceId),
  is_bot: id === botUser,
  is_admin: id === teammates[0],
})
