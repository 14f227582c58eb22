import { teammateHome } from '../../domain/audience.js'
import { type Asker, type AskerPorts, scopeOf } from '../asker.js'
import { newPlace, type PlaceSettings } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { settable } from './settable.js'

/**
 * The places whose settings an asker may change: their own DM first, then the channels in use, by id. A channel that
 * Slack cannot be asked about just now is left out.
 */
export const settablePlaces = async (ports: AskerPorts, asker: Asker): Promise<readonly PlaceSettings[]> => {
  const own = teammateHome(asker.userId)
  const known = await ports.uow.read(scopeOf(asker), ({ places }) => places.all())
  const channels = await Promise.all(
    known.map(async (place) => {
      if (place.home.startsWith('teammate:')) return []
      const may = await unlessSlackIsDown(() => settable(ports, asker, place.home))
      return may?.ok ? [place] : []
    }),
  )
  const mine = known.find(({ home }) => home === own) ?? newPlace(own, asker.zoneGiven)
  return [mine, ...channels.flat()]
}
