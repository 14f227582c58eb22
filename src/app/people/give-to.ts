import { teammateHome } from '../../domain/audience.js'
import { localDateOf } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'
import type { Asker } from '../asker.js'
import type { ActingStores, SlackUser } from '../ports.js'

/**
 * Somebody else looks after a person from now on, and is told so in their DM. Whoever takes a person themselves knows
 * it, and so does who looks after them already.
 */
export const giveTo = async (
  { people, places, notices }: ActingStores,
  asker: Asker,
  person: Person,
  to: SlackUser,
): Promise<void> => {
  const { id: personId } = person
  await people.change(personId, { ownerId: to.id })
  if (to.id === person.ownerId || to.id === asker.userId) return
  const { home, zone } = await places.know(teammateHome(to.id), to.zone)
  // Handed over, taken back and handed over again: told once.
  await notices.recall(home, (notice) => notice.kind === 'hand-over' && notice.personId === personId)
  const notice = { kind: 'hand-over', personId, from: asker.userId, to: to.id } as const
  await notices.give(home, notice, asker.at, localDateOf(asker.at, zone))
}
