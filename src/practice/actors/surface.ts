import type { PlacedElement } from '../blocks/walk.js'
import { eachTextObject, placedElements } from '../blocks/walk.js'
import { type Json, objectAt, textAt } from '../json.js'
import { maySee } from '../sight/seen.js'
import type { Message } from '../world/message.js'
import type { User } from '../world/user.js'
import type { View } from '../world/view.js'
import type { ActorParts } from './parts.js'

/** A message (as `seenBy` gives it, or just its place) or a view. */
export type Surface = { channelId: string; ts: string } | View

/** Which of several elements that fit. */
export interface Narrowing {
  blockId?: string
  /** A button's value. */
  value?: string
  /** Text that stands before it: the first element at or after the block that contains this. */
  near?: string
  /** From 0. */
  nth?: number
}

/** A message or a view as it is now, as its payloads name it. */
export type Current = { message: Message; view?: never } | { view: View; message?: never }

/** Looks the surface up; throws when it is gone or this user does not see it. */
export function current(parts: ActorParts, user: User, surface: Surface): Current {
  if ('ts' in surface) {
    const channel = parts.workspace.channel(surface.channelId)
    const message = channel.messages.get(surface.ts)
    const isTheirs = message?.ephemeralTo === undefined || message.ephemeralTo === user.id
    if (!message || !isTheirs || !maySee(user, channel)) {
      throw new Error(`${user.name} sees no message ${surface.ts} in ${channel.name}`)
    }
    return { message }
  }
  const view = parts.views.find(surface.id)
  if (!view || view.userId !== user.id) throw new Error(`${user.name} has no view ${surface.id} open`)
  return { view }
}

export function blocksOf(place: Current): readonly Json[] {
  return (place.message ?? place.view).blocks
}

/** By what its elements' state is kept: a view's by its id, a message's for each user apart. */
export function stateKey(place: Current, user: User): string {
  return place.view ? place.view.id : `${place.message.channelId}/${place.message.ts}/${user.id}`
}

/**
 * Finds the element by action_id, `block_id/action_id`, block_id, button label, input label or placeholder.
 * Throws, naming what is there, when none fits, and when several do and nothing narrows them down.
 */
export function findElement(place: Current, which: string, narrowing: Narrowing = {}): PlacedElement {
  const blocks = blocksOf(place)
  const all = placedElements(blocks)
  const start =
    narrowing.near === undefined ? 0 : blocks.findIndex((block) => says(block, narrowing.near ?? ''))
  const fitting = all.filter(
    (placed) =>
      namesOf(placed).includes(which) &&
      (narrowing.blockId === undefined || placed.block.block_id === narrowing.blockId) &&
      (narrowing.value === undefined || placed.element.value === narrowing.value) &&
      (narrowing.near === undefined || (start >= 0 && placed.index >= start)),
  )
  const isNarrowed = narrowing.near !== undefined || narrowing.nth !== undefined
  const found = fitting[narrowing.nth ?? 0]
  if (found && (fitting.length === 1 || isNarrowed)) return found
  const there = all.map((placed) => namesOf(placed).join(' = ')).join('\n- ')
  throw new Error(`${fitting.length} elements fit "${which}". There are:\n- ${there || 'none'}`)
}

function namesOf({ block, element }: PlacedElement): string[] {
  const blockId = textAt(block, 'block_id') ?? ''
  const actionId = textAt(element, 'action_id') ?? ''
  const label = textAt(objectAt(element, 'text'), 'text') ?? textAt(objectAt(element, 'placeholder'), 'text')
  const inputLabel = block.type === 'input' ? textAt(objectAt(block, 'label'), 'text') : undefined
  const names = [
    label,
    inputLabel,
    actionId,
    `${blockId}/${actionId}`,
    block.type === 'actions' ? '' : blockId,
  ]
  return names.filter((name) => name !== undefined).filter((name) => name !== '')
}

function says(block: Json, text: string): boolean {
  let found = false
  eachTextObject(block, (object) => {
    if (textAt(object, 'text')?.includes(text)) found = true
  })
  return found
}
