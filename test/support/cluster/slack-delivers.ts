import { setTimeout as pause } from 'node:timers/promises'
import type { Balancer } from './balancer.js'
import { type Deed, newDeed } from './deeds.js'
import { bot } from './slack-methods.js'
import type { SlackRoom } from './slack-room.js'
import type { SlackServer } from './slack-server.js'

/** At which an event is told again that nobody acknowledged: nearly at once, after a minute, after five. */
const eventAgainMs = [0, 60_000, 5 * 60_000]

type Who = { readonly room: SlackRoom; readonly userId: string; readonly channelId: string }

/** What Slack delivers when somebody does something, and what they see of it. */
export class SlackDelivers {
  readonly deeds: Deed[] = []
  readonly #slack: SlackServer
  readonly #balancer: Balancer
  #ids = 0

  constructor(slack: SlackServer, balancer: Balancer) {
    this.#slack = slack
    this.#balancer = balancer
  }

  /** `/person ...` */
  async command({ room, userId, channelId }: Who, kind: string, text: string, token = ''): Promise<Deed> {
    const deed = this.#begin(newDeed(room, kind, token))
    const body = new URLSearchParams({
      ...{ command: '/person', text, team_id: room.id, user_id: userId, channel_id: channelId },
      trigger_id: this.#newId('trigger'),
      response_url: this.#slack.responseUrl((answer) => deed.answers.push(answer)),
    })
    await this.#bring(deed, body.toString(), 'form')
    return deed
  }

  /** A button on a message of the bot's. */
  async press(
    { room, userId, channelId }: Who,
    kind: string,
    button: { readonly ts: string; readonly actionId: string; readonly value: string },
  ): Promise<Deed> {
    const deed = this.#begin(newDeed(room, kind, button.value))
    const { ts, actionId, value } = button
    const payload = {
      type: 'block_actions',
      user: { id: userId, team_id: room.id },
      team: { id: room.id },
      channel: { id: channelId },
      container: { type: 'message', message_ts: ts, channel_id: channelId, is_ephemeral: false },
      message: { ts },
      trigger_id: this.#newId('trigger'),
      response_url: this.#slack.responseUrl((answer) => deed.answers.push(answer)),
      actions: [{ type: 'button', action_id: actionId, value, action_ts: room.newTs() }],
    }
    await this.#bring(deed, new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), 'form')
    return deed
  }

  /** A line in the DM with the bot; what is answered stands there too. */
  message(room: SlackRoom, userId: string, kind: string, text: string, token: string): Promise<Deed> {
    const channel = room.directOf(userId)
    const ts = room.newTs()
    room.said.push({ channelId: channel, ts, by: userId, text })
    const event = { type: 'message', channel_type: 'im', user: userId, channel, text, ts, team: room.id }
    return this.#event(newDeed(room, kind, token), event)
  }

  /** An emoji on a message. */
  reaction(
    { room, userId, channelId }: Who,
    kind: string,
    ts: string,
    emoji: string,
    token: string,
  ): Promise<Deed> {
    const item = { type: 'message', channel: channelId, ts }
    const event = { type: 'reaction_added', user: userId, reaction: emoji, item, event_ts: room.newTs() }
    return this.#event(newDeed(room, kind, token), event)
  }

  /** Told until somebody says that it came. */
  async #event(deed: Deed, event: object): Promise<Deed> {
    this.#begin(deed)
    const { room } = deed
    const body = JSON.stringify({
      ...{ type: 'event_callback', team_id: room.id, api_app_id: bot.appId, event },
      event_id: this.#newId('Ev'),
      event_time: Math.floor(Number(room.newTs())),
      authorizations: [{ team_id: room.id, enterprise_id: null, user_id: bot.userId, is_bot: true }],
    })
    for (const [nth, waitMs] of [0, ...eventAgainMs].entries()) {
      await pause(waitMs)
      const more = nth === 0 ? {} : { 'x-slack-retry-num': String(nth), 'x-slack-retry-reason': 'http_error' }
      deed.failed = false
      await this.#bring(deed, body, 'json', more)
      if (!deed.failed) break
    }
    return deed
  }

  async #bring(deed: Deed, body: string, type: 'form' | 'json', more = {}): Promise<void> {
    const brought = await this.#balancer.bring(body, type, more)
    deed.told += 1
    deed.tries += brought.tries
    deed.tookMs = brought.tookMs
    deed.failed = brought.kind === 'failed' || brought.status !== 200
    if (brought.kind === 'answered' && brought.status === 200 && brought.body !== '')
      deed.answers.push(brought.body)
  }

  #begin(deed: Deed): Deed {
    this.deeds.push(deed)
    return deed
  }
  #newId(kind: string): string {
    return `${kind}.${++this.#ids}`
  }
}
