import type { Facet } from '../../domain/note.js'
import { type Asker, scopeOf } from '../asker.js'
import type { UnitOfWork } from '../ports.js'

const tender: readonly Facet[] = ['body', 'feeling']

/** Whether these are a teammate's first words on something tender: the reply says what not to write. */
export const isFirstTender = async (
  uow: UnitOfWork,
  asker: Asker,
  facets: readonly Facet[],
): Promise<boolean> => {
  if (!facets.some((facet) => tender.includes(facet))) return false
  return !(await uow.read(scopeOf(asker), ({ notes }) => notes.hasFacet(asker.userId, tender)))
}
