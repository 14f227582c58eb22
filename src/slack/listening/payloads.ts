import { z } from 'zod'
import { elementState } from './element-value.js'

/** Slack's payloads, stripped to what is used. What does not fit is not handled. */

const id = z.string().min(1)
const optionalId = id.nullish().transform((value) => value ?? null)
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const named = z.object({ id }).nullish()
const actor = z.object({ id, team_id: optionalId })

const heldState = z
  .object({ values: z.record(z.string(), z.record(z.string(), elementState)).default({}) })
  .nullish()
  .transform((state) => state ?? { values: {} })

const view = z.object({
  id,
  type: z.string().default('modal'),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  hash: z.string().default(''),
  clear_on_close: z.boolean().default(false),
  blocks: z.array(z.object({ type: z.string(), block_id: z.string().default('') })).default([]),
  state: heldState,
})

const message = z.object({ ts: id, thread_ts: optionalId })
const container = z.object({
  message_ts: optionalId,
  thread_ts: optionalId,
  channel_id: optionalId,
  is_ephemeral: z.boolean().default(false),
})

export const commandBody = z.object({
  team_id: optionalId,
  enterprise_id: optionalId,
  user_id: id,
  channel_id: id,
  command: z.string(),
  text,
  trigger_id: id,
  response_url: optionalId,
})

export const pressBody = z.object({
  user: actor,
  team: named,
  enterprise: named,
  channel: named,
  container: container.nullish(),
  message: message.nullish(),
  view: view.nullish(),
  trigger_id: id,
  response_url: optionalId,
  /** What a message's elements hold; those of a view stand in the view. */
  state: heldState,
  actions: z.array(elementState.extend({ action_id: z.string(), action_ts: z.string().default('') })).min(1),
})

export const submissionBody = z.object({
  user: actor,
  team: named,
  enterprise: named,
  trigger_id: optionalId,
  view,
})

export const shortcutBody = z.object({
  user: actor,
  team: named,
  enterprise: named,
  channel: named,
  callback_id: z.string(),
  trigger_id: id,
  response_url: optionalId,
  message: z.object({ ts: id, thread_ts: optionalId, text, user: optionalId, bot_id: optionalId }).nullish(),
})

export const lookupBody = z.object({
  user: actor,
  team: named,
  enterprise: named,
  channel: named,
  container: container.nullish(),
  message: message.nullish(),
  view: view.nullish(),
  action_id: z.string(),
  block_id: z.string().default(''),
  value: z.string().default(''),
})

const event = z.object({ type: id }).loose()
/** For which installation Slack sends it. */
const installation = z.object({ team_id: optionalId, enterprise_id: optionalId })
export const eventBody = z.object({
  event_id: optionalId,
  authorizations: z
    .array(installation)
    .nullish()
    .transform((installations) => installations ?? []),
  /** Another organisation reads it. */
  is_ext_shared_channel: z.boolean().nullish(),
  event,
})
export type EventBody = z.output<typeof eventBody>

export const messageEvent = z.object({
  type: id,
  subtype: z.string().nullish(),
  hidden: z.boolean().nullish(),
  edited: z.unknown().optional(),
  bot_id: z.string().nullish(),
  user: id,
  user_team: optionalId,
  team: optionalId,
  channel: id,
  channel_type: z.string().nullish(),
  text,
  ts: id,
  thread_ts: optionalId,
  files: z
    .array(z.object({ id: optionalId }))
    .nullish()
    .transform((files) => (files ?? []).flatMap((file) => file.id ?? [])),
})

export const reactionEvent = z.object({
  type: z.enum(['reaction_added', 'reaction_removed']),
  user: id,
  user_team: optionalId,
  reaction: id,
  item: z.object({ type: z.literal('message'), channel: id, ts: id }),
  event_ts: z.string().default(''),
})

const channelEventIds = z.union([id, z.object({ id }).transform((channel) => channel.id)])
export const placeEvent = z.object({
  channel: channelEventIds.optional(),
  old_channel_id: id.optional(),
  new_channel_id: id.optional(),
  user: z.union([id, z.object({ id }).transform((user) => user.id)]).optional(),
})

/** A changed profile; other fields of it say nothing about a role. */
export const profileEvent = z.object({
  user: z.object({
    id,
    deleted: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    profile: z.object({ title: text }),
  }),
})

/** A step of a workflow runs. Its own token is not used: the bot's does, and outlives a repetition. */
export const stepEvent = z.object({
  function: z.object({ callback_id: id }),
  function_execution_id: id,
  inputs: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((inputs) => inputs ?? {}),
})

export const homeOpenedEvent = z.object({ user: id, tab: z.string() })

export const movedEvent = z.object({ old_channel_id: id, new_channel_id: id })

export const revokedEvent = z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }).optional() })

export type View = z.output<typeof view>
