import { createHmac } from 'node:crypto'
import type { ModalView } from '@slack/types'
import { Seal } from '../../src/slack/listening/seal.js'
import type { Team } from './team.js'

/** What Slack never sent, signed as if it had: to a team that is connected over HTTP. */
const post = async ({ bot, slack }: Team, body: string, type: string, port = bot.port): Promise<string> => {
  const timestamp = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
    },
  })
  return answer.text()
}

const interaction = (team: Team, payload: object, port?: number): Promise<string> =>
  post(
    team,
    `payload=${encodeURIComponent(JSON.stringify(payload))}`,
    'application/x-www-form-urlencoded',
    port,
  )

let forged = 0
const next = (): number => ++forged

export type Forger = { readonly userId: string; readonly teamId?: string; readonly channelId: string }

const by = ({ slack }: Team, { userId, teamId = slack.teamId }: Forger) => ({
  user: { id: userId, team_id: teamId },
  team: { id: teamId },
  trigger_id: `forged.${next()}`,
})

/** A press on a button that was never shown, or on one with another value in it. */
export const forgePress = (
  team: Team,
  forger: Forger,
  actionId: string,
  value: string,
  ephemeral = false,
): Promise<string> =>
  interaction(team, {
    type: 'block_actions',
    ...by(team, forger),
    channel: { id: forger.channelId },
    container: {
      type: 'message',
      channel_id: forger.channelId,
      message_ts: `1.${next()}`,
      is_ephemeral: ephemeral,
    },
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: `${next()}.000001` }],
  })

/** What a view would carry, had the bot shown it to this user just so: a forger who has its key. */
export const sealed = (team: Team, userId: string, callbackId: string, metadata: string): string => {
  const { slack, clock } = team
  const seal = new Seal(slack.botToken, { workspaceId: slack.teamId }, clock)
  const blank: ModalView = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] }
  const view = { ...blank, callback_id: callbackId, private_metadata: metadata }
  return seal.put(view, userId).private_metadata ?? ''
}
const isSealed = (metadata: string): boolean => /^[\w-]{43}\.\d+\./.test(metadata)

/** A form that was never opened, with metadata as if it had been. */
export const forgeForm = (
  team: Team,
  forger: Forger,
  callbackId: string,
  metadata: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> =>
  interaction(team, {
    type: 'view_submission',
    ...by(team, forger),
    view: {
      id: `V${next()}`,
      type: 'modal',
      callback_id: callbackId,
      private_metadata: isSealed(metadata) ? metadata : sealed(team, forger.userId, callbackId, metadata),
      hash: String(next()),
      blocks: Object.keys(fields).map((id) => ({ type: 'input', block_id: id })),
      state: {
        values: Object.fromEntries(
          Object.entries(fields).map(([id, value]) => [id, { [id]: { type: 'plain_text_input', value } }]),
        ),
      },
    },
  })

/** Any interaction, word for word, to this bot or another at a port. Answers what Slack would get. */
export const forgeAny = (team: Team, payload: object, port?: number): Promise<string> =>
  interaction(team, payload, port)

/** Something that was delivered before, with a new trigger: handed in by another click, or by somebody who kept it. */
export const forgeAgain = (team: Team, payload: unknown): Promise<string> =>
  interaction(team, { ...Object(payload), trigger_id: `forged.${next()}` })

/** A type-ahead: the choices that are offered, as Slack would get them. */
export const forgeLookup = (team: Team, forger: Forger, blockId: string, query: string): Promise<string> =>
  interaction(team, {
    type: 'block_suggestion',
    ...by(team, forger),
    channel: { id: forger.channelId },
    action_id: 'someone-else',
    block_id: blockId,
    value: query,
  })

/** An event that Slack brings: in any order, with any stamp, as often as one likes. */
export const forgeEvent = (
  team: Team,
  event: object,
  eventId = `EvForged${next()}`,
  more: object = {},
): Promise<string> =>
  post(
    team,
    JSON.stringify({
      type: 'event_callback',
      team_id: team.slack.teamId,
      event_id: eventId,
      event,
      ...more,
    }),
    'application/json',
  )
