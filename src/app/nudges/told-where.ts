import {
  type Audience,
  channelOf,
  type Home,
  type Homed,
  maySee,
  maySeePerson,
  teammateHome,
  teammateOf,
} from '../../domain/audience.js'
import type { Person } from '../../domain/person.js'
import { type AskerPorts, audienceOf, audienceOfPlace } from '../asker.js'
import { lookAt } from '../members-seen.js'
import type { NearDay } from '../ports/posts.js'
import type { Directory } from '../ports.js'

/** What those who read in a place may see, asked once in a pass. */
export type Sight = (place: Home) => Promise<Audience>

export const sightIn = (ports: AskerPorts, workspaceId: string): Sight => {
  const asked = new Map<Home, Promise<Audience>>()
  return (place) => {
    const reader = teammateOf(place)
    const known = asked.get(place)
    if (known !== undefined) return known
    const audience =
      reader === null
        ? audienceOfPlace(ports, workspaceId, place)
        : audienceOfTeammate(ports, workspaceId, reader)
    asked.set(place, audience)
    return audience
  }
}

/** Whoever has left, or is a guest by now, reads nothing any more. */
export const audienceOfTeammate = async (
  ports: AskerPorts,
  workspaceId: string,
  userId: string,
): Promise<Audience> => {
  const { standing } = await ports.directory.user(userId)
  return standing === 'member'
    ? audienceOf(ports, workspaceId, userId)
    : { userId, homes: [], authoredHomes: [] }
}

/** As much of a person as says where things about them are told. */
export type Whom = Pick<Person, 'id' | 'home' | 'by' | 'ownerId'>

/**
 * The homes in which the bot cannot speak, and by person who hears of those who live there in the stead of an owner who
 * may not see them any more: see `silenceOf`.
 */
export type Silence = { readonly homes: readonly Home[]; readonly stead: ReadonlyMap<string, string> }

/** What is read in some places, as far as it was asked. */
export type Sights = ReadonlyMap<Home, Audience>

/** The place in which somebody is nudged about. */
const nudgedIn = ({ id, home, ownerId }: Whom, { homes, stead }: Silence): Home =>
  homes.includes(home) ? teammateHome(stead.get(id) ?? ownerId) : home

/**
 * Where something about a person may be told, the first choice first: where they are nudged about, where it was typed,
 * to whoever typed it, to whoever looks after them.
 */
const choices = (person: Whom, piece: Homed, silence: Silence): Home[] => [
  nudgedIn(person, silence),
  ...(silence.homes.includes(piece.home) ? [] : [piece.home]),
  teammateHome(piece.by),
  teammateHome(person.ownerId),
]

const seesBoth = (audience: Audience, person: Whom, piece: Homed): boolean =>
  maySeePerson(audience, person) && maySee(audience, piece)

/**
 * The one place in which something about a person is told: the first whose readers may see both. Null where there is
 * none, or while it is not known what is read in one that comes before.
 */
export const toldIn = (person: Whom, piece: Homed, silence: Silence, sights: Sights): Home | null => {
  for (const place of choices(person, piece, silence)) {
    const audience = sights.get(place)
    if (audience === undefined) return null
    if (seesBoth(audience, person, piece)) return place
  }
  return null
}

/** Whether a person's own place, which nudges about them anyway, is another than this. */
export const isVisitor = (person: Whom, place: Home, silence: Silence): boolean =>
  nudgedIn(person, silence) !== place

/** Asks Slack what is read wherever something about these people may have to be told, up to the place that tells it. */
export const sightsFor = async (
  visiting: readonly NearDay[],
  { directory }: { readonly directory: Directory },
  silence: Silence,
  sight: Sight,
): Promise<Sights> => {
  const sights = new Map<Home, Audience>()
  for (const piece of visiting) {
    const { person } = piece
    // A home that Slack says nothing of looks closed to a teammate: better to wait than to pass somebody over.
    await isAnswered(directory, person.home)
    await isAnswered(directory, piece.home)
    for (const place of choices(person, piece, silence)) {
      const audience = sights.get(place) ?? (await sight(place))
      sights.set(place, audience)
      if (seesBoth(audience, person, piece)) break
    }
  }
  return sights
}

const isAnswered = async (directory: Directory, home: Home): Promise<void> => {
  const id = channelOf(home)
  if (id !== null) await lookAt(directory, id)
}
