import type { Home } from '../../domain/audience.js'
import { type Asker, type AskerPorts, scopeOf } from '../asker.js'
import { type Outcome, ok } from '../outcome.js'
import { newPlace, type PlaceSettings } from '../ports.js'
import { settable } from './settable.js'

/** How a place is set, for somebody who may change it. */
export const showSettings = async (
  ports: AskerPorts,
  asker: Asker,
  home: Home,
): Promise<Outcome<PlaceSettings>> => {
  const may = await settable(ports, asker, home)
  if (!may.ok) return may
  const place = await ports.uow.read(scopeOf(asker), ({ places }) => places.get(home))
  return ok(place ?? newPlace(home, asker.zoneGiven))
}
