import { teammateHome } from '../../domain/audience.js'
import { type Conversation, type Mirror, mirrorOf } from '../../domain/mirror.js'
import type { Asker } from '../asker.js'
import type { MyConversation } from '../ports/week.js'
import type { Stores } from '../ports.js'

/** What stands on a Home of one's own mirror. It is made with the Home, for whoever looks, and kept nowhere. */
export type MirrorShown =
  | { readonly kind: 'off' }
  /** There are not conversations enough yet. */
  | { readonly kind: 'few' }
  | { readonly kind: 'mirror'; readonly mirror: Mirror }

/** Whoever asks sees themselves: nothing says about whom else it could be. */
export const mirrorFor = async (
  { places, lately }: Pick<Stores, 'places' | 'lately'>,
  { userId }: Asker,
): Promise<MirrorShown> => {
  const own = await places.get(teammateHome(userId))
  if (own?.mirror !== true) return { kind: 'off' }
  const { contacts, heard, questions } = await lately.conversationsOf(userId)
  const mirror = mirrorOf(together(contacts), heard, questions)
  return mirror === null ? { kind: 'few' } : { kind: 'mirror', mirror }
}

/** Those who were met together were written down in one go. */
const together = (contacts: readonly MyConversation[]): Conversation[] => {
  const all = new Map<string, Conversation>()
  for (const { personId, on, text, at, kind } of contacts) {
    const key = JSON.stringify([at, kind, on, text])
    const personIds = [...(all.get(key)?.personIds ?? []), personId]
    all.set(key, { personIds, on, text })
  }
  return [...all.values()]
}
