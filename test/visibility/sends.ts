import { createHmac } from 'node:crypto'
import { sealed } from '../support/forging.js'
import type { Team } from '../support/team.js'
import type { Ledger } from './ledger.js'

/** Somebody who does something, as Slack's payloads would name them. */
export type Actor = { readonly label: string; readonly userId: string; readonly teamId: string }

/**
 * Everything that can reach the bot, by whomever, also by those whom Slack itself would not let do it: signed as Slack
 * signs it. Each answers what came back at once, which its actor alone would see.
 */
export class Sends {
  /** Who is shown a view, by the trigger that opens it or by its id. */
  readonly triggers = new Map<string, string>()
  count = 0
  readonly #team: Team
  readonly #ledger: Ledger

  constructor(team: Team, ledger: Ledger) {
    this.#team = team
    this.#ledger = ledger
  }

  command(actor: Actor, channelId: string, text: string, command = '/person'): Promise<string> {
    this.#ledger.typedBy(actor.userId, text)
    const body = {
      team_id: actor.teamId,
      user_id: actor.userId,
      channel_id: channelId,
      command,
      text,
      trigger_id: this.#trigger(actor),
    }
    return this.#post(new URLSearchParams(body).toString(), 'application/x-www-form-urlencoded')
  }

  press(actor: Actor, channelId: string, actionId: string, value: string): Promise<string> {
    const at = { channel_id: channelId, message_ts: `1.${this.#next()}`, is_ephemeral: true }
    return this.#interaction(actor, {
      type: 'block_actions',
      channel: { id: channelId },
      container: { type: 'message', ...at },
      actions: [
        { type: 'button', action_id: actionId, block_id: 'b', value, action_ts: `${this.#next()}.000001` },
      ],
    })
  }

  /** `metadata` as the form carried it, sealed for whoever hands it in. */
  form(
    actor: Actor,
    callbackId: string,
    metadata: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<string> {
    this.#ledger.typedBy(actor.userId, Object.values(fields).join(' '))
    const values = Object.entries(fields).map(([id, value]) => [
      id,
      { [id]: { type: 'plain_text_input', value } },
    ])
    return this.#interaction(actor, {
      type: 'view_submission',
      view: {
        id: this.#view(actor),
        type: 'modal',
        callback_id: callbackId,
        private_metadata: sealed(this.#team, actor.userId, callbackId, metadata),
        hash: String(this.#next()),
        blocks: Object.keys(fields).map((id) => ({ type: 'input', block_id: id })),
        state: { values: Object.fromEntries(values) },
      },
    })
  }

  lookup(actor: Actor, channelId: string, actionId: string, blockId: string, value: string): Promise<string> {
    this.#ledger.typedBy(actor.userId, value)
    const where = { channel: { id: channelId }, action_id: actionId, block_id: blockId, value }
    return this.#interaction(actor, { type: 'block_suggestion', ...where })
  }

  shortcut(
    actor: Actor,
    callbackId: string,
    on: { channelId: string; ts: string; text: string; user: string } | null,
  ): Promise<string> {
    const { ts, text, user, channelId } = on ?? {}
    const message = on === null ? {} : { channel: { id: channelId }, message: { ts, text, user } }
    const type = on === null ? 'shortcut' : 'message_action'
    return this.#interaction(actor, { type, callback_id: callbackId, ...message })
  }

  async event(event: Readonly<Record<string, unknown>>): Promise<void> {
    const { teamId: team_id, botUserId: user_id } = this.#team.slack
    const body = {
      type: 'event_callback',
      team_id,
      event_id: `EvM${this.#next()}`,
      authorizations: [{ team_id, enterprise_id: null, user_id, is_bot: true }],
      event,
    }
    await this.#post(JSON.stringify(body), 'application/json')
  }

  #interaction(actor: Actor, payload: object): Promise<string> {
    const { userId: id, teamId } = actor
    const whole = { user: { id, team_id: teamId }, team: { id: teamId }, trigger_id: this.#trigger(actor) }
    const text = JSON.stringify({ ...whole, ...payload })
    return this.#post(`payload=${encodeURIComponent(text)}`, 'application/x-www-form-urlencoded')
  }

  async #post(body: string, type: string): Promise<string> {
    this.count += 1
    const { bot, slack } = this.#team
    const timestamp = Math.floor(Date.now() / 1000)
    const mac = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${body}`)
    const answer = await fetch(`http://127.0.0.1:${bot.port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${mac.digest('hex')}`,
      },
    })
    return answer.text()
  }

  #trigger({ userId }: Actor): string {
    const id = `matrix.${this.#next()}`
    this.triggers.set(id, userId)
    return id
  }
  #view({ userId }: Actor): string {
    const id = `V0MATRIX${this.#next()}`
    this.triggers.set(id, userId)
    return id
  }
  #counted = 0
  #next(): number {
    return ++this.#counted
  }
}
