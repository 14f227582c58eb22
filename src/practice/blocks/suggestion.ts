import { suggestionAnswer } from './option.js'
import { type BlockFault, Spot } from './spot.js'

/** What Slack would refuse in the answer to a type-ahead (`block_suggestion`). */
export function suggestionFaults(answer: unknown): BlockFault[] {
  const at = new Spot('message', '')
  suggestionAnswer(answer, at)
  return at.faults
}
