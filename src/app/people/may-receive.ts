import { maySeePerson } from '../../domain/audience.js'
import { type Asker, type AskerPorts, audienceOf, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { SlackUser } from '../ports.js'

/** The teammate to whom a person can be handed, or why not. */
export const mayReceive = async (
  ports: AskerPorts,
  asker: Asker,
  personId: string,
  toUserId: string,
): Promise<Outcome<SlackUser>> => {
  const user = await ports.directory.user(toUserId)
  const { standing } = user
  const person = await ports.uow.read(scopeOf(asker), ({ people }) => people.get(personId))
  if (person === null) return rejected({ reason: 'person-gone' })
  const { name } = person
  if (standing !== 'member') return rejected({ reason: 'not-a-teammate', name, userId: toUserId, standing })
  const theirs = await audienceOf(ports, asker.workspaceId, toUserId)
  if (maySeePerson(theirs, person)) return ok(user)
  return rejected({ reason: 'cannot-see-person', name, userId: toUserId })
}
