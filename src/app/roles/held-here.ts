import { heldNow, type Role } from '../../domain/role.js'
import type { Asker } from '../asker.js'
import type { Stores } from '../ports.js'
import { tellsAll } from '../tells-all.js'

/**
 * The roles held as the asker's place knows it, the one begun last first: what was said of an end in a narrower place
 * does not count where all who see the role read along.
 */
export const heldHere = async (
  { roles }: Pick<Stores, 'roles'>,
  asker: Asker,
  personId: string,
): Promise<Role[]> => {
  const held = new Set(heldNow(await roles.of(personId)).map(({ id }) => id))
  return heldNow(await roles.written(personId)).filter(
    ({ id, home }) => tellsAll(asker, home) || held.has(id),
  )
}
