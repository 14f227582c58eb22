import { isObject, type Json, objectAt, objectsAt } from '../../../src/practice/json.js'
import { heldBy } from './catching.js'
import type { World } from './world.js'

/** A payload that Slack never sent, and what was done to it. */
export type Forgery = readonly [what: string, payload: Json, silently?: 'silently' | undefined]

let last = 0
/** With a trigger of its own, or it would be taken for the same once more; and no address to answer at. */
const anew = (payload: Json, more: Json = {}): Json => {
  const { response_url: _, ...rest } = payload
  return { ...rest, trigger_id: `altered.${++last}`, ...more }
}

const byUser = (payload: Json, id: string, teamId: string): Json =>
  anew(payload, { user: { id, team_id: teamId }, team: { id: teamId } })

/** The same, said to be pressed in a message of another place. */
export const from = (payload: Json, channelId: string): Json => {
  const { view: _, ...rest } = payload
  const container = { type: 'message', message_ts: '1.2', channel_id: channelId, is_ephemeral: true }
  return anew(rest, { channel: { id: channelId }, container, message: undefined })
}

/** Everybody who may not see what Ana sees. */
export const others = ({ team, una }: World, payload: Json): Forgery[] => {
  const { ben, gus, pia, customers, slack } = team
  // What a form stands in is sealed, and no field of its payload.
  const elsewhere = (all: Forgery[]): Forgery[] => (payload.type === 'view_submission' ? [] : all)
  const ours = slack.teamId
  const dm = slack.places.dm(ben).id
  // In a view it was not a bot's to begin with, and that is said.
  const silently = objectAt(payload, 'view')?.type === 'modal' ? undefined : 'silently'
  return [
    ['a teammate who is not there', byUser(payload, ben, ours)],
    ...elsewhere([
      ['a teammate, from where they are', from(byUser(payload, ben, ours), customers)],
      ['a teammate, from their DM', from(byUser(payload, ben, ours), dm)],
      ['a teammate, from a place shared with others', from(byUser(payload, ben, ours), team.shared)],
      ['a guest, from where they are', from(byUser(payload, gus, ours), customers)],
      ['an outsider, from where they are', from(byUser(payload, pia, 'T0ACME'), team.shared)],
    ]),
    ['a guest', byUser(payload, gus, ours)],
    ['somebody of another organisation', byUser(payload, pia, 'T0ACME')],
    ['somebody of another organisation who says that they are ours', byUser(payload, pia, ours)],
    ['somebody who has left', byUser(payload, una, ours)],
    ['nobody', byUser(payload, 'U0NOBODY', ours)],
    ['the bot itself', byUser(payload, slack.botUserId, ours), silently],
    ['another bot', byUser(payload, 'USLACKBOT', ours), silently],
  ]
}

/** Ana herself, out of another workspace. */
export const otherTeams = ({ team: { ana, slack } }: World, payload: Json): Forgery[] => [
  ['another team of the payload', anew(payload, { team: { id: 'T0OTHER' } })],
  ['another team of the user', anew(payload, { user: { id: ana, team_id: 'T0OTHER' } })],
  ['another team, both', byUser(payload, ana, 'T0OTHER')],
  ['a user of another team', byUser(payload, 'U0OTHER', slack.teamId)],
]

const withValue = (payload: Json, value: string): Json => {
  const [action = {}] = objectsAt(payload, 'actions')
  const { selected_option: option, ...rest } = action
  const held = isObject(option) ? { selected_option: { ...option, value } } : { value }
  return anew(payload, { actions: [{ ...rest, ...held }] })
}

/** Values that are nobody's, and ids of another kind. */
export const otherValues = (payload: Json, foreign: readonly string[]): Forgery[] => {
  const value = heldBy(payload)
  const garbage = [
    '',
    ':',
    '::',
    '-1',
    value.slice(0, -1),
    value.slice(1),
    `${value}x`,
    value.toUpperCase() === value ? value.toLowerCase() : value.toUpperCase(),
    'x'.repeat(20_000),
    `${value}${':x'.repeat(500)}`,
    '<!channel>',
    '__proto__',
    "' or 1=1 --",
    '\u0000',
    '🙂'.repeat(300),
  ].filter((other) => other !== value)
  return [...garbage, ...foreign].map((other) => [
    `the value ${JSON.stringify(other.slice(0, 60))}`,
    withValue(payload, other),
  ])
}

export const withActionId = (payload: Json, actionId: string): Json => {
  const [action = {}] = objectsAt(payload, 'actions')
  return anew(payload, { actions: [{ ...action, action_id: actionId }] })
}

const withView = (payload: Json, change: Json): Json =>
  anew(payload, { view: { ...objectAt(payload, 'view'), ...change } })

/** What a form carries, altered: by a hand that has no key. */
export const otherMetadata = (payload: Json, elses: readonly string[]): Forgery[] => {
  const view = objectAt(payload, 'view') ?? {}
  const sealed = String(view.private_metadata)
  const [mark = '', at = '', ...rest] = sealed.split('.')
  const metadata = rest.join('.')
  const changed: [string, string][] = Object.entries(JSON.parse(metadata || '{}') as Json).flatMap(
    ([key, value]): [string, string][] => [
      [
        `another ${key}`,
        JSON.stringify({ ...JSON.parse(metadata), [key]: typeof value === 'string' ? `${value}x` : 'x' }),
      ],
      [`no ${key}`, JSON.stringify({ ...JSON.parse(metadata), [key]: undefined })],
    ],
  )
  return [
    ...changed.map(
      ([what, text]): Forgery => [what, withView(payload, { private_metadata: `${mark}.${at}.${text}` })],
    ),
    ...['', '{}', '[', 'null', metadata, `${mark}..`, 'x'.repeat(3_000), '\u0000'].map(
      (text): Forgery => [
        `metadata ${JSON.stringify(text.slice(0, 20))}`,
        withView(payload, { private_metadata: text }),
      ],
    ),
    ['another seal', withView(payload, { private_metadata: `${'A'.repeat(mark.length)}.${at}.${metadata}` })],
    ['a later time', withView(payload, { private_metadata: `${mark}.${Number(at) + 1}.${metadata}` })],
    ...elses.map((id): Forgery => [`the form ${id}`, withView(payload, { callback_id: id })]),
    ...['', 'form-unknown', '__proto__', 'constructor', 'x'.repeat(255)]
      .filter((id) => id !== view.callback_id)
      .map(
        (id): Forgery => [
          `the form ${JSON.stringify(id.slice(0, 20))}`,
          withView(payload, { callback_id: id }),
        ],
      ),
  ]
}
