import {
  type Audience,
  type Home,
  type Homed,
  maySee,
  maySeePerson,
  teammateHome,
  teammateOf,
} from '../../domain/audience.js'
import type { LocalDate } from '../../domain/local-time.js'
import { decide, type Entry } from '../../domain/nudge-policy.js'
import type { Person } from '../../domain/person.js'
import { type AskerPorts, audienceOf, audienceOfPlace } from '../asker.js'
import type { Candidate, Posts } from '../ports/posts.js'
import type { PlaceSettings } from '../ports.js'

/** What those who read in a place may see, asked once in a pass. */
export type Sight = (place: Home) => Promise<Audience>

export const sightIn = (ports: AskerPorts, workspaceId: string): Sight => {
  const asked = new Map<Home, Promise<Audience>>()
  return (place) => {
    const owner = teammateOf(place)
    const known = asked.get(place)
    if (known !== undefined) return known
    const audience =
      owner === null ? audienceOfPlace(ports, workspaceId, place) : audienceOf(ports, workspaceId, owner)
    asked.set(place, audience)
    return audience
  }
}

/** A place on a day, and what can be read there. */
export type Reading = {
  readonly place: PlaceSettings
  readonly on: LocalDate
  readonly audience: Audience
  /** Homes in which the bot cannot speak: what lives there is told to teammates. */
  readonly silent: readonly Home[]
  /** What is read where people are nudged about who live elsewhere; those who are not in it are left for later. */
  readonly elsewhere: ReadonlyMap<Home, Audience>
}

/**
 * Everybody to bring up in a place: those who live there and, with what was typed there alone, those who live
 * elsewhere, where it may not be told. So each thing is told of in one place, and none is lost.
 */
export const entriesIn = async (posts: Posts, reading: Reading): Promise<Entry[]> => {
  const { place, on, silent, elsewhere } = reading
  const owner = teammateOf(place.home)
  const residents = [...(await posts.candidates({ homes: [place.home], dueBy: on }))]
  if (owner !== null && silent.length > 0)
    residents.push(...(await posts.candidates({ homes: silent, ownerId: owner, dueBy: on })))
  const visitors = await posts.visitors({ homes: typedFor(place.home, silent), on })
  const toldOnlyHere = ({ person }: Candidate, piece: Homed): boolean => {
    const there = elsewhere.get(nudgedIn(person, silent))
    return there !== undefined && !maySee(there, piece) && isTypedFor(place.home, piece)
  }
  return [
    ...residents.map((facts) => decided(facts, () => true, reading)),
    ...visitors.map((facts) => decided(facts, (piece) => toldOnlyHere(facts, piece), reading)),
  ].filter((entry) => entry !== null)
}

const decided = (
  facts: Candidate,
  isToldHere: (piece: Homed) => boolean,
  { place, on, audience }: Reading,
): Entry | null => {
  if (!maySeePerson(audience, facts.person)) return null
  const told = <P extends Homed>(pieces: readonly P[]): P[] =>
    pieces.filter((piece) => maySee(audience, piece) && isToldHere(piece))
  const { news, commitments, dates } = facts
  return decide({ ...facts, news: told(news), commitments: told(commitments), dates: told(dates) }, on, place)
}

/** The homes whose things a place may have to tell. */
export const typedFor = (place: Home, silent: readonly Home[]): Home[] =>
  teammateOf(place) === null ? [place] : [place, ...silent]

/** What was typed where the bot cannot speak is told to whoever typed it. */
const isTypedFor = (place: Home, piece: Homed): boolean =>
  piece.home === place || piece.by === teammateOf(place)

/** The place in which somebody is nudged about. */
export const nudgedIn = ({ home, ownerId }: Person, silent: readonly Home[]): Home =>
  silent.includes(home) ? teammateHome(ownerId) : home
