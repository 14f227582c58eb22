import type { Nudge } from '../../domain/nudge.js'
import { reasonsLeft } from '../../domain/nudge-policy.js'
import type { WorkingTime } from '../../domain/working-time.js'
import type { Unsaid } from '../ports/posts.js'
import type { KeepingStores } from '../ports.js'
import type { NoticeModel } from './compose-notice.js'
import type { PostModel } from './post-model.js'

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

/**
 * Of what a post was planned for, what it does not say: all of somebody who is not to be seen, or with whom somebody was in
 * touch; and of the others what was answered elsewhere.
 */
export const leftOut = (
  planned: readonly Nudge[],
  open: readonly Nudge[],
  said: PostModel | NoticeModel,
): readonly Unsaid[] => {
  const told = new Set('entries' in said ? said.entries.map(({ nudgeId }) => nudgeId) : [])
  return planned.flatMap(({ id, reasons }) => {
    const left = told.has(id) ? (open.find((nudge) => nudge.id === id)?.reasons ?? []) : []
    return left.length === reasons.length ? [] : [{ nudgeId: id, reasons: left }]
  })
}
