import type { Nudge } from '../../domain/nudge.js'
import { reasonsLeft } from '../../domain/nudge-policy.js'
import type { WorkingTime } from '../../domain/working-time.js'
import type { KeepingStores } from '../ports.js'

/** Earlier nudges at which it is looked what was answered. */
const earlierNudges = 12

/**
 * The nudges of a post that are open, each with those reasons alone whose turn it still is: while the post waited, the
 * same may have been put off, or let be, where it was told before.
 */
export const turnsLeft = async (
  { people, nudges }: KeepingStores,
  planned: readonly Nudge[],
  time: WorkingTime,
): Promise<readonly Nudge[]> => {
  const left: Nudge[] = []
  for (const nudge of planned) {
    if (nudge.moot || nudge.answer !== null) continue
    const person = await people.get(nudge.personId)
    const all = await nudges.of(nudge.personId, earlierNudges)
    const reasons = person === null ? nudge.reasons : reasonsLeft(nudge, { person, nudges: all }, time)
    if (reasons.length > 0) left.push({ ...nudge, reasons })
  }
  return left
}
