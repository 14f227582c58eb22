import type { Person } from '../../domain/person.js'
import { heldNow } from '../../domain/role.js'
import type { Asker } from '../asker.js'
import type { ActingStores } from '../ports.js'
import { tellsAll } from '../tells-all.js'

/**
 * A teammate knows it now of themselves: what files and signals said of somebody is marked no more. In a narrower place
 * that is not told to all who see the mark.
 */
export const confirmed = async (
  { people, roles }: ActingStores,
  asker: Asker,
  person: Person,
): Promise<void> => {
  if (isUnconfirmed(person) && tellsAll(asker, person.home)) await people.change(person.id, { source: null })
  for (const role of heldNow(await roles.written(person.id)))
    if (isUnconfirmed(role) && tellsAll(asker, role.home)) await roles.change(role.id, { source: null })
}

/** Whether only a file or a signal says so. */
const isUnconfirmed = ({ source = null }: { readonly source?: string | null }): boolean => source !== null
