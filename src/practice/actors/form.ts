import { isObject, type Json, textAt } from '../json.js'
import type { User } from '../world/user.js'
import type { View } from '../world/view.js'
import type { Given } from './choice.js'
import { held } from './held.js'
import type { ActorParts } from './parts.js'
import { findElement, stateKey } from './surface.js'

/** Fills a form's fields in, named by label, block_id, action_id or `block_id/action_id`. */
export function fillIn(parts: ActorParts, user: User, view: View, values: Record<string, Given>): void {
  for (const [which, given] of Object.entries(values)) {
    const { block, element } = findElement({ view }, which)
    const [blockId, actionId] = [textAt(block, 'block_id') ?? '', textAt(element, 'action_id') ?? '']
    parts.views.states.set(stateKey({ view }, user), blockId, actionId, held(parts, user, element, given))
  }
}

/** What Slack itself says of a form before it sends it: a message for each block_id. */
export function formErrors(parts: ActorParts, view: View): Record<string, string> {
  const errors: Record<string, string> = {}
  const values = parts.views.states.values(view.id, view.blocks)
  for (const block of view.blocks) {
    if (block.type !== 'input' || !isObject(block.element)) continue
    const blockId = textAt(block, 'block_id') ?? ''
    const held = values[blockId]
    const state = isObject(held) ? held[String(block.element.action_id)] : undefined
    const error = fieldError(block, block.element, isObject(state) ? state : {})
    if (error) errors[blockId] = error
  }
  return errors
}

function fieldError(block: Json, element: Json, state: Json): string | undefined {
  const { type: _, ...content } = state
  const [value] = Object.values(content)
  const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0)
  if (isEmpty) return block.optional === true ? undefined : 'Please complete this required field.'
  if (typeof value !== 'string' || !String(element.type).endsWith('_input')) return undefined
  const longest = typeof element.max_length === 'number' ? element.max_length : 3_000
  const shortest = typeof element.min_length === 'number' ? element.min_length : 0
  if (value.length > longest) return `This entry may have at most ${longest} characters.`
  if (value.length < shortest) return `This entry needs at least ${shortest} characters.`
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+$/.test(value))
    return 'Please enter a valid email address.'
  if (element.type === 'url_text_input' && !/^https?:\/\/\S+$/.test(value)) return 'Please enter a valid URL.'
  if (element.type === 'number_input' && Number.isNaN(Number(value))) return 'Please enter a number.'
  return undefined
}
