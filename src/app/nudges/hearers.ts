import { type Home, teammateHome, teammateOf } from '../../domain/audience.js'
import { type Instant, localDateOf } from '../../domain/local-time.js'
import type { AskerPorts } from '../asker.js'
import type { PlaceSettings, Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import type { NearDays } from './near-days.js'
import { type Sight, sightsFor, toldIn } from './told-where.js'

/** What a pass has found: where the bot cannot speak, what is read elsewhere, and what has a day. */
export type Found = { readonly silent: readonly Home[]; readonly sight: Sight; readonly near: NearDays }
type During = {
  readonly now: Instant
  readonly dryRun: boolean
  readonly onLeftOut?: (place: Home) => void
}

/**
 * The DMs of those who hear there of what these places cannot tell: the owners of the people introduced where the bot
 * cannot speak, and whoever typed something that nobody but them may read together with its person.
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
    for (const userId of [...(await ownersIn(ports, scope, pass, place, found)), ...(told ?? [])]) {
      if (hearers.has(userId)) continue
      const hearer = await unlessSlackIsDown(() => dmOf(ports, scope, pass, place, userId), onLeftOut)
      if (hearer !== null) hearers.set(userId, hearer)
    }
  }
  return [...hearers.values()]
}

/** The owners of those who live where the bot cannot speak. */
const ownersIn = async (
  { uow }: AskerPorts,
  scope: Scope,
  { now }: During,
  { home, zone }: PlaceSettings,
  { silent, near }: Found,
): Promise<string[]> => {
  if (!silent.includes(home)) return []
  const people = near.livingIn([home])
  const query = { homes: [home], dueBy: localDateOf(now, zone), near: { people, rest: 0 } }
  const found = await uow.keep(scope, ({ posts }) => posts.candidates(query))
  return found.map(({ person }) => person.ownerId)
}

/** Those who are told by DM of what was typed in a place about others. */
const toldApart = async (
  ports: AskerPorts,
  { home }: PlaceSettings,
  { silent, sight, near }: Found,
): Promise<string[]> => {
  const visiting = near.visiting(home, silent)
  const sights = await sightsFor(visiting, ports, silent, sight)
  return visiting
    .map((piece) => toldIn(piece.person, piece, silent, sights))
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
