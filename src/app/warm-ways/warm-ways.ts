import type { Person } from '../../domain/person.js'
import { type LastSpoke, type WarmWay, warmest } from '../../domain/warm-way.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Directory, Stores, UnitOfWork } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { atWork } from './at-work.js'
import { inCommon } from './in-common.js'
import { lastSpokeWith } from './last-spoke.js'
import { throughTies } from './through-ties.js'

export type WarmWays = { readonly person: Person; readonly ways: readonly WarmWay[] }

/** Contacts with somebody, by which it is known who of the team speaks with them. */
const contacts = { limit: 20, offset: 0 }

/**
 * *Warm ways in*: by whom one may come to somebody, the warmest first. Nothing of it is kept: it is what the asker may see
 * of people, roles, ties, notes and contacts at this moment, each read through their audience.
 */
export const warmWays = async (
  ports: { readonly uow: UnitOfWork; readonly directory: Directory },
  asker: Asker,
  personId: string,
): Promise<Outcome<WarmWays>> => {
  const found = await ports.uow.read(scopeOf(asker), async (stores): Promise<WarmWays | null> => {
    const person = await stores.people.get(personId)
    if (person === null) return null
    const spokeWith = lastSpokeWith(stores)
    const ways = [
      ...(await throughTeam(stores, asker, personId)),
      ...(await throughTies(stores, asker, personId, spokeWith)),
      ...(await atWork(stores, personId, spokeWith, asker.today)),
      ...(await inCommon(stores, { id: personId, name: person.name }, spokeWith)),
    ]
    return { person, ways }
  })
  if (found === null) return rejected({ reason: 'person-gone' })
  const ways = await byPresentTeam(ports.directory, asker, found.ways)
  return ok({ person: found.person, ways: warmest(ways, asker.today) })
}

const throughTeam = async (
  { interactions }: Stores,
  { userId }: Asker,
  personId: string,
): Promise<WarmWay[]> => {
  const all = await interactions.of(personId, contacts)
  return all.flatMap((spoke) =>
    spoke.teammates
      .filter((each) => each !== userId)
      .map((each) => ({ kind: 'teammate' as const, userId: each, spoke })),
  )
}

/** Whoever has left the team is not asked for anything. */
const byPresentTeam = async (
  directory: Directory,
  asker: Asker,
  ways: readonly WarmWay[],
): Promise<WarmWay[]> => {
  const present = new Set([asker.userId])
  for (const userId of new Set(ways.flatMap(({ spoke }) => spoke?.teammates ?? [])))
    if (await unlessSlackIsDown(() => directory.isTeammate(userId))) present.add(userId)
  const among = (spoke: LastSpoke): LastSpoke => ({
    ...spoke,
    teammates: spoke.teammates.filter((each) => present.has(each)),
  })
  return ways.flatMap((way): WarmWay[] => {
    if (way.kind === 'teammate') return present.has(way.userId) ? [way] : []
    return [{ ...way, spoke: way.spoke === null ? null : among(way.spoke) }]
  })
}
