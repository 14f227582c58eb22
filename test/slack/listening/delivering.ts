import type { ModalView } from '@slack/types'
import type { Tuning } from '../../../src/slack/connection/connect.js'
import type { Among } from '../../../src/slack/connection/edge-for.js'
import type { Listeners } from '../../../src/slack/listeners.js'
import { type Bot, commandOf, sealing, startBot } from '../bot.js'
import { SlackStand } from '../stand.js'

/** A connected bot, and the hands of somebody in Slack. */
export class Delivering {
  readonly slack: SlackStand
  readonly bot: Bot
  #count = 0

  private constructor(slack: SlackStand, bot: Bot) {
    this.slack = slack
    this.bot = bot
  }

  static async to(
    listeners: Partial<Listeners>,
    tuning: Partial<Tuning> = {},
    revoked: () => void = () => {},
    among?: Among,
  ): Promise<Delivering> {
    const slack = await SlackStand.open()
    slack.on('conversations.open', () => ({ ok: true, channel: { id: 'D1' } }))
    for (const method of [
      'chat.postEphemeral',
      'chat.postMessage',
      'views.open',
      'views.push',
      'views.update',
      'views.publish',
    ])
      slack.on(method, () => ({ ok: true, ts: '99.1' }))
    return new Delivering(slack, await startBot(slack, 'socket', listeners, tuning, revoked, among))
  }

  async end(): Promise<void> {
    await this.bot.stop()
    await this.slack.close()
  }

  /** Delivers, and resolves with what the bot acknowledged. */
  async deliver(type: string, payload: unknown): Promise<unknown> {
    this.#count += 1
    const id = `e${this.#count}`
    const socket = await this.slack.until(() => this.slack.open[0])
    socket.deliver(id, type, payload)
    await this.slack.until(() => socket.acks.has(id))
    return socket.acks.get(id)
  }

  command(text: string, more: object = {}): Promise<unknown> {
    return this.deliver('slash_commands', {
      ...commandOf(text, `t${this.#count}`, this.slack),
      ...more,
    })
  }

  press(
    actionId: string,
    element: object,
    more: { view?: object; [field: string]: unknown } = {},
  ): Promise<unknown> {
    const view = more.view === undefined ? {} : { view: shown(more.view) }
    return this.deliver('interactive', {
      type: 'block_actions',
      user: { id: 'U1', team_id: 'T1' },
      team: { id: 'T1' },
      channel: { id: 'C1' },
      container: { type: 'message', message_ts: '10.1', channel_id: 'C1', is_ephemeral: true },
      trigger_id: `t${this.#count}`,
      response_url: this.slack.responseUrl,
      actions: [{ type: 'button', action_id: actionId, block_id: 'b', action_ts: '1', ...element }],
      ...more,
      ...view,
    })
  }

  submit(callbackId: string, values: object, view: object = {}, more: object = {}): Promise<unknown> {
    return this.deliver('interactive', {
      type: 'view_submission',
      user: { id: 'U1', team_id: 'T1' },
      team: { id: 'T1' },
      trigger_id: `t${this.#count}`,
      view: shown({
        id: 'V1',
        type: 'modal',
        callback_id: callbackId,
        hash: 'h1',
        private_metadata: '{"channelId":"C1","threadTs":"8.0"}',
        blocks: [
          { type: 'section', block_id: 'intro' },
          { type: 'input', block_id: 'note' },
        ],
        state: { values },
        ...view,
      }),
      ...more,
    })
  }

  shortcut(callbackId: string, more: object = {}): Promise<unknown> {
    return this.deliver('interactive', {
      type: 'message_action',
      user: { id: 'U1', team_id: 'T1' },
      team: { id: 'T1' },
      callback_id: callbackId,
      trigger_id: `t${this.#count}`,
      ...more,
    })
  }

  lookup(actionId: string, value: string): Promise<unknown> {
    return this.deliver('interactive', {
      type: 'block_suggestion',
      user: { id: 'U1', team_id: 'T1' },
      team: { id: 'T1' },
      container: { type: 'message', message_ts: '10.1', channel_id: 'C1' },
      channel: { id: 'C1' },
      action_id: actionId,
      block_id: 'who',
      value,
    })
  }

  event(event: object, eventId = `Ev${this.#count}`): Promise<unknown> {
    return this.deliver('events_api', {
      type: 'event_callback',
      team_id: 'T1',
      event_id: eventId,
      authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
      event: { event_ts: '10.5', ...event },
    })
  }
}

/** A view as Slack has it: what it carries is sealed for the one who sees it. */
const shown = (view: object): object => {
  const { type, callback_id = '', private_metadata = '' }: Partial<Record<string, string>> = { ...view }
  if (type !== 'modal' || /^[\w-]{43}\./.test(private_metadata)) return view
  const blank: ModalView = { type: 'modal', title: { type: 'plain_text', text: '' }, blocks: [] }
  return {
    ...view,
    private_metadata: sealing.put({ ...blank, callback_id, private_metadata }, 'U1').private_metadata,
  }
}

/** Something that a handler waits for until the test lets it go on. */
export const gate = (): { readonly opened: Promise<void>; readonly open: () => void } => {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}
