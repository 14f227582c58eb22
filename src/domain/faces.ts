import type { Tie } from './tie.js'

/** More faces than this in one picture are no faces any more. */
const mostFaces = 40
/** Of them, kept for those whom nobody has met yet: at a large company they would never be seen otherwise. */
const offstagePlaces = 8

/** Somebody who may be in a picture of many. */
type Candidate = { readonly personId: string; readonly offstage: boolean; readonly spoken: boolean }

/**
 * Whom a picture of many shows, and in which order: those met before those offstage, and of each first who is tied to another of
 * them, then who was spoken to; else as they came.
 */
export const facesShown = <P extends Candidate>(
  people: readonly P[],
  ties: readonly Pick<Tie, 'personId' | 'otherId'>[],
): P[] => {
  const there = new Set(people.map(({ personId }) => personId))
  const tied = new Set(
    ties
      .filter(({ personId, otherId }) => there.has(personId) && there.has(otherId) && personId !== otherId)
      .flatMap(({ personId, otherId }) => [personId, otherId]),
  )
  const rank = ({ personId, offstage, spoken }: P): number =>
    (offstage ? 4 : 0) + (tied.has(personId) ? 0 : 2) + (spoken ? 0 : 1)
  const inOrder = people.toSorted((a, b) => rank(a) - rank(b))
  const offstage = inOrder.filter((each) => each.offstage)
  const met = inOrder.filter((each) => !each.offstage)
  const kept = Math.min(offstage.length, offstagePlaces)
  return [...met.slice(0, mostFaces - kept), ...offstage].slice(0, mostFaces)
}
