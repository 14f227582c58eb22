import type { Closing, Commitment } from '../../domain/commitment.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'

export type Closed = { readonly person: Person; readonly commitment: Commitment }

/**
 * `kept`, `broke`: one promise or step is closed, for all who see it. Whoever may see it may close it; where fewer
 * read than see it, the asker is asked before (`openCommitments`).
 */
export const closeCommitment = async (
  ports: ActPorts,
  asker: Asker,
  commitmentId: string,
  as: Closing['as'],
): Promise<Outcome<Closed>> => {
  const about = await ports.uow.read(scopeOf(asker), ({ commitments }) => commitments.get(commitmentId))
  const kind = as === 'kept' ? 'kept' : 'broke'
  return act(ports, asker, kind, about?.personId ?? null, async (stores) => {
    const commitment = await stores.commitments.get(commitmentId)
    const person = commitment === null ? null : await stores.people.get(commitment.personId)
    if (commitment === null || person === null) return rejected({ reason: 'entry-gone' })
    if (commitment.closed !== null) {
      const { as: before } = commitment.closed
      const by = commitment.closed.by === asker.userId ? null : commitment.closed.by
      return rejected({ reason: 'closed-already', what: commitment.kind, name: person.name, as: before, by })
    }
    const closed: Closing = { as, on: asker.today, by: asker.userId }
    await stores.commitments.change(commitment.id, { closed })
    return ok({ person, commitment: { ...commitment, closed } })
  })
}
