import { isObject, textAt } from '../json.js'
import type { Spot } from './spot.js'
import { elementsOf } from './walk.js'

/** Ids that Slack wants once: a block_id in its message or view, an action_id in its block; one focus in all. */
export function checkUniqueness(blocks: unknown, at: Spot): void {
  if (!Array.isArray(blocks)) return
  const blockIds = new Set<string>()
  let focused = 0
  blocks.forEach((block, index) => {
    if (!isObject(block)) return
    const blockId = textAt(block, 'block_id')
    if (blockId !== undefined && blockIds.has(blockId)) {
      at.in(index).in('block_id').refuse(`\`block_id\` "${blockId}" already exists for another block`)
    }
    if (blockId !== undefined) blockIds.add(blockId)
    const actionIds = new Set<string>()
    for (const element of elementsOf(block)) {
      const actionId = textAt(element, 'action_id')
      if (actionId !== undefined && actionIds.has(actionId)) {
        at.in(index).refuse(`\`action_id\` "${actionId}" already exists for another element`)
      }
      if (actionId !== undefined) actionIds.add(actionId)
      if (element.focus_on_load === true) focused += 1
    }
  })
  if (focused > 1) at.refuse('only one element may have focus_on_load')
}
