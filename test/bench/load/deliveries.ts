import { channel, teammate, workspaceId } from '../people/life.js'

/** One thing that Slack delivers: as its body over HTTP, and as its payload over a socket. */
export type Delivery = {
  readonly type: 'slash_commands' | 'interactive' | 'events_api'
  readonly payload: Readonly<Record<string, unknown>>
  readonly contentType: string
  readonly body: string
}

const form = 'application/x-www-form-urlencoded'
const run = Date.now().toString(36)
let delivered = 0
/** Never the same twice, in this run or another: Slack's repetitions are not what is measured. */
const mark = (): string => `${run}.${++delivered}`

/** As many type in as many channels within a minute: more would have Slack asked about them oftener than it likes. */
const atATime = 10

/** Typed by one teammate after another. */
export const command = (text: string, responseUrl: string): Delivery => {
  const payload = {
    token: 'bench',
    team_id: workspaceId,
    team_domain: 'bench',
    channel_id: channel(delivered % atATime),
    channel_name: 'customers',
    user_id: teammate((delivered * 7) % atATime),
    user_name: 'ana',
    command: '/person',
    text: text.replaceAll('%', mark()),
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: mark(),
  }
  const body = new URLSearchParams(payload).toString()
  return { type: 'slash_commands', payload, contentType: form, body }
}

/** A few letters typed into a select that looks people up. */
export const typeAhead = (value: string): Delivery => {
  const payload = {
    type: 'block_suggestion',
    team: { id: workspaceId, domain: 'bench' },
    user: { id: teammate(delivered++ % atATime), team_id: workspaceId },
    api_app_id: 'A0BENCH',
    action_id: 'people',
    block_id: 'people',
    value,
    channel: { id: channel(delivered % atATime) },
    container: { type: 'message', message_ts: '1.0', channel_id: channel(delivered % atATime) },
  }
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  return { type: 'interactive', payload, contentType: form, body }
}

const event = (inner: Readonly<Record<string, unknown>>): Delivery => {
  const payload = {
    type: 'event_callback',
    team_id: workspaceId,
    api_app_id: 'A0BENCH',
    event_id: mark(),
    authorizations: [{ team_id: workspaceId, enterprise_id: null, user_id: 'U0BENCHBOT', is_bot: true }],
    event: inner,
  }
  return { type: 'events_api', payload, contentType: 'application/json', body: JSON.stringify(payload) }
}

/** Somebody looks at their Home. */
export const homeOpened = (userId: string): Delivery =>
  event({ type: 'app_home_opened', user: userId, tab: 'home', channel: 'D0BENCH', event_ts: mark() })

/** Somebody puts a reaction on a message that was never reacted to before. */
export const reaction = (userId: string, emoji: string, nowMs: number): Delivery => {
  const ts = `${Math.floor(nowMs / 1000)}.${String(++delivered).padStart(6, '0')}`
  const item = { type: 'message', channel: channel(delivered % atATime), ts }
  return event({ type: 'reaction_added', user: userId, reaction: emoji, item, event_ts: ts })
}
