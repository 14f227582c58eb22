import { channelOf, type Home, teammateHome, teammateOf } from '../../domain/audience.js'
import type { Zone } from '../../domain/local-time.js'
import type { AskerPorts } from '../asker.js'
import type { Scope } from '../ports.js'

/** A teammate who can be told, in their DM. */
export type Mender = { readonly home: Home; readonly zone: Zone | null }

/** Of those who began with the bot, so many are asked after. */
const firstFew = 20

/**
 * Somebody who can mend what is wrong in a place: whoever set it up there, else whoever looks after people there, else
 * whoever began with the bot. Null when Slack knows none of them any more. `deaf`: DMs that cannot be posted to either.
 */
export const menderOf = async (
  ports: AskerPorts,
  scope: Scope,
  place: Home,
  deaf: ReadonlySet<Home>,
): Promise<Mender | null> => {
  const there = channelOf(place) === null ? [] : await livingBy(ports, scope, place)
  const candidates = [...there, ...(await firstTeammates(ports, scope))]
  const them = teammateOf(place)
  return firstToBeFound(
    ports,
    candidates.filter((userId) => userId !== them && !deaf.has(teammateHome(userId))),
  )
}

/** Whoever set the bot up: the first teammate who did something with it and is still there. */
export const setUpBy = async (ports: AskerPorts, scope: Scope): Promise<Mender | null> =>
  firstToBeFound(ports, await firstTeammates(ports, scope))

const firstTeammates = ({ uow }: AskerPorts, scope: Scope): Promise<readonly string[]> =>
  uow.keep(scope, ({ troubles }) => troubles.firstTeammates(firstFew))

const livingBy = ({ uow }: AskerPorts, scope: Scope, home: Home): Promise<string[]> =>
  uow.keep(scope, async ({ people }) => {
    const first = await people.firstIntroducer(home)
    const owners = [...(await people.ownersIn(home))].sort(([, a], [, b]) => b - a)
    return [...(first === null ? [] : [first]), ...owners.map(([userId]) => userId)]
  })

const firstToBeFound = async (
  { directory }: AskerPorts,
  candidates: readonly string[],
): Promise<Mender | null> => {
  for (const userId of new Set(candidates)) {
    const { standing, zone } = await directory.user(userId)
    if (standing === 'member') return { home: teammateHome(userId), zone }
  }
  return null
}
