import { channelHome, teammateHome } from '../../domain/audience.js'
import type { Instant } from '../../domain/local-time.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, type AskerPorts, scopeOf, whoAsks } from '../asker.js'
import { type Outcome, ok } from '../outcome.js'
import type { Said } from '../reactions/about-whom.js'
import { type Behind, peopleBehind, type SpokenMessage } from './behind.js'

/** What somebody wrote in a channel, and who. */
export type Spoken = SpokenMessage & { readonly workspaceId: string; readonly userId: string }

const weekMs = 7 * 24 * 60 * 60 * 1000
const aWeekBefore = (at: Instant): Instant => new Date(Date.parse(at) - weekMs).toISOString()

/**
 * Whether whoever spoke of people as if they were stock is told of the people behind it, and of whom; null for no. At most
 * once a week each, over all processes: it counts as told before it is. Guests, outsiders and shared places hear nothing.
 */
export const mind = async (
  ports: AskerPorts,
  spoken: Spoken,
  at: Instant,
  rootOf: () => Promise<Said | null>,
): Promise<Behind | null> => {
  const { workspaceId, userId, channelId } = spoken
  const home = channelHome(channelId)
  const since = aWeekBefore(at)
  const everything = { workspaceId, audience: 'everything' } as const
  const isOn = await ports.uow.read(
    everything,
    async ({ places, minding }) =>
      (await places.get(home))?.mindful === true && (await minding.mayBeTold(userId, since)),
  )
  if (!isOn) return null
  const asker = await whoAsks(ports, { workspaceId, userId, channelId, at, cause: null })
  // Where another organisation reads, or the bot cannot tell who does, the place is nobody's but the author's.
  if ('notATeammate' in asker || asker.place.home !== home) return null
  const behind = await peopleBehind(ports.uow, asker, spoken, rootOf)
  if (behind === null) return null
  const isTheirs = await ports.uow.keep(scopeOf(asker), ({ minding }) => minding.claim(userId, at, since))
  return isTheirs ? behind : null
}

/** *Stop these*, for good, and *send them again*: a teammate's own, in a place that nobody else reads. */
export const chooseMinding = (ports: ActPorts, asker: Asker, stopped: boolean): Promise<Outcome<null>> => {
  const own: Asker = { ...asker, place: { ...asker.place, home: teammateHome(asker.userId) } }
  return act(ports, own, 'minding', null, async ({ minding }) => {
    await minding.setStopped(asker.userId, stopped)
    return ok(null)
  })
}
