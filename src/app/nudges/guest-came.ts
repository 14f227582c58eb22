import { channelHome, channelOf, type Home } from '../../domain/audience.js'
import type { AskerPorts } from '../asker.js'
import type { Scope } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'

/**
 * Somebody reads in a channel, or, where none is given, in those that they are in already, who is a guest: what stands there
 * of what was typed elsewhere is looked at again. Nothing happens when they are none.
 */
export const guestCame = async (
  { uow, directory }: AskerPorts,
  workspaceId: string,
  userId: string,
  channelId: string | null,
): Promise<boolean> => {
  const user = await unlessSlackIsDown(() => directory.user(userId))
  // Whoever cannot be asked about may be one.
  if (user !== null && user.standing !== 'guest' && user.standing !== 'outsider') return false
  const scope: Scope = { workspaceId, audience: 'everything' }
  const isIn = async (home: Home): Promise<boolean> => {
    const id = channelOf(home)
    if (id === null) return false
    return (await unlessSlackIsDown(() => directory.members(id)))?.has(userId) ?? true
  }
  const homes: Home[] = []
  if (channelId !== null) homes.push(channelHome(channelId))
  else
    for (const { home } of await uow.read(scope, ({ places }) => places.all()))
      if (await isIn(home)) homes.push(home)
  await uow.keep(scope, async ({ posts }) => {
    for (const home of homes) await posts.reconsider(home)
  })
  return homes.length > 0
}
