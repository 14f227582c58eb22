import { isSameTie, type Tie } from '../../domain/tie.js'
import type { Asker } from '../asker.js'
import type { Rejection } from '../outcome.js'
import type { Stores } from '../ports.js'
import { circleThrough } from './circle.js'

/**
 * Why a tie that is there, or has just come back, cannot say what it says: another says it already, or a circle is
 * closed. All as far as the asker may see the others; null where it can.
 */
export const tieRefusal = async (
  stores: Stores,
  tie: Tie,
  isInTheWay: (same: Tie) => boolean = () => true,
): Promise<Rejection | null> => {
  const { personId, otherId, kind } = tie
  const others = [...(await stores.ties.from(personId, kind)), ...(await stores.ties.from(otherId, kind))]
  if (others.some((each) => each.id !== tie.id && isSameTie(each, tie) && isInTheWay(each))) {
    const names = new Map((await stores.people.names([personId, otherId])).map(({ id, name }) => [id, name]))
    return { reason: 'tie-known', name: names.get(personId) ?? '', kind, other: names.get(otherId) ?? '' }
  }
  return circleThrough(stores, tie)
}

/** The same of a tie that comes back or becomes wider: what fewer people know, said by others, is not in its way. */
export const widerTieRefusal = (
  stores: Stores,
  { userId, openToAll }: Asker,
  tie: Tie,
): Promise<Rejection | null> =>
  tieRefusal(stores, tie, ({ by, home }) => by === userId || home === tie.home || openToAll.includes(home))
