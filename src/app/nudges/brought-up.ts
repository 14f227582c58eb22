import { type Audience, type Homed, maySee, maySeePerson, teammateOf } from '../../domain/audience.js'
import type { LocalDate } from '../../domain/local-time.js'
import { decide, type Entry } from '../../domain/nudge-policy.js'
import { restAfter } from '../../domain/working-time.js'
import type { Candidate, Posts, VisitorQuery } from '../ports/posts.js'
import type { PlaceSettings } from '../ports.js'
import type { NearDays } from './near-days.js'
import { isVisitor, type Sights, type Silence, toldIn } from './told-where.js'

/** A place on a day, and what can be read there. */
export type Reading = {
  readonly place: PlaceSettings
  readonly on: LocalDate
  readonly audience: Audience
  /** What lives where the bot cannot speak is told to teammates. */
  readonly silence: Silence
  /** What has a day and may have to be told of, as the pass has found. */
  readonly near: NearDays
  /** What is read wherever those who live elsewhere may be told of; what it does not say is left for later. */
  readonly sights: Sights
}

/**
 * Everybody to bring up in a place: those who live there and, with what cannot be told where they live and is told
 * here, those who live elsewhere; and what a source told here of those in whose own place it may not be read. So each thing
 * is told of in one place.
 */
export const entriesIn = async (posts: Posts, reading: Reading): Promise<Entry[]> => {
  const { place, on, silence, sights, near } = reading
  const { homes: silent, stead } = silence
  const owner = teammateOf(place.home)
  const nearTo = (people: readonly string[]) => ({ people: [...new Set(people)], rest: restAfter(on, place) })
  const here = { homes: [place.home], dueBy: on, near: nearTo(near.livingIn([place.home])) }
  const residents = [...(await posts.candidates(here))]
  if (owner !== null && silent.length > 0) {
    const theirs = nearTo(near.livingIn(silent, owner))
    residents.push(...(await posts.candidates({ homes: silent, ownerId: owner, dueBy: on, near: theirs })))
    const others = [...stead].flatMap(([id, userId]) => (userId === owner ? [id] : []))
    const living = new Set(near.livingIn(silent))
    const nearOthers = nearTo(others.filter((id) => living.has(id)))
    if (others.length > 0)
      residents.push(
        ...(await posts.candidates({ homes: silent, people: others, dueBy: on, near: nearOthers })),
      )
  }
  const visiting = nearTo(near.visiting(place.home, silent).map(({ person }) => person.id))
  const whose: Omit<VisitorQuery, 'on' | 'near'> =
    owner === null ? { homes: [place.home] } : { homes: [place.home], silent, userId: owner }
  const found = visiting.people.length === 0 ? [] : await posts.visitors({ ...whose, on, near: visiting })
  const visitors = found.filter(({ person }) => isVisitor(person, place.home, silence))
  // Whoever comes up for another reason has one entry, and what was heard waits for the next post.
  const others = new Set([...residents, ...visitors].map(({ person }) => person.id))
  const heard = await posts.heardIn(place.home)
  // What a source told a teammate no channel may read.
  const isToldHere = (facts: Candidate) => (piece: Homed) =>
    owner !== null || toldIn(facts.person, piece, silence, sights) === place.home
  return [
    ...residents.map((facts) => decided(facts, () => true, reading)),
    ...visitors.map((facts) =>
      decided(facts, (piece) => toldIn(facts.person, piece, silence, sights) === place.home, reading),
    ),
    ...heard
      .filter(({ person: { id } }) => !others.has(id))
      .map((facts) => decided(facts, isToldHere(facts), reading)),
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
  const { news, roleQuestions, commitments, dates } = facts
  const here = { news: told(news), roleQuestions: told(roleQuestions) }
  return decide({ ...facts, ...here, commitments: told(commitments), dates: told(dates) }, on, place)
}
