import { type Home, teammateHome, teammateOf } from '../../domain/audience.js'
import type { AskerPorts } from '../asker.js'
import type { PlaceSettings, Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import type { NearDays } from './near-days.js'
import type { HeardApart } from './silence.js'
import { type Sight, sightsFor, toldIn } from './told-where.js'

/** What a pass has found: where the bot cannot speak, what is read elsewhere, and what has a day. */
export type Found = { readonly silence: HeardApart; readonly sight: Sight; readonly near: NearDays }
type During = {
  readonly dryRun: boolean
  readonly onLeftOut?: (place: Home) => void
}

/**
 * The DMs of those who hear there of what these places cannot tell: of the people introduced where the bot cannot speak,
 * and whoever typed something that nobody but them may read together with its person.
 */
export const hearersOf = async (
  ports: AskerPorts,
  scope: Scope,
  pass: During,
  places: readonly PlaceSettings[],
  found: Found,
): Promise<PlaceSettings[]> => {
  const hearers = new Map<string, PlaceSettings>()
  for (const place of places) {
    const onLeftOut = () => pass.onLeftOut?.(place.home)
    const told = await unlessSlackIsDown(() => toldApart(ports, place, found), onLeftOut)
    for (const userId of [...(found.silence.hearers.get(place.home) ?? []), ...(told ?? [])]) {
      if (hearers.has(userId)) continue
      const hearer = await unlessSlackIsDown(() => dmOf(ports, scope, pass, place, userId), onLeftOut)
      if (hearer !== null) hearers.set(userId, hearer)
    }
  }
  return [...hearers.values()]
}

/** Those who are told by DM of what was typed in a place about others. */
const toldApart = async (
  ports: AskerPorts,
  { home }: PlaceSettings,
  { silence, sight, near }: Found,
): Promise<string[]> => {
  const visiting = near.visiting(home, silence.homes)
  const sights = await sightsFor(visiting, ports, silence, sight)
  return visiting
    .map((piece) => toldIn(piece.person, piece, silence, sights))
    .flatMap((place) => (place === null ? [] : (teammateOf(place) ?? [])))
}

const dmOf = async (
  { uow, directory }: AskerPorts,
  scope: Scope,
  { dryRun }: During,
  place: PlaceSettings,
  userId: string,
): Promise<PlaceSettings> => {
  const home = teammateHome(userId)
  const { zone } = await directory.user(userId)
  const settings = dryRun
    ? await uow.read(scope, (stores) => stores.places.get(home))
    : await uow.keep(scope, (stores) => stores.places.know(home, zone))
  return settings ?? { ...place, home, zone: zone ?? 'UTC', zoneUntold: zone === null }
}
