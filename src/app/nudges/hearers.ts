import { type Home, teammateHome, teammateOf } from '../../domain/audience.js'
import { type Instant, localDateOf } from '../../domain/local-time.js'
import type { AskerPorts } from '../asker.js'
import type { PlaceSettings, Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { piecesOf, type Sight, sightsFor, toldIn } from './told-where.js'

/** Where the bot cannot speak, as a pass has found, and what is read elsewhere. */
type Found = { readonly silent: readonly Home[]; readonly sight: Sight }
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
    const told = await unlessSlackIsDown(() => toldApart(ports, scope, pass, place, found), onLeftOut)
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
  { silent }: Found,
): Promise<string[]> => {
  if (!silent.includes(home)) return []
  const query = { homes: [home], dueBy: localDateOf(now, zone) }
  const people = await uow.keep(scope, ({ posts }) => posts.candidates(query))
  return people.map(({ person }) => person.ownerId)
}

/** Those who are told by DM of what was typed in a place about others. */
const toldApart = async (
  ports: AskerPorts,
  scope: Scope,
  { now }: During,
  { home, zone }: PlaceSettings,
  { silent, sight }: Found,
): Promise<string[]> => {
  const query = { homes: [home], on: localDateOf(now, zone), silent }
  const visitors = await ports.uow.keep(scope, ({ posts }) => posts.visitors(query))
  const sights = await sightsFor(visitors, ports, silent, sight)
  return visitors
    .flatMap((visitor) => piecesOf(visitor).map((piece) => toldIn(visitor.person, piece, silent, sights)))
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
