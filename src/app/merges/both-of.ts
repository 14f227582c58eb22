import { isSeenWith, missingIn, nothingTaken, type Sight, type Taken } from '../../domain/merge.js'
import type { Person } from '../../domain/person.js'
import { type Asker, answersFor } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Stores } from '../ports.js'
import { tellsAll } from '../tells-all.js'

/** Two who may be made one. `firstId` stays. */
export type TwoAsOne = { readonly firstId: string; readonly secondId: string }

export type Both = {
  readonly first: Person
  readonly second: Person
  readonly sight: Sight
  /** What the first has not, and the second has. */
  readonly missing: Taken
  /** Whether all who know the first know the second too, and with that the second's addresses. */
  readonly known: boolean
  /** Whether the asker may tell all who know the first what is missing: they are where those read. */
  readonly mayTell: boolean
}

/** Both, when the asker answers for both and nothing says that they are two; else why not. */
export const bothOf = async (
  { people }: Pick<Stores, 'people'>,
  asker: Asker,
  { firstId, secondId }: TwoAsOne,
): Promise<Outcome<Both>> => {
  const [first, second] = [await people.get(firstId), await people.get(secondId)]
  if (first === null || second === null) return rejected({ reason: 'person-gone' })
  if (firstId === secondId) return rejected({ reason: 'merge-with-self', name: first.name })
  for (const person of [first, second])
    if (!answersFor(asker, person)) return rejected({ reason: 'not-yours', name: person.name })
  const [a, b] = [first.slackUserId, second.slackUserId]
  if (a !== null && b !== null && a !== b)
    return rejected({ reason: 'two-slack-users', name: first.name, other: second.name, userIds: [a, b] })
  const { openToAll, audience } = asker
  const sight = { openToAll, authoredHomes: audience.authoredHomes }
  const known = isSeenWith(first, second, sight)
  const mayTell = known || tellsAll(asker, first.home)
  return ok({ first, second, sight, missing: missingIn(first, second), known, mayTell })
}

/** What the first takes over: what is known to all who know them, or what the asker tells them all. */
export const takenBy = ({ missing, known, mayTell }: Both, tellThem: boolean): Taken =>
  known || (mayTell && tellThem) ? missing : nothingTaken
