import type { NudgeDraft } from '../../../src/app/ports/posts.js'
import type { Reason } from '../../../src/domain/nudge.js'
import type { Person } from '../../../src/domain/person.js'
import { customers, today, type Workspace } from './workspace.js'

export const nine = '2026-11-20T09:00:00.000Z'
export const ten = '2026-11-20T10:00:00.000Z'
export const half = '2026-11-20T09:00:30.000Z'
export const quiet: Reason = { kind: 'quiet', occasion: today }

export const draft = (
  id: string,
  personId: string,
  reasons: readonly Reason[] = [quiet],
  plannedSeq = 1,
): NudgeDraft => ({
  id,
  personId,
  reasons,
  times: 1,
  questionId: 'q1',
  plannedSeq,
})
export const post = (id: string, given: { place?: typeof customers; on?: string; plannedAt?: string } = {}) =>
  ({ id, place: customers, kind: 'digest', on: today, plannedAt: nine, ...given }) as const

/** A digest with one entry about Frank. */
export const withDigest = async (here: Workspace): Promise<Person> => {
  const frank = await here.knows('Frank Ortiz', { firstDueOn: today })
  await here.keep(({ posts }) => posts.plan(post('p1'), [draft('n1', frank.id)]))
  return frank
}
