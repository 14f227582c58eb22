import { channelOf, type Home, teammateHome } from '../../domain/audience.js'
import { type Asker, type AskerPorts, scopeOf } from '../asker.js'
import { newPlace, type PlaceSettings } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { whyNotSettable } from './settable.js'

export type SettablePlaces = {
  readonly items: readonly PlaceSettings[]
  /** Whether there are more, or may be: Slack is not asked about every channel of a large workspace. */
  readonly more: boolean
}

/** Of so many channels Slack is asked who is there, whoever looks: each takes a call. */
const mostAsked = 32

/**
 * The first places whose settings an asker may change: their own DM, then the channels in use, by id. A channel that
 * Slack cannot be asked about just now is left out. What is remembered of a channel will do to list it; it is asked
 * about anew when its settings are opened, and when they are saved.
 */
export const settablePlaces = async (
  ports: AskerPorts,
  asker: Asker,
  limit: number,
): Promise<SettablePlaces> => {
  const known = await ports.uow.read(scopeOf(asker), ({ places }) => places.homes())
  const channels = known.filter((home) => channelOf(home) !== null && asker.audience.homes.includes(home))
  const settable: Home[] = []
  let asked = 0
  while (asked < Math.min(channels.length, mostAsked) && settable.length < limit) {
    // As many at once as would fill the list: where the asker is in most channels, no more than these are asked about.
    const some = channels.slice(asked, Math.min(asked + limit - settable.length, mostAsked))
    const may = await Promise.all(some.map((home) => isSettable(ports, asker, home)))
    settable.push(...some.filter((_, i) => may[i]))
    asked += some.length
  }
  const own = teammateHome(asker.userId)
  const items = await ports.uow.read(scopeOf(asker), async ({ places }) => {
    const listed: PlaceSettings[] = []
    // Read one by one: they are few, where all places of the workspace may be many.
    for (const home of [own, ...settable].slice(0, limit))
      listed.push((await places.get(home)) ?? newPlace(home, asker.zoneGiven))
    return listed
  })
  return { items, more: settable.length >= limit || asked < channels.length }
}

const isSettable = async ({ directory }: AskerPorts, asker: Asker, home: Home): Promise<boolean> => {
  const channelId = channelOf(home)
  if (channelId === null) return false
  const asked = await unlessSlackIsDown(async () => {
    const because = await whyNotSettable(directory, asker, await directory.channel(channelId))
    return because === null
  })
  return asked ?? false
}
