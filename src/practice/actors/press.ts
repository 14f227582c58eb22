import type { PlacedElement } from '../blocks/walk.js'
import { type Json, textAt } from '../json.js'
import { messageObject } from '../world/message.js'
import type { User } from '../world/user.js'
import type { Given } from './choice.js'
import { held } from './held.js'
import { deliverInteraction } from './interaction.js'
import { type ActorParts, interactionBase } from './parts.js'
import { Run } from './run.js'
import {
  blocksOf,
  type Current,
  current,
  findElement,
  type Narrowing,
  type Surface,
  stateKey,
} from './surface.js'

/** Presses a button. */
export function press(
  parts: ActorParts,
  user: User,
  surface: Surface,
  which: string,
  narrowing: Narrowing,
): Promise<Run> {
  const place = current(parts, user, surface)
  const placed = findElement(place, which, narrowing)
  const { element } = placed
  if (element.type !== 'button') throw new Error(`"${which}" is a ${element.type}: use choose`)
  const { text, value, style, url } = element
  return act(parts, user, place, placed, { type: 'button', text, value, style, url })
}

/** Chooses in a select, picker, menu or set of boxes. In an input block that does not dispatch, nothing is sent. */
export async function choose(
  parts: ActorParts,
  user: User,
  surface: Surface,
  which: string,
  given: Given,
  narrowing: Narrowing,
): Promise<Run> {
  const place = current(parts, user, surface)
  const placed = findElement(place, which, narrowing)
  const { block, element } = placed
  const state = held(parts, user, element, given)
  if (element.type !== 'overflow') {
    const [blockId, actionId] = [textAt(block, 'block_id') ?? '', textAt(element, 'action_id') ?? '']
    parts.views.states.set(stateKey(place, user), blockId, actionId, state)
  }
  if (block.type === 'input' && block.dispatch_action !== true) {
    const silent = new Run('block_actions', parts.workspace, parts.views)
    silent.delivered = false
    return silent
  }
  return act(parts, user, place, placed, { ...state, placeholder: element.placeholder })
}

async function act(
  parts: ActorParts,
  user: User,
  place: Current,
  placed: PlacedElement,
  action: Json,
): Promise<Run> {
  const { workspace, views, triggers } = parts
  const run = new Run('block_actions', workspace, views)
  const { block_id } = placed.block
  const { action_id } = placed.element
  await deliverInteraction(parts, run, {
    type: 'block_actions',
    ...interactionBase(parts, user, 'of the installation'),
    ...surroundings(parts, user, place, run),
    trigger_id: triggers.issue(user.id, {
      fromModal: place.view?.kind === 'modal',
      onOpen: (viewId) => run.noteView(viewId),
    }),
    actions: [{ ...action, action_id, block_id, action_ts: workspace.clock.nextTs() }],
  })
  return run
}

/** What a payload tells of where it came from. Of an ephemeral message Slack sends only the place, not the content. */
export function surroundings(parts: ActorParts, user: User, place: Current, run?: Run): Json {
  const { workspace, views, responseUrls } = parts
  if (place.view)
    return { container: { type: 'view', view_id: place.view.id }, view: views.object(place.view) }
  const { message } = place
  const channel = workspace.channel(message.channelId)
  const isEphemeral = message.ephemeralTo !== undefined
  const responding = run && {
    response_url: `${parts.origin()}${responseUrls.issue({
      userId: user.id,
      channelId: channel.id,
      source: message,
      listener: run,
    })}`,
  }
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    channel: { id: channel.id, name: channel.kind === 'private' ? 'privategroup' : channel.name },
    ...(isEphemeral ? {} : { message: messageObject(message, workspace.repliesTo(message), false) }),
    state: { values: views.states.values(stateKey(place, user), blocksOf(place)) },
    ...responding,
  }
}
