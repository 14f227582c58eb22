import { maySeePerson } from '../../domain/audience.js'
import { type Asker, type AskerPorts, audienceOf, scopeOf } from '../asker.js'
import type { Rejection } from '../outcome.js'

/** Why a teammate cannot be handed a person; null when they can. */
export const mayReceive = async (
  ports: AskerPorts,
  asker: Asker,
  personId: string,
  toUserId: string,
): Promise<Rejection | null> => {
  const user = await ports.directory.user(toUserId)
  if (user.standing !== 'member') return { reason: 'not-a-teammate', userId: toUserId }
  const person = await ports.uow.read(scopeOf(asker), ({ people }) => people.get(personId))
  if (person === null) return { reason: 'person-gone' }
  const theirs = await audienceOf(ports, asker.workspaceId, toUserId)
  return maySeePerson(theirs, person)
    ? null
    : { reason: 'cannot-see-person', name: person.name, userId: toUserId }
}
