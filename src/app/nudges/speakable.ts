import { channelOf, type Home } from '../../domain/audience.js'
import { placeOf } from '../asker.js'
import type { ChannelFacts } from '../ports.js'

/**
 * Whether the bot may speak in a place: a teammate's DM, or a channel that it is in, that nobody outside reads, and
 * that is not archived. `ask` says how fresh Slack's word must be: before a post it is asked anew.
 */
export const maySpeakIn = async (
  home: Home,
  ask: (channelId: string) => Promise<ChannelFacts>,
): Promise<boolean> => {
  const channelId = channelOf(home)
  if (channelId === null) return true
  const facts = await ask(channelId)
  return facts.botIsIn && !facts.archived && placeOf(facts, '').seenBy.kind !== 'you'
}
