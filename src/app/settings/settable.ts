import { channelOf, type Home, teammateHome } from '../../domain/audience.js'
import { type Asker, type AskerPorts, placeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ChannelFacts, Directory } from '../ports.js'

/**
 * Whether an asker may change how a place is set: their own DM; a channel that they are in, or for admins any public
 * one; never where people of other organisations read, or where Slack hides who does. Answers whether the bot is there.
 */
export const settable = async (
  { directory }: Pick<AskerPorts, 'directory'>,
  asker: Asker,
  home: Home,
): Promise<Outcome<{ readonly botIsIn: boolean }>> => {
  const channelId = channelOf(home)
  if (channelId === null)
    return home === teammateHome(asker.userId)
      ? ok({ botIsIn: true })
      : rejected({ reason: 'cannot-set', home, because: 'not-yours' })
  const facts = await directory.presentChannel(channelId)
  const because = await whyNotSettable(directory, asker, facts)
  return because === null ? ok({ botIsIn: facts.botIsIn }) : rejected({ reason: 'cannot-set', home, because })
}

/** Why an asker may not set a channel, by these facts about it; null when they may. */
export const whyNotSettable = async (
  directory: Directory,
  asker: Asker,
  facts: ChannelFacts,
): Promise<'shared' | 'hidden' | 'archived' | 'not-a-member' | null> => {
  const { seenBy } = placeOf(facts, asker.userId)
  if (seenBy.kind === 'you') return seenBy.because === 'shared' ? 'shared' : 'hidden'
  if (facts.archived) return 'archived'
  if (facts.kind === 'public' && asker.admin) return null
  return (await directory.members(facts.id)).has(asker.userId) ? null : 'not-a-member'
}
