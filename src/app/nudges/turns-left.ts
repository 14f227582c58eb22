import type { Nudge } from '../../domain/nudge.js'
import { isSameOccasion, type Turn, timesIn, turnsOf } from '../../domain/nudge-policy.js'
import type { WorkingTime } from '../../domain/working-time.js'
import type { Unsaid } from '../ports/posts.js'
import type { KeepingStores } from '../ports.js'
import type { NoticeModel } from './compose-notice.js'
import type { PostModel } from './post-model.js'

/** A nudge with those reasons alone whose turn it is. */
export type OpenNudge = Nudge & { readonly turns: readonly Turn[] }

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
): Promise<readonly OpenNudge[]> => {
  const left: OpenNudge[] = []
  for (const nudge of planned) {
    if (nudge.moot || nudge.answer !== null) continue
    const person = await people.get(nudge.personId)
    const all = await nudges.of(nudge.personId, earlierNudges)
    const turns =
      person === null
        ? nudge.reasons.map((reason) => ({ reason, times: nudge.times }))
        : turnsOf(nudge, { person, nudges: all }, time)
    if (turns.length > 0) left.push({ ...nudge, ...counting(nudge, turns), turns })
  }
  return left
}

/** With a reason less, the one that was raised most often may be another. */
const counting = ({ reasons, times }: Nudge, turns: readonly Turn[]): Pick<Nudge, 'reasons' | 'times'> => ({
  reasons: turns.map(({ reason }) => reason),
  times: turns.length === reasons.length ? times : timesIn(turns),
})

/**
 * Of what a post was planned for, what it does not say: all of somebody who is not to be seen, or with whom somebody was in
 * touch; and of the others what was answered elsewhere, or is nothing to be told there now.
 */
export const leftOut = (
  planned: readonly Nudge[],
  open: readonly OpenNudge[],
  said: PostModel | NoticeModel,
): readonly Unsaid[] => {
  const entries = 'entries' in said ? said.entries : []
  return planned.flatMap((nudge) => {
    const told = entries.find(({ nudgeId }) => nudgeId === nudge.id)?.said ?? []
    const turns = (open.find(({ id }) => id === nudge.id)?.turns ?? []).filter(({ reason }) =>
      told.some((one) => isSameOccasion(one, reason)),
    )
    return turns.length === nudge.reasons.length ? [] : [{ nudgeId: nudge.id, ...counting(nudge, turns) }]
  })
}
