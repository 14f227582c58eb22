import type { Home } from '../../domain/audience.js'
import type { Asker } from '../asker.js'
import type { ActingStores, PlaceSettings } from '../ports.js'

/**
 * The place where somebody begins to live. Whoever brings the first person there gives it their time zone, unless a
 * teammate has set one.
 */
export const placeOfIntroduction = async (
  { people, places }: ActingStores,
  home: Home,
  { zoneGiven }: Asker,
): Promise<PlaceSettings> => {
  const place = await places.know(home, zoneGiven)
  if (place.zoneSet || (await people.anybodyIn(home))) return place
  const zone = zoneGiven ?? 'UTC'
  await places.change(home, { zone, zoneUntold: zoneGiven === null })
  return { ...place, zone, zoneUntold: zoneGiven === null }
}
