import type { Choice } from '../listeners.js'
import type { Edge } from './edge.js'
import { openedFrom } from './opened-from.js'
import { lookupBody } from './payloads.js'
import { teamOf } from './team-of.js'
import { type Acknowledge, taken } from './typed.js'
import { whoseView } from './whose-view.js'
import { within } from './within.js'

/** Slack's limits for the options of a select. */
const mostOptions = 100
const longestText = 75
const longestValue = 150

/** Somebody types into a select: what fits is offered, or nothing when it cannot be found in time. */
export const onLookup = async (edge: Edge, body: unknown, ack: Acknowledge): Promise<void> => {
  const asked = lookupBody.parse(body)
  const whose = asked.view ? whoseView(edge, asked.view, asked.user.id) : null
  const place = openedFrom(whose?.view.private_metadata ?? '')
  const isKnown = Object.hasOwn(edge.listeners.lookups, asked.action_id) && !whose?.complaint
  const handler = isKnown ? edge.listeners.lookups[asked.action_id] : undefined
  const work = (async (): Promise<readonly Choice[]> =>
    (await handler?.({
      workspaceId: edge.me.workspaceId,
      teamId: teamOf(edge.me, {
        teams: [asked.user.team_id, asked.team?.id],
        enterpriseId: asked.enterprise?.id,
      }),
      userId: asked.user.id,
      channelId: asked.channel?.id ?? asked.container?.channel_id ?? place.channelId,
      threadTs: asked.message?.thread_ts ?? asked.container?.thread_ts ?? place.threadTs,
      delivery: `${asked.view?.id ?? asked.container?.message_ts ?? ''}:${asked.action_id}:${asked.value}`,
      actionId: asked.action_id,
      blockId: asked.block_id,
      query: asked.value,
    })) ?? [])().catch((error: unknown) => {
    edge.log.error('Choices could not be looked up', { actionId: asked.action_id, err: error })
    return []
  })
  const found = await within(work, edge.patience.lookupMs)
  await taken(ack, { options: found.done ? optionsOf(found.value) : [] })
}

const optionsOf = (choices: readonly Choice[]) =>
  choices
    .filter(({ text, value }) => text !== '' && value.length <= longestValue)
    .slice(0, mostOptions)
    .map(({ text, value }) => ({
      text: {
        type: 'plain_text',
        text: text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`,
      },
      value,
    }))
