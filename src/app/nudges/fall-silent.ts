import { channelOf, type Home, teammateHome } from '../../domain/audience.js'
import { type Instant, localDateOf, type Zone } from '../../domain/local-time.js'
import type { AskerPorts } from '../asker.js'
import { lookAt } from '../members-seen.js'
import type { Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { maySpeakIn } from './speakable.js'

type Owner = { readonly userId: string; readonly zone: Zone | null }

/**
 * The bot speaks in a place no more. Where that is because another organisation reads there, or is about to, the owners
 * of those who live there are told by DM where their nudges go now: once, since only the turn from a place that the bot
 * spoke in tells. Nothing happens where it may speak after all.
 */
export const fallSilent = async (
  { uow, directory }: AskerPorts,
  workspaceId: string,
  home: Home,
  now: Instant,
): Promise<void> => {
  const channelId = channelOf(home)
  if (channelId === null || (await maySpeakIn(home, (id) => directory.channel(id)))) return
  const scope: Scope = { workspaceId, audience: 'everything' }
  const { shared } = await directory.channel(channelId)
  const ids = shared
    ? await uow.read(scope, ({ people }) => people.ownersIn(home))
    : new Map<string, number>()
  const owners: Owner[] = []
  const { members } = await lookAt(directory, channelId)
  for (const userId of ids.keys()) {
    // A private place is there for its members alone.
    if (members?.has(userId) === false) continue
    const user = await unlessSlackIsDown(() => directory.user(userId))
    // Whoever has left by the time it is sent is told nothing: see `composeNotice`.
    if (user === null || user.standing === 'member') owners.push({ userId, zone: user?.zone ?? null })
  }
  await uow.keep(scope, async ({ places, notices, posts }) => {
    // Whoever saw it first, the event or a pass, has told of it.
    if ((await places.get(home))?.postable !== true) return
    await places.change(home, { postable: false })
    // What stands there was for those who read it then.
    if (shared) await posts.reconsider(home)
    for (const { userId, zone } of owners) {
      const dm = await places.know(teammateHome(userId), zone)
      await notices.give(dm.home, { kind: 'fell-silent', home }, now, localDateOf(now, dm.zone))
    }
  })
}
