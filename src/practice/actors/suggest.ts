import { faultMessage } from '../blocks/spot.js'
import { suggestionFaults } from '../blocks/suggestion.js'
import { type Json, objectsAt } from '../json.js'
import type { User } from '../world/user.js'
import { deliverInteraction } from './interaction.js'
import { type ActorParts, interactionBase } from './parts.js'
import { surroundings } from './press.js'
import { Run } from './run.js'
import { current, findElement, type Surface } from './surface.js'

/**
 * Types into an external select and returns the options offered, groups flattened; give one of them to `choose` or
 * `submit`. A query shorter than the element's min_query_length (3 unless set) asks nothing, as in Slack.
 */
export async function suggest(
  parts: ActorParts,
  user: User,
  surface: Surface,
  which: string,
  query: string,
): Promise<Json[]> {
  const place = current(parts, user, surface)
  const { block, element } = findElement(place, which)
  if (!String(element.type).endsWith('external_select')) throw new Error(`"${which}" is a ${element.type}`)
  const shortest = typeof element.min_query_length === 'number' ? element.min_query_length : 3
  if (query.length < shortest) return []
  const run = new Run('block_suggestion', parts.workspace, parts.views)
  await deliverInteraction(parts, run, {
    type: 'block_suggestion',
    ...interactionBase(parts, user, 'of the installation'),
    ...surroundings(parts, user, place),
    action_id: element.action_id,
    block_id: block.block_id,
    value: query,
  })
  if (!run.acknowledged) return []
  const faults = suggestionFaults(run.ackBody).map(faultMessage)
  if (faults.length > 0) {
    parts.workspace.record.problem('refused_blocks', `The answer to a type-ahead: ${faults.join(' ')}`)
    return []
  }
  const groups = objectsAt(run.ackBody, 'option_groups').flatMap((group) => objectsAt(group, 'options'))
  return [...objectsAt(run.ackBody, 'options'), ...groups]
}
