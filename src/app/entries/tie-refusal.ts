import { isSameTie, type Tie, type TieKind } from '../../domain/tie.js'
import { type Outcome, rejected } from '../outcome.js'
import type { Stores } from '../ports.js'
import { circleThrough } from '../ties/circle.js'

/** Why a tie cannot become one of another kind, as far as the asker may see the others; null where it can. */
export const tieRefusal = async (
  stores: Stores,
  tie: Tie,
  kind: TieKind,
): Promise<Extract<Outcome<never>, { ok: false }> | null> => {
  const { personId, otherId } = tie
  const others = [...(await stores.ties.from(personId, kind)), ...(await stores.ties.from(otherId, kind))]
  if (others.some((each) => each.id !== tie.id && isSameTie(each, { ...tie, kind }))) {
    const [person, other] = await stores.people.names([personId, otherId])
    return rejected({ reason: 'tie-known', name: person?.name ?? '', kind, other: other?.name ?? '' })
  }
  const circle = await circleThrough(stores, { ...tie, kind })
  return circle === null ? null : rejected(circle)
}
