import { type ActPorts, act } from '../acting.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok } from '../outcome.js'
import type { ActingStores, Mark } from '../ports.js'

export type ReactionOff = { readonly channelId: string; readonly messageTs: string; readonly emoji: string }

/** A reaction taken off takes that teammate off what it logged; the last one takes the log off. */
export const withdrawReaction = async (
  ports: ActPorts,
  asker: Asker,
  off: ReactionOff,
): Promise<Outcome<number>> => {
  const isMine = (mark: Mark) => mark.userId === asker.userId && mark.emoji === off.emoji
  const logged = await ports.uow.read(scopeOf(asker), ({ marks }) => marks.on(off.channelId, off.messageTs))
  const mine = logged.filter(isMine)
  if (mine.length === 0) return ok(0)
  return act(ports, asker, 'reaction-off', mine[0]?.personId ?? null, async (stores) => {
    const marks = await stores.marks.on(off.channelId, off.messageTs)
    for (const mark of marks.filter(isMine)) {
      await stores.marks.remove(mark.id)
      const others = marks.filter((other) => other.id !== mark.id && other.entry.id === mark.entry.id)
      await leaveEntry(stores, asker, mark, others)
    }
    return ok(mine.length)
  })
}

const leaveEntry = async (
  stores: ActingStores,
  asker: Asker,
  mark: Mark,
  others: readonly Mark[],
): Promise<void> => {
  const { entry } = mark
  if (entry.kind === 'note') {
    if (others.length === 0 && (await stores.notes.get(entry.id)) !== null)
      await stores.notes.remove(entry.id)
    return
  }
  const interaction = await stores.interactions.get(entry.id)
  if (interaction === null) return
  if (others.length === 0) return stores.interactions.remove(entry.id)
  if (others.some((other) => other.userId === asker.userId)) return
  const teammates = interaction.teammates.filter((userId) => userId !== asker.userId)
  await stores.interactions.change(entry.id, { teammates })
}
