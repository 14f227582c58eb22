import { type Asker, answersFor, scopeOf } from '../asker.js'
import type { Because, PersonName, Stores, UnitOfWork } from '../ports.js'

/** Two who may be one person, and why. They are made one by nobody but a teammate. */
export type LikelyDouble = {
  readonly first: PersonName
  readonly second: PersonName
  readonly because: Because
}

/** More than these are not read at once. */
const mostDoubles = 10
/** Some of those found are not the asker's to merge. */
const lookedAt = 40

/** Who may be whom among those whom the asker owns; an admin looks after all. */
export const likelyDoubles = (uow: UnitOfWork, asker: Asker): Promise<readonly LikelyDouble[]> =>
  uow.read(scopeOf(asker), async (stores) => {
    const among = asker.admin ? 'all' : { ownerId: asker.userId }
    return named(stores, asker, await stores.merges.alike(among, lookedAt))
  })

/** Who else somebody may be. */
export const doublesOf = (
  uow: UnitOfWork,
  asker: Asker,
  personId: string,
): Promise<readonly LikelyDouble[]> =>
  uow.read(scopeOf(asker), async (stores) =>
    named(stores, asker, await stores.merges.alike({ personId }, lookedAt)),
  )

const named = async (
  { people }: Stores,
  asker: Asker,
  alike: Awaited<ReturnType<Stores['merges']['alike']>>,
): Promise<LikelyDouble[]> => {
  const doubles: LikelyDouble[] = []
  for (const { personId, otherId, because } of alike) {
    if (doubles.length === mostDoubles) break
    const both = [await people.get(personId), await people.get(otherId)]
    const theirs = both.every((person) => person !== null && answersFor(asker, person))
    const [first, second] = theirs ? await people.names([personId, otherId]) : []
    if (first !== undefined && second !== undefined) doubles.push({ first, second, because })
  }
  return doubles
}
