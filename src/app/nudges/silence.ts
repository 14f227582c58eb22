import { channelOf, type Home, maySeePerson, teammateHome } from '../../domain/audience.js'
import { type Instant, localDateOf } from '../../domain/local-time.js'
import { type AskerPorts, placeOf } from '../asker.js'
import type { PlaceSettings, Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import type { NearDays } from './near-days.js'
import type { Sight, Silence, Whom } from './told-where.js'

/** `hearers`: by home, the teammates who hear of those who come up there. */
export type HeardApart = Silence & { readonly hearers: ReadonlyMap<Home, ReadonlySet<string>> }

/**
 * Who hears, by DM, of those who come up where the bot cannot speak: whoever looks after them. An owner who may not see
 * them any more (who left the private channel, or is a guest by now) has somebody stand in for them.
 */
export const silenceOf = async (
  ports: AskerPorts,
  scope: Scope,
  { now, onLeftOut }: { readonly now: Instant; readonly onLeftOut?: (place: Home) => void },
  places: readonly PlaceSettings[],
  { sight, near }: { readonly sight: Sight; readonly near: NearDays },
): Promise<HeardApart> => {
  const stead = new Map<string, string>()
  const hearers = new Map<Home, Set<string>>()
  for (const place of places) {
    const { home, zone } = place
    const people = near.livingIn([home])
    const query = { homes: [home], dueBy: localDateOf(now, zone), near: { people, rest: 0 } }
    const found = await ports.uow.keep(scope, ({ posts }) => posts.candidates(query))
    const persons = found.map(({ person }) => person)
    const onDown = () => onLeftOut?.(home)
    const stand = await unlessSlackIsDown(() => standIns(ports, scope, sight, home, persons), onDown)
    for (const [personId, userId] of stand ?? []) stead.set(personId, userId)
    hearers.set(home, new Set(persons.map(({ id, ownerId }) => stand?.get(id) ?? ownerId)))
  }
  return { homes: places.map(({ home }) => home), stead, hearers }
}

/**
 * By person whose owner may not see them: the first who may, of whoever introduced them, and of those who did something
 * about them there, the last of them first. Where nobody may, nobody is told.
 */
const standIns = async (
  { uow, directory }: AskerPorts,
  scope: Scope,
  sight: Sight,
  home: Home,
  persons: readonly Whom[],
): Promise<ReadonlyMap<string, string>> => {
  const channelId = channelOf(home)
  if (channelId === null || persons.length === 0) return new Map()
  // A home that Slack says nothing of looks closed to everybody: nobody is passed over for that.
  const facts = await directory.channel(channelId)
  const sees = async (userId: string, person: Whom) => maySeePerson(await sight(teammateHome(userId)), person)
  const found = new Map<string, string>()
  const unheard: Whom[] = []
  for (const person of persons) {
    if (await sees(person.ownerId, person)) continue
    if (await sees(person.by, person)) found.set(person.id, person.by)
    else unheard.push(person)
  }
  // What is closed to all but authors is closed to whoever else did something there.
  if (unheard.length === 0 || placeOf(facts, '').seenBy.kind === 'you') return found
  const ids = unheard.map(({ id }) => id)
  const acted = await uow.read(scope, ({ journal }) => journal.whoActed(ids, home))
  for (const person of unheard)
    for (const userId of acted.get(person.id) ?? [])
      if (!found.has(person.id) && (await sees(userId, person))) found.set(person.id, userId)
  return found
}
